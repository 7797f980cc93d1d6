/** What staff do with drafts: save, ask, agree, throw away. Publishing is in publish.ts. */

import type { z } from 'zod';
import type { Changes } from '../workbench/weight.ts';
import type { BODIES, Draft, DraftView } from './api.ts';
import * as drafts from './drafts.ts';
import { harmfulTexts } from './harmful.ts';
import { named, stillMissing, weightNow } from './publish.ts';
import { StaffRefusal } from './refusals.ts';
import { type Call, deed, filesOf, storeOf, type Tools } from './route.ts';

type Sent<K extends keyof typeof BODIES> = z.output<(typeof BODIES)[K]>;
const MOST_FILES = 200;

/** What really differs from the base. */
const differing = (files: Changes, base: Readonly<Record<string, string>>): Changes =>
  Object.fromEntries(Object.entries(files).filter(([path, text]) => (base[path] ?? null) !== text));

export async function save(tools: Tools, call: Call<Sent<'save'>>): Promise<Draft> {
  const { title, base, files, revision } = call.body;
  if (Object.keys(files).length > MOST_FILES) throw new StaffRefusal('too-many-files');
  const before = await filesOf(tools, base);
  const changes = differing(files, before);
  const harmful = harmfulTexts(changes, before);
  if (harmful.length > 0) throw new StaffRefusal('has-html', harmful);
  return storeOf(tools).change(
    (desk) => drafts.save(desk, { id: call.id, title, base, files: changes, revision }, call),
    (draft) => deed(call, 'save', { ...named(draft), files: Object.keys(changes).length }),
  );
}

export function ask(tools: Tools, call: Call<Sent<'revision'>>): Promise<Draft> {
  const { revision } = call.body;
  return storeOf(tools).change(
    (desk) => {
      drafts.ask(desk, call.id, revision);
      return drafts.draftOf(desk, call.id);
    },
    (draft) => deed(call, 'ask', named(draft)),
  );
}

export function approve(tools: Tools, call: Call<Sent<'revision'>>): Promise<Draft> {
  const { revision } = call.body;
  return storeOf(tools).change(
    (desk) => {
      drafts.approve(desk, call.id, revision, call);
      return drafts.draftOf(desk, call.id);
    },
    (draft) => deed(call, 'approve', named(draft)),
  );
}

/** "Not like this": back to who wrote it, with the reason. */
export function sendBack(tools: Tools, call: Call<Sent<'sendBack'>>): Promise<Draft> {
  const { revision, why } = call.body;
  return storeOf(tools).change(
    (desk) => {
      drafts.sendBack(desk, call.id, revision, why, call);
      return drafts.draftOf(desk, call.id);
    },
    (draft) => deed(call, 'send-back', { ...named(draft), why }),
  );
}

export async function drop(tools: Tools, call: Call<Sent<'revision'>>): Promise<object> {
  const { revision } = call.body;
  await storeOf(tools).change(
    (desk) => {
      const draft = drafts.draftOf(desk, call.id);
      drafts.drop(desk, call.id, revision);
      return draft;
    },
    (draft) => deed(call, 'drop', named(draft)),
  );
  return {};
}

export async function view(tools: Tools, { id }: Call): Promise<DraftView> {
  const desk = await storeOf(tools).read();
  const draft = drafts.draftOf(desk, id);
  const weight = await weightNow(tools, desk, draft);
  return { draft, weight, missing: await stillMissing(tools, desk, draft, weight) };
}
