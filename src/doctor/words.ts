/** What residents read: whether it can be shown, and what stands before the launch. */
import { checkRelease } from '../content/release.ts';
import { checkLibrary } from '../library.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';

function found(root: string): ReturnType<typeof checkLibrary> | undefined {
  try {
    return checkLibrary(root);
  } catch {
    return undefined;
  }
}

/**
 * @param root the folder that holds dialogs/ and content/
 * @param today such as 2026-11-22
 */
export function wordFindings(root: string, today: string): Finding[] {
  const checked = found(root);
  if (!checked)
    return [wrong('content', 'dialogs/ and content/ are not here: start this in the folder of Signpost')];
  const { problems, files, library } = checked;
  const errors = problems.filter(({ grade }) => grade === 'error').length;
  const content =
    errors === 0
      ? ok('content', 'the check passes')
      : wrong(
          'content',
          `the check finds ${errors} ${errors === 1 ? 'mistake' : 'mistakes'}: run npm run check`,
        );
  const model = library?.assessor.model
    ? ok('model', 'trained')
    : wrong(
        'model',
        'there is none, so the rules work alone: run npm start once, or mend content/risk/examples',
      );
  const open = files ? checkRelease(root, files, today, true).length : 0;
  const gate =
    open === 0
      ? ok('launch gate', 'nothing is open')
      : warning('launch gate', `${open} points are open: npm run check -- --release names each`);
  return [content, model, ...(files ? [gate] : [])];
}
