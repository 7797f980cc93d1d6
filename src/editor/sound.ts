/** Whether a draft could go live as it is, whoever agrees to it. */
import type { Desk, Draft } from '../store/desk.ts';
import type { Marked, Problems, Trial } from '../workbench/workbench.ts';
import type { DraftView } from './api.ts';
import * as drafts from './drafts.ts';
import { type RefusalCode, refusedBy, StaffRefusal } from './refusals.ts';
import { filesOf, type Tools } from './route.ts';

export const errorsOf = ({ problems }: Problems): Marked[] =>
  problems.filter(({ grade }) => grade === 'error');

/** A draft as it is tried: over what residents see now. */
export const trialOf = (desk: Desk, { files }: Draft): Trial => ({
  base: desk.live,
  files,
  hidden: Object.keys(desk.hidden),
});

/** The draft laid over what is live now. @throws CannotDo where the live words changed under it */
export async function laidOverLive(tools: Tools, desk: Desk, draft: Draft): Promise<Record<string, string>> {
  const [base, live] = await Promise.all([filesOf(tools, draft.base), filesOf(tools, desk.live)]);
  return drafts.laidOver(draft, base, live);
}

/** @throws StaffRefusal of this code, with the places, when the whole check finds a mistake */
export async function checkWords(
  { workbench }: Tools,
  desk: Desk,
  draft: Draft,
  code: 'mend-first' | 'has-problems',
): Promise<void> {
  const errors = errorsOf(await workbench.checkForPublish(trialOf(desk, draft), desk.phrases));
  if (errors.length > 0) throw new StaffRefusal(code, errors);
}

/** Ours to mend, or away for a moment: says nothing of the draft. */
const NOT_ITS_OWN: readonly RefusalCode[] = ['uncaught', 'store-away'];

/** What stands against a draft. While it is being written the page checks it: then only the live words are looked at. */
export async function brokenNow(tools: Tools, desk: Desk, draft: Draft): Promise<DraftView['broken']> {
  try {
    await laidOverLive(tools, desk, draft);
    if (draft.stage === 'asked') await checkWords(tools, desk, draft, 'has-problems');
    return null;
  } catch (error) {
    const { code, body } = refusedBy(error);
    if (NOT_ITS_OWN.includes(code)) throw error;
    return { says: body.error.message, problems: body.error.problems ?? [] };
  }
}
