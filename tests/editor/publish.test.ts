/** What stands between a draft and residents, also while the check is slow, gone, or others write. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkbench } from '../../src/workbench/open.ts';
import { type Workbench, WorkbenchBusy } from '../../src/workbench/workbench.ts';
import { ROOT } from '../library.ts';
import { folder, type Person, type Place, type Rig, rig } from './rig.ts';
import { withSentence } from './texts.ts';

let place: Place;
let at: Rig;
let bench: Workbench;
/** Runs when the check for a publish has been asked, before it answers. */
let meanwhile: () => Promise<unknown> = async () => {};
let busy = false;
let editor: Person;
let approver: Person;
let lead: Person;
beforeAll(async () => {
  place = await folder();
  bench = openWorkbench({ root: ROOT, drafts: true, filesOf: (version) => at.desk.filesOf(version) });
  const workbench: Workbench = {
    ...bench,
    weigh: (...args) => (busy ? Promise.reject(new WorkbenchBusy()) : bench.weigh(...args)),
    checkForPublish: async (...args) => {
      const answer = await bench.checkForPublish(...args);
      const now = meanwhile;
      meanwhile = async () => {};
      await now();
      return answer;
    },
  };
  at = await rig(place, { deps: { workbench } });
  [editor, approver, lead] = await at.signInAll();
});
afterAll(async () => {
  await at.stop();
  await bench.close();
  await place.clear();
});

const live = async (): Promise<string> => (await editor.get('/desk')).body.live;
async function agreed(id: string, sentence: string): Promise<Record<string, string>> {
  const { files } = await withSentence(editor, 'shipped', sentence);
  await editor.put(`/drafts/${id}`, { title: id, base: 'shipped', files, revision: 0 });
  await editor.post(`/drafts/${id}/ask`, { revision: 1 });
  await approver.post(`/drafts/${id}/approve`, { revision: 1 });
  return files;
}
const publish = (id: string, revision = 1) => approver.post(`/drafts/${id}/publish`, { revision });

it('saved again while the check runs: what was agreed to is gone, so nothing is published', async () => {
  const files = await agreed('saved', 'One.');
  meanwhile = () => editor.put('/drafts/saved', { title: 'x', base: 'shipped', files, revision: 1 });
  const answer = await publish('saved');
  expect([answer.status, answer.body.error.theirs.revision]).toEqual([409, 2]);
  expect(await live()).toBe('shipped');
});

it('a sentence kept while the check runs: it is checked anew, with the sentence', async () => {
  await agreed('phrased', 'Two.');
  // Nothing that we could say makes a greeting urgent.
  meanwhile = () => editor.post('/phrases', { text: 'hello', level: 'urgent', topic: null });
  const answer = await publish('phrased');
  expect([answer.status, answer.body.error.code]).toEqual([422, 'has-problems']);
  expect(await live()).toBe('shipped');
  await lead.post('/phrases/drop', { text: 'hello', why: 'a test' });
});

it('switched off while the check runs: published all the same, and still switched off', async () => {
  meanwhile = () => editor.post('/off', { why: 'a test' });
  const answer = await publish('phrased');
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  const desk = (await editor.get('/desk')).body;
  expect([desk.live, desk.off.why]).toEqual([answer.body.live, 'a test']);
  await lead.post('/on', { why: 'a test' });
  await lead.post('/roll-back', { version: 'shipped', why: 'a test' });
});

it('while the check does not answer, the most are asked to agree, and nothing goes live', async () => {
  await agreed('busy', 'Three.');
  busy = true;
  const { body } = await editor.get('/drafts/busy');
  expect([body.weight, body.missing.length]).toEqual(['lead', 1]);
  const answer = await publish('busy');
  expect([answer.status, answer.body.error.code]).toEqual([503, 'check-late']);
  busy = false;
  expect(await live()).toBe('shipped');
});

it('one’s own work, however many roles one has', async () => {
  const both = { person: 'local/both', roles: ['editor', 'approver', 'safeguarding-lead'] as const };
  await at.desk.store()?.change((desk) => {
    const draft = desk.drafts.busy;
    if (draft) draft.writers = [both.person, 'local/approver'];
  });
  const answer = await publish('busy');
  expect([answer.status, answer.body.error.code]).toEqual([409, 'needs-second']);
  const own = await approver.post('/drafts/busy/approve', { revision: 1 });
  expect([own.status, own.body.error.code]).toEqual([403, 'own-work']);
});

it('a draft that cannot even be read is kept, and refused with the place', async () => {
  const files = { 'dialogs/menu.yaml': 'id: [' };
  await editor.put('/drafts/broken', { title: 'Broken', base: 'shipped', files, revision: 0 });
  // None of it is taken by the API any more: as it could stand on a desk from before.
  await at.desk.store()?.change((desk) => {
    const draft = desk.drafts.broken;
    const agreed = { revision: 1, at: at.at };
    if (draft)
      draft.approvals = [
        { by: 'local/approver', role: 'approver', ...agreed },
        { by: 'local/lead', role: 'safeguarding-lead', ...agreed },
      ];
  });
  for (const answer of [await editor.post('/drafts/broken/ask', { revision: 1 }), await publish('broken')]) {
    expect(answer.status).toBe(422);
    expect(answer.body.error.problems[0].file).toBe('dialogs/menu.yaml');
  }
  expect(await live()).toBe('shipped');
});

it('back to a version that would not pass the check any more: refused', async () => {
  const files = { ...(await at.desk.filesOf('shipped')), 'dialogs/menu.yaml': 'id: [' };
  const broken = (await at.desk.store()?.putVersion(files)) ?? '';
  await at.desk.store()?.change((desk) => {
    desk.history = [{ version: broken, until: 1 }];
  });
  const answer = await lead.post('/roll-back', { version: broken, why: 'a test' });
  expect([answer.status, answer.body.error.code]).toEqual([422, 'has-problems']);
  const unknown = await lead.post('/roll-back', { version: 'f'.repeat(64), why: 'a test' });
  expect([unknown.status, unknown.body.error.code]).toEqual([404, 'no-such-version']);
});
