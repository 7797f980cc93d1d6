/** "I have read all of it and approve it": who may, what it means, and what stands in its way. */
import { expect, it } from 'vitest';
import { dayInWords, today } from '../../src/editor/page/kit/days.ts';
import { faultsOfView } from './faults.ts';
import { deskServed, faultsOf } from './stage.ts';

const desk = deskServed();

const NOBODY = 'Nobody has approved these words yet';
const APPROVE = 'I have read all of it and approve it';
const YES = 'Yes, I approve it';

it('an editor sees how it stands; the lead reads what it means, approves, and takes it back', {
  timeout: 90_000,
}, async () => {
  const editor = await desk.open('editor', 'dialog/gifts-and-favours');
  await editor.getByText(NOBODY).waitFor();
  expect(await editor.getByRole('button', { name: APPROVE }).count()).toBe(0);

  const lead = await desk.open('safeguarding-lead', 'dialog/gifts-and-favours');
  await lead.getByRole('button', { name: APPROVE }).click();
  const asked = lead.getByRole('dialog', { name: 'Approve “Someone gives me things”?' });
  await asked.getByText(/read every sentence of it, as residents see it now/).waitFor();
  expect(await asked.getByText('You speak').count()).toBe(0);
  await asked.getByRole('button', { name: YES }).click();
  const said = `Approved by the safeguarding lead on ${dayInWords(today())}`;
  await lead.getByText(`${said} (you).`).waitFor();
  await editor.reload();
  await editor.getByText(`${said}.`).waitFor();

  const bubble = lead.getByLabel('Bubble 1').first();
  await lead.getByRole('button', { name: 'Take my approval back' }).click();
  await lead.getByText(NOBODY).waitFor();
  await bubble.fill('Another sentence.');
  await lead.getByText('publish or close the draft first').waitFor();
  expect(await lead.getByRole('button', { name: APPROVE }).isDisabled()).toBe(true);
  await lead.evaluate(() => {
    location.hash = 'trail';
  });
  await lead
    .getByText('The safeguarding lead (you) read all of “Someone gives me things” and approved it')
    .waitFor();
  expect(faultsOf.get(lead)).toEqual([]);
  await Promise.all([lead.context().close(), editor.context().close()]);
});

it('of a translation, by who speaks the language; a page; and what has changed meanwhile is told', {
  timeout: 90_000,
}, async () => {
  const page = await desk.open('approver', 'translate/pl/blackmail');
  await page.getByRole('button', { name: APPROVE }).click();
  await page.getByText('You speak Polski', { exact: false }).waitFor();
  await page.getByRole('button', { name: YES }).click();
  await page.getByText(/^Approved by an approver on/).waitFor();
  await page.evaluate(() => {
    location.hash = 'pages/parents';
  });
  await page.getByRole('button', { name: APPROVE }).click();
  await page.route('**/editor/api/texts/approve', async (route) => {
    const body = { ...route.request().postDataJSON(), version: 'f'.repeat(64) };
    await route.fulfill({ response: await route.fetch({ postData: JSON.stringify(body) }) });
  });
  await page.getByRole('button', { name: YES }).click();
  await page.getByText('It has changed meanwhile. Read it again, then approve it.').waitFor();
  await page.getByText(NOBODY).waitFor();
  expect(await faultsOfView(page)).toEqual([]);
  expect(Object.keys(desk.rig.desk.current().read)).toEqual(['content/pl/dialogs/blackmail.yaml']);
  expect(faultsOf.get(page)).toEqual([]);
  await page.context().close();
});
