/**
 * `npm run import -- --role <role> --why "<reason>"`: makes the words in dialogs/ and content/ the live version, after
 * the full check. It is for whoever deploys: no second person is asked, and the audit trail says so (cli/import).
 */
import { parseArgs } from 'node:util';
import { showProblem } from '../content/problem.ts';
import { goLive } from '../editor/drafts.ts';
import type { Files } from '../store/backend.ts';
import { type Desk, ROLES, SHIPPED } from '../store/desk.ts';
import { nameOf, textOf } from '../store/naming.ts';
import { shippedFiles } from '../store/shipped.ts';
import type { Store } from '../store/store.ts';
import { openWorkbench } from '../workbench/open.ts';
import { openToChange } from './kept.ts';

const USAGE = `Say in which role, and why: npm run import -- --role ${ROLES.join('|')} --why "new words of the MASH"`;

class Refused extends Error {}

function readArgs(): { role: (typeof ROLES)[number]; why: string } {
  const { values } = parseArgs({ options: { role: { type: 'string' }, why: { type: 'string' } } });
  const role = ROLES.find((one) => one === values.role);
  const why = values.why?.trim() ?? '';
  if (!role || why.length < 3 || why.length > 500) throw new Refused(USAGE);
  return { role, why };
}

/** All that a publish waits for. @throws Refused with everything that is wrong */
async function check(root: string, files: Files, { phrases }: Desk): Promise<void> {
  const workbench = openWorkbench({ root, drafts: true, filesOf: async () => files });
  try {
    const { problems } = await workbench.checkForPublish({ base: SHIPPED, files: {} }, phrases);
    const errors = problems.filter(({ grade }) => grade === 'error');
    if (errors.length > 0) throw new Refused(errors.map(showProblem).join('\n'));
  } finally {
    await workbench.close();
  }
}

async function importFiles(root: string, store: Store): Promise<void> {
  const { role, why } = readArgs();
  const files = await shippedFiles(root);
  const before = await store.read();
  if (before.live === nameOf(textOf(files))) {
    process.stdout.write('These words are live already.\n');
    return;
  }
  await check(root, files, before);
  const version = await store.putVersion(files);
  const at = Date.now();
  await store.change(
    (desk) => {
      if (desk.live !== before.live)
        throw new Refused('Somebody has published meanwhile. Look at it, then try again.');
      goLive(desk, version, at);
    },
    () => ({ at, who: 'cli/import', role, did: 'import', about: { version, before: before.live, why } }),
  );
  process.stdout.write(`Live now: ${version} (${Object.keys(files).length} files).\n`);
}

try {
  readArgs();
  const root = process.cwd();
  const store = await openToChange(root);
  await importFiles(root, store).finally(() => store.close());
} catch (error) {
  process.stderr.write(`Nothing was imported.\n${(error as Error).message}\n`);
  process.exitCode = 1;
}
