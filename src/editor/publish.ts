/**
 * From a draft to what residents see. Everything is looked at twice: once at leisure, with the check, and once more in
 * the very write that makes it live. Whatever changed in between begins it anew.
 */
import type { z } from 'zod';
import { unapproved } from '../content/approvals.ts';
import type { Files } from '../store/backend.ts';
import type { Desk, Draft } from '../store/desk.ts';
import { BrokenTrial, CheckFailed } from '../workbench/broken.ts';
import type { Weight } from '../workbench/weight.ts';
import { type Marked, type Problems, WorkbenchBusy } from '../workbench/workbench.ts';
import type { BODIES } from './api.ts';
import * as drafts from './drafts.ts';
import { REFUSALS, StaffRefusal } from './refusals.ts';
import { type Call, deed, filesOf, storeOf, type Tools } from './route.ts';

/** How often it begins anew when others write at the same time. */
const TRIES = 5;

/** Something that was looked at is another now. */
class Moved extends Error {}

/** A draft as the audit trail names it: its title stays when the draft is gone. */
export const named = ({ id, revision, title }: Draft) => ({ draft: id, revision, title });

export const errorsOf = ({ problems }: Problems): Marked[] =>
  problems.filter(({ grade }) => grade === 'error');

/** The draft laid over what is live now. @throws CannotDo where the live words changed under it */
async function laidOverLive(tools: Tools, desk: Desk, draft: Draft): Promise<Record<string, string>> {
  const [base, live] = await Promise.all([filesOf(tools, draft.base), filesOf(tools, desk.live)]);
  return drafts.laidOver(draft, base, live);
}

/** What is published says of no changed text that somebody has approved it. */
const withoutApprovals = (files: Readonly<Record<string, string>>, before: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      text === before[path] ? text : unapproved(text, before[path]),
    ]),
  );

/** How many must agree; while that cannot be told: the most. */
export function weightNow({ workbench }: Tools, desk: Desk, { files }: Draft): Promise<Weight> {
  return workbench.weigh({ base: desk.live, files }).catch((error: unknown) => {
    const unknown = [WorkbenchBusy, BrokenTrial, CheckFailed].some((one) => error instanceof one);
    if (unknown) return 'lead';
    throw error;
  });
}

/** Plain sentences: what is still missing before a draft can be published, the check itself not counted. */
export async function stillMissing(
  tools: Tools,
  desk: Desk,
  draft: Draft,
  weight: Weight,
): Promise<string[]> {
  const missing: string[] = [];
  const say = (error: unknown) => {
    if (!(error instanceof drafts.CannotDo)) throw error;
    missing.push(REFUSALS[error.code === 'changed-meanwhile' ? 'live-moved' : error.code][1]);
  };
  if (Object.keys(draft.files).length === 0) missing.push('Nothing is changed in it yet.');
  if (draft.stage === 'draft') missing.push(REFUSALS['not-asked'][1]);
  await laidOverLive(tools, desk, draft).catch(say);
  try {
    drafts.checkAgreed(draft, weight);
  } catch (error) {
    say(error);
  }
  return missing;
}

/** The draft of exactly this revision. @throws Conflict, CannotDo */
function draftAt(desk: Desk, id: string, revision: number): Draft {
  const draft = drafts.draftOf(desk, id);
  if (draft.revision !== revision) throw new drafts.Conflict(draft);
  return draft;
}

async function once(tools: Tools, call: Call<{ revision: number }>): Promise<string> {
  const store = storeOf(tools);
  const { id, body, at } = call;
  const seen = await store.read();
  const draft = draftAt(seen, id, body.revision);
  const laid = await laidOverLive(tools, seen, draft);
  const files = withoutApprovals(laid, await filesOf(tools, seen.live));
  const trial = { base: seen.live, files: draft.files, hidden: Object.keys(seen.hidden) };
  const weight = await tools.workbench.weigh(trial);
  drafts.checkAgreed(draft, weight);
  const errors = errorsOf(await tools.workbench.checkForPublish(trial, seen.phrases));
  if (errors.length > 0) throw new StaffRefusal('has-problems', errors);
  const version = await store.putVersion(files);
  const phrases = JSON.stringify(seen.phrases);
  return store.change(
    (desk) => {
      if (desk.live !== seen.live || JSON.stringify(desk.phrases) !== phrases) throw new Moved();
      drafts.checkAgreed(draftAt(desk, id, body.revision), weight);
      drafts.publish(desk, id, version, { at });
      return version;
    },
    () => deed(call, 'publish', { ...named(draft), version, before: seen.live }),
  );
}

/** POST /drafts/:id/publish */
export async function publish(
  tools: Tools,
  call: Call<z.output<(typeof BODIES)['revision']>>,
): Promise<{ live: string }> {
  for (let n = 1; ; n += 1) {
    try {
      return { live: await once(tools, call) };
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      if (n === TRIES) throw new StaffRefusal('busy');
    }
  }
}
