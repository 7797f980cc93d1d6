/** How far a draft is from being published: whether it could be as it is, and who must still agree. */
import type { Desk, Draft } from '../store/desk.ts';
import { BrokenTrial, CheckFailed } from '../workbench/broken.ts';
import type { Weight } from '../workbench/weight.ts';
import { WorkbenchBusy } from '../workbench/workbench.ts';
import type { DraftView } from './api.ts';
import * as drafts from './drafts.ts';
import { REFUSALS } from './refusals.ts';
import type { Tools } from './route.ts';
import { brokenNow } from './sound.ts';

/** How many must agree; while that cannot be told: the most. */
function weightNow({ workbench }: Tools, desk: Desk, { files }: Draft): Promise<Weight> {
  return workbench.weigh({ base: desk.live, files }).catch((error: unknown) => {
    const unknown = [WorkbenchBusy, BrokenTrial, CheckFailed].some((one) => error instanceof one);
    if (unknown) return 'lead';
    throw error;
  });
}

/** Who must still agree, in a sentence; null: nobody. */
function whoMustAgree(draft: Draft, weight: Weight): string | null {
  try {
    drafts.checkAgreed(draft, weight);
    return null;
  } catch (error) {
    if (!(error instanceof drafts.CannotDo)) throw error;
    return REFUSALS[error.code][1];
  }
}

export async function howFar(tools: Tools, desk: Desk, draft: Draft): Promise<Omit<DraftView, 'draft'>> {
  const weight = await weightNow(tools, desk, draft);
  const broken = await brokenNow(tools, desk, draft);
  const missing = [
    broken?.says,
    Object.keys(draft.files).length === 0 && 'Nothing is changed in it yet.',
    draft.stage === 'draft' && REFUSALS['not-asked'][1],
    whoMustAgree(draft, weight),
  ].filter((sentence) => typeof sentence === 'string');
  return { weight, broken, missing };
}
