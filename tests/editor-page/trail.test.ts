/** The audit trail in plain sentences, a broken chain shown loudly, and what waits for somebody. */
import { expect, it } from 'vitest';
import type { Entry } from '../../src/editor/api.ts';
import { sentenceOf } from '../../src/editor/page/trail/sentence.ts';
import { faultsOfView } from './faults.ts';
import { deskServed, faultsOf } from './stage.ts';

const desk = deskServed();

it('tells who did what and why, finds it again, and says when the chain is broken', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'trail');
  await page.getByText('An editor (you) signed in').waitFor();
  await page.getByText(/^The trail is whole/).waitFor();
  await page.getByRole('searchbox', { name: 'Find in the trail' }).fill('nothing like it');
  await page.getByText('Nothing fits.').waitFor();
  expect(await faultsOfView(page)).toEqual([]);

  await page.route('**/editor/api/trail', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...(await answer.json()), faults: ['entry 2 was changed'] } });
  });
  await page.reload();
  await page.getByText('Somebody or something has tampered with the trail').waitFor();
  await page.getByText('entry 2 was changed').waitFor();
  await page.context().close();
});

it('lists what is to do, due things first, and notes a call at once', { timeout: 60_000 }, async () => {
  const page = await desk.open('approver', 'reminders');
  const ring = page.getByRole('region', { name: 'Numbers to ring' });
  await ring.getByText('Nobody has rung "Childline" yet.').waitFor();
  expect(await faultsOfView(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await ring.getByRole('button', { name: 'I rang it today: Nobody has rung "Childline" yet.' }).click();
  await ring.getByText('Nobody has rung "Childline" yet.').waitFor({ state: 'detached' });
  expect(desk.rig.desk.current().rung.childline?.role).toBe('approver');

  const editor = await desk.apart(await desk.open('editor', 'trail'));
  await editor.post('/services/hide', { service: 'nspcc', why: 'A wrong number' });
  await page.reload();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe('Hidden numbers (1)');
  expect(faultsOf.get(page)).toEqual([]);
  await page.context().close();
});

it('has a sentence for each deed, and names nobody', () => {
  const entry = (did: string, about: Entry['about'] = {}, role = 'safeguarding-lead'): Entry => ({
    n: 1,
    seal: '',
    id: 'x',
    at: 0,
    who: 't/3f2a0000-aaaa-4bbb-8ccc-dddddddddddd',
    role,
    did,
    about,
  });
  const said = (one: Entry) => sentenceOf(one, 'tenant/me', (id) => (id === 'childline' ? 'Childline' : id));
  expect(said(entry('hide', { service: 'childline', why: 'Rings to nobody' }))).toBe(
    'The safeguarding lead (person 3f2a0000…) hid Childline: Rings to nobody',
  );
  expect(said(entry('off', { why: 'A trial' }))).toBe(
    'The safeguarding lead (person 3f2a0000…) switched the bot off: A trial',
  );
  expect(said(entry('save', { draft: 'x', revision: 1, title: 'Kinder words' }, 'editor'))).toBe(
    'An editor (person 3f2a0000…) saved the draft “Kinder words”',
  );
  // Before titles were written down.
  expect(said(entry('publish', { draft: '12345678-9abc', revision: 2, version: 'shipped' }))).toBe(
    'The safeguarding lead (person 3f2a0000…) published draft 12345678 as the shipped words',
  );
  expect(said(entry('something-new', {}, 'approver'))).toBe('An approver (person 3f2a0000…) something new');
  expect(sentenceOf({ ...entry('on'), who: 'tenant/me' }, 'tenant/me', String)).toBe(
    'The safeguarding lead (you) switched the bot on',
  );
});
