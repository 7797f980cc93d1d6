/** What staff do with drafts: save, ask, agree, throw away. Publishing is in publish.ts. */
import type { Changes } from '../workbench/weight.ts';
import type { Draft, DraftView, Sent } from './api.ts';
import * as drafts from './drafts.ts';
import { harmfulTexts } from './harmful.ts';
import { howFar } from './how-far.ts';
import { named } from './publish.ts';
import { StaffRefusal } from './refusals.ts';
import { type Call, deed, filesOf, storeOf, type Tools } from './route.ts';
import { checkWords, laidOverLive } from './sound.ts';

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

/** Nobody is asked to look at, or agrees to, what could not go live. */
async function checkSound(
  tools: Tools,
  { id, body }: Call<Sent<'revision'>>,
  code: 'mend-first' | 'has-problems',
): Promise<void> {
  const desk = await storeOf(tools).read();
  const draft = drafts.draftAt(desk, id, body.revision);
  await laidOverLive(tools, desk, draft);
  await checkWords(tools, desk, draft, code);
}

export async function ask(tools: Tools, call: Call<Sent<'revision'>>): Promise<Draft> {
  const { revision } = call.body;
  await checkSound(tools, call, 'mend-first');
  return storeOf(tools).change(
    (desk) => drafts.ask(desk, call.id, revision),
    (draft) => deed(call, 'ask', named(draft)),
  );
}

export async function approve(tools: Tools, call: Call<Sent<'revision'>>): Promise<Draft> {
  const { revision } = call.body;
  await checkSound(tools, call, 'has-problems');
  return storeOf(tools).change(
    (desk) => drafts.approve(desk, call.id, revision, call),
    (draft) => deed(call, 'approve', named(draft)),
  );
}

/** "Not like this": back to who wrote it, with the reason. */
export function sendBack(tools: Tools, call: Call<Sent<'sendBack'>>): Promise<Draft> {
  const { revision, why } = call.body;
  return storeOf(tools).change(
    (desk) => drafts.sendBack(desk, call.id, revision, why, call),
    (draft) => deed(call, 'send-back', { ...named(draft), why }),
  );
}

export async function drop(tools: Tools, call: Call<Sent<'revision'>>): Promise<object> {
  const { revision } = call.body;
  await storeOf(tools).change(
    (desk) => drafts.drop(desk, call.id, revision),
    (draft) => deed(call, 'drop', named(draft)),
  );
  return {};
}

export async function view(tools: Tools, { id }: Call): Promise<DraftView> {
  const desk = await storeOf(tools).read();
  const draft = drafts.draftOf(desk, id);
  return { draft, ...(await howFar(tools, desk, draft)) };
}
