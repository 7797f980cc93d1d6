/** A draft with mistakes: nobody is asked to agree to it, nobody can, and whoever looks at it is told why. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DraftView } from '../../src/editor/api.ts';
import { folder, type Person, type Place, type Rig, rig } from './rig.ts';
import { withSentence } from './texts.ts';

const NEW = 'dialogs/a-new-one.yaml';
const text = (title: string): string => `version: 1
id: a-new-one
title: ${title}
for: [young-person]
approved: []
answers: []
asks: [a new one]
start: first
steps:
  first:
    say: [You can ask for help.]
    hand-off: [childline]
`;

let place: Place;
let at: Rig;
let editor: Person;
let approver: Person;
let lead: Person;
beforeAll(async () => {
  place = await folder();
  at = await rig(place);
  [editor, approver, lead] = await at.signInAll();
});
afterAll(async () => {
  await at.stop();
  await place.clear();
});

const save = (id: string, files: object, { revision = 0, base = 'shipped' } = {}) =>
  editor.put(`/drafts/${id}`, { title: id, base, files, revision });
const viewOf = async (id: string): Promise<DraftView> => (await approver.get(`/drafts/${id}`)).body;
/** Another draft is agreed to by all, and goes live. */
async function publish(id: string, files: object, base = 'shipped'): Promise<string> {
  await save(id, files, { base });
  const asked = await editor.post(`/drafts/${id}/ask`, { revision: 1 });
  expect(asked.status, JSON.stringify(asked.body)).toBe(200);
  for (const one of [approver, lead]) await one.post(`/drafts/${id}/approve`, { revision: 1 });
  const answer = await lead.post(`/drafts/${id}/publish`, { revision: 1 });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.live;
}

it('is not sent to others: what is wrong is said, with the places', async () => {
  const { path, files } = await withSentence(editor, 'shipped', 'It was your own fault.');
  await save('blames', files);
  const refused = await editor.post('/drafts/blames/ask', { revision: 1 });
  expect([refused.status, refused.body.error.code]).toEqual([422, 'mend-first']);
  expect(refused.body.error.problems).toMatchObject([{ file: path, grade: 'error' }]);
  expect((await viewOf('blames')).draft.stage).toBe('draft');

  const mended = await withSentence(editor, 'shipped', 'It was not your fault.');
  await save('blames', mended.files, { revision: 1 });
  expect((await editor.post('/drafts/blames/ask', { revision: 2 })).status).toBe(200);
  expect(await viewOf('blames')).toMatchObject({ draft: { stage: 'asked' }, broken: null });
});

it('says who must agree in one sentence, and the next one when one has', async () => {
  const { text: services } = (await editor.get('/file?version=shipped&path=content/services.yaml')).body;
  await save('two', { 'content/services.yaml': services.replace('0800 1111', '0808 157 0000') });
  await editor.post('/drafts/two/ask', { revision: 1 });
  const both = await viewOf('two');
  expect(both.missing).toEqual([expect.stringMatching(/safeguarding lead and a second person must agree/)]);
  await lead.post('/drafts/two/approve', { revision: 1 });
  expect((await viewOf('two')).missing).toEqual([expect.stringMatching(/^One more person/)]);
});

it('that others broke after it was asked for says so, and nobody can agree to it any more', async () => {
  const live = await publish('new', { [NEW]: text('A new one') });
  const { files } = await withSentence(editor, live, 'Kinder.');
  const [[path = '', words = '']] = Object.entries(files) as [[string, string]];
  const led = words.replace(/(offer:\n)/, '$1      - { label: Something new, also: [], go: a-new-one }\n');
  expect(led).not.toBe(words);
  await save('leads', { [path]: led }, { base: live });
  expect((await editor.post('/drafts/leads/ask', { revision: 1 })).status).toBe(200);
  expect((await approver.post('/drafts/leads/approve', { revision: 1 })).status).toBe(200);

  await publish('gone', { [NEW]: null }, live);
  const { broken, missing } = await viewOf('leads');
  expect(broken?.problems).toMatchObject([{ file: path, grade: 'error' }]);
  expect(missing[0]).toBe(broken?.says);
  const refused = await lead.post('/drafts/leads/approve', { revision: 1 });
  expect([refused.status, refused.body.error.code]).toEqual([422, 'has-problems']);
});

it('over words that somebody else has changed meanwhile: nobody is asked, nobody agrees', async () => {
  const { live } = (await editor.get('/desk')).body;
  const mine = await withSentence(editor, live, 'Mine.');
  await save('mine', mine.files, { base: live });
  await editor.post('/drafts/mine/ask', { revision: 1 });
  await save('later', mine.files, { base: live });
  await publish('theirs', (await withSentence(editor, live, 'Theirs.')).files, live);
  expect((await viewOf('mine')).broken).toEqual({
    says: expect.stringMatching(/^The live words have changed/),
    problems: [],
  });
  for (const answer of [
    await approver.post('/drafts/mine/approve', { revision: 1 }),
    await editor.post('/drafts/later/ask', { revision: 1 }),
  ])
    expect([answer.status, answer.body.error.code]).toEqual([409, 'live-moved']);
});
