/** What an open page asks by itself, every few seconds: whether anything is other than it shows. */
import { createHash } from 'node:crypto';
import type { Pulse } from './api.ts';
import { storeOf, type Tools } from './route.ts';

/** GET /pulse */
export async function pulse(tools: Tools): Promise<Pulse> {
  storeOf(tools);
  // As this instance knows it: nothing is read anew.
  const { live, off, hidden, drafts, phrases, rung } = tools.desk.current();
  const seen = Object.values(drafts).map(({ id, revision, stage, approvals, note }) => [
    id,
    revision,
    stage,
    approvals.length,
    note?.at ?? 0,
  ]);
  const text = JSON.stringify([live, off, hidden, seen, phrases.length, rung]);
  return { mark: createHash('sha256').update(text).digest('base64url').slice(0, 22) };
}
