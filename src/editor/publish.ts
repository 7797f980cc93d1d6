/**
 * From a draft to what residents see. Everything is looked at twice: once at leisure, with the check, and once more in
 * the very write that makes it live. Whatever changed in between begins it anew.
 */
import { unapproved } from '../content/approvals.ts';
import type { Files } from '../store/backend.ts';
import type { Draft } from '../store/desk.ts';
import type { Sent } from './api.ts';
import * as drafts from './drafts.ts';
import { StaffRefusal } from './refusals.ts';
import { type Call, deed, filesOf, storeOf, type Tools } from './route.ts';
import { checkWords, laidOverLive, trialOf } from './sound.ts';

/** How often it begins anew when others write at the same time. */
const TRIES = 5;

/** Something that was looked at is another now. */
class Moved extends Error {}

/** A draft as the audit trail names it: its title stays when the draft is gone. */
export const named = ({ id, revision, title }: Draft) => ({ draft: id, revision, title });

/** What is published says of no changed text that somebody has approved it. */
const withoutApprovals = (files: Readonly<Record<string, string>>, before: Files): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      text === before[path] ? text : unapproved(text, before[path]),
    ]),
  );

async function once(tools: Tools, call: Call<{ revision: number }>): Promise<string> {
  const store = storeOf(tools);
  const { id, body, at } = call;
  const seen = await store.read();
  const draft = drafts.draftAt(seen, id, body.revision);
  const laid = await laidOverLive(tools, seen, draft);
  const files = withoutApprovals(laid, await filesOf(tools, seen.live));
  const weight = await tools.workbench.weigh(trialOf(seen, draft));
  drafts.checkAgreed(draft, weight);
  await checkWords(tools, seen, draft, 'has-problems');
  const version = await store.putVersion(files);
  const phrases = JSON.stringify(seen.phrases);
  return store.change(
    (desk) => {
      if (desk.live !== seen.live || JSON.stringify(desk.phrases) !== phrases) throw new Moved();
      drafts.checkAgreed(drafts.draftAt(desk, id, body.revision), weight);
      drafts.publish(desk, id, version, { at });
      return version;
    },
    () => deed(call, 'publish', { ...named(draft), version, before: seen.live }),
  );
}

/** POST /drafts/:id/publish */
export async function publish(tools: Tools, call: Call<Sent<'revision'>>): Promise<{ live: string }> {
  for (let n = 1; ; n += 1) {
    try {
      return { live: await once(tools, call) };
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      if (n === TRIES) throw new StaffRefusal('busy');
    }
  }
}
