/** Drafts on their way: mistakes before all else, who must agree in one sentence, drafts that wait, steps that come back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Person } from '../editor/rig.ts';
import { ROOT } from '../library.ts';
import { faultsOfView } from './faults.ts';
import { deskServed, faultsOf, saved } from './stage.ts';

const desk = deskServed();
const T = { timeout: 90_000 };

const GIFTS = 'dialogs/gifts-and-favours.yaml';
const NEW = 'dialogs/a-new-one.yaml';
const shipped = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const barOf = (page: Page) => page.getByRole('region', { name: 'The open draft' });

async function draft(person: Person, id: string, files: object, base = 'shipped'): Promise<void> {
  const { status } = await person.put(`/drafts/${id}`, { title: id, base, files, revision: 0 });
  expect(status).toBe(200);
}

it('does not let a broken draft be asked for, and says what to mend', T, async () => {
  const page = await desk.open('editor', 'dialog/gifts-and-favours');
  const bubble = page.getByLabel('Bubble 1').first();
  await bubble.fill('It was your own fault.');
  await page.getByRole('button', { name: '1 problem' }).waitFor();
  await saved(page);
  const ask = page.getByRole('button', { name: 'Ask for approval' });
  await page.getByText('First mend the problem and save. Then ask for approval.').waitFor();
  expect(await ask.isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'See the changes' }).click();
  await page.getByRole('main').getByText('It cannot be published as it is.').waitFor();
  await page.getByRole('button', { name: /^“?"your own fault" blames/ }).click();
  await expect.poll(() => bubble.evaluate((one) => one === document.activeElement)).toBe(true);
  await bubble.fill('It was not your fault.');
  await page.getByText('No problems').waitFor();
  await saved(page);
  await ask.click();
  await page.getByText('Waiting for approval', { exact: true }).waitFor();
  expect(faultsOf.get(page)).toEqual([]);
  await page.context().close();
});

it('says who must agree in the same words wherever it says it', T, async () => {
  const editor = await desk.open('editor', 'drafts');
  const person = await desk.apart(editor);
  const services = shipped('content/services.yaml').replace('0800 1111', '0808 157 0000');
  await draft(person, 'a-number', { 'content/services.yaml': services });
  await person.post('/drafts/a-number/ask', { revision: 1 });
  const approver = await desk.open('approver', 'draft/a-number');
  const both =
    'This touches words that stand between a child and help: the safeguarding lead and a second person must agree.';
  await barOf(approver).getByText(both).waitFor();
  expect(await approver.getByText(both).count()).toBe(2);
  expect(await approver.getByText('One more person', { exact: false }).count()).toBe(0);
  await approver.getByRole('button', { name: 'Approve and publish' }).click();
  await approver
    .getByText('You have approved it. The safeguarding lead has not agreed to this draft yet.')
    .waitFor();
  await Promise.all([editor.context().close(), approver.context().close()]);
});

it(
  'shows what others broke after it was asked for, and offers neither to approve nor to publish it',
  T,
  async () => {
    const [editor, approver, lead] = await Promise.all([
      desk.open('editor', 'drafts'),
      desk.open('approver', 'drafts'),
      desk.open('safeguarding-lead', 'drafts'),
    ]);
    const [writes, agrees, leads] = [
      await desk.apart(editor),
      await desk.apart(approver),
      await desk.apart(lead),
    ];
    const publish = async (id: string, files: object, base: string): Promise<string> => {
      await draft(writes, id, files, base);
      await writes.post(`/drafts/${id}/ask`, { revision: 1 });
      for (const one of [agrees, leads]) await one.post(`/drafts/${id}/approve`, { revision: 1 });
      const answer = await leads.post(`/drafts/${id}/publish`, { revision: 1 });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return answer.body.live;
    };
    const steps =
      'start: first\nsteps:\n  first:\n    say: [You can ask for help.]\n    hand-off: [childline]\n';
    const begun = `version: 1\nid: a-new-one\ntitle: A new one\nfor: [young-person]\napproved: []\nanswers: []\nasks: [a new one]\n${steps}`;
    const live = await publish('begun', { [NEW]: begun }, 'shipped');
    const button = '$1      - { label: Something new, also: [], go: a-new-one }\n';
    await draft(writes, 'leads', { [GIFTS]: shipped(GIFTS).replace(/(offer:\n)/, button) }, live);
    expect((await writes.post('/drafts/leads/ask', { revision: 1 })).status).toBe(200);
    await publish('gone', { [NEW]: null }, live);

    await lead.goto(`${desk.rig.url}/editor#draft/leads`);
    await lead.reload();
    await lead.getByRole('main').getByText('It cannot be published as it is.').waitFor();
    await lead.getByRole('button', { name: /a-new-one/ }).waitFor();
    await barOf(lead).getByText('Has to be mended', { exact: true }).waitFor();
    for (const name of ['Approve', 'Approve and publish', 'Publish'])
      expect(await lead.getByRole('button', { name, exact: true }).count()).toBe(0);
    await lead.getByRole('button', { name: 'Not like this…' }).waitFor();
    expect(await faultsOfView(lead)).toEqual([]);
    await Promise.all([editor, approver, lead].map((page) => page.context().close()));
  },
);

it('says on a dialog that a draft changes it, and opens that', T, async () => {
  const page = await desk.open('editor', 'dialog/fears');
  await draft(await desk.apart(page), 'kinder-fears', {
    'dialogs/fears.yaml': `${shipped('dialogs/fears.yaml')}# more\n`,
  });
  await page.reload();
  await page
    .getByText('The draft “kinder-fears” changes this dialog (being written). Written by you', {
      exact: false,
    })
    .waitFor();
  expect(await faultsOfView(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Open the draft kinder-fears' }).click();
  await expect.poll(() => page.getByLabel('Draft', { exact: true }).inputValue()).toBe('kinder-fears');
  expect(await page.getByText('changes this dialog', { exact: false }).count()).toBe(0);
  await page.getByRole('button', { name: 'Close draft' }).click();

  await page.goto(`${desk.rig.url}/editor#drafts`);
  await page.getByRole('button', { name: 'Throw away kinder-fears' }).click();
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await page.getByText('“kinder-fears” is gone.').waitFor();
  expect(desk.drafted('dialogs/fears.yaml')).toBe('');
  await page.context().close();
});

it('puts a step back that was taken out, in every language', T, async () => {
  const page = await desk.open('editor', 'dialog/worried-about-friend');
  await page.getByRole('heading', { level: 2, name: 'Steps' }).waitFor();
  const names = () =>
    page
      .getByRole('main')
      .locator('li[id^="step-"]')
      .evaluateAll((all) => all.map(({ id }) => id));
  const before = await names();
  const step = before[1]?.replace('step-', '') ?? '';
  await page.getByRole('button', { name: `More for step ${step}`, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove this step' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await page.getByText(`Step ${step} is taken out`, { exact: false }).waitFor();
  expect(await names()).not.toContain(`step-${step}`);
  const back = page.getByRole('button', { name: `Put it back: step ${step}` });
  await expect.poll(() => back.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await faultsOfView(page)).toEqual([]);
  await back.click();
  await expect.poll(names).toEqual(before);
  await page.getByText('No changes yet').waitFor();
  expect(await back.count()).toBe(0);
  await page.context().close();
});
