/** Services: a wrong number is hidden by one person at once and brought back by two; the form writes what it shows. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { faultsOfView } from './faults.ts';
import { deskServed, faultsOf, saved } from './stage.ts';

const desk = deskServed();

const hide = (page: Page) => page.getByRole('button', { name: 'Hide this number now' });

it('hides a number with a reason, at once; another person brings it back; the trail tells it', {
  timeout: 60_000,
}, async () => {
  const editor = await desk.open('editor', 'services/childline');
  await hide(editor).click();
  const asked = editor.getByRole('dialog');
  await asked.getByRole('button', { name: 'Hide this number now' }).click();
  await asked.getByText('Please say why, in a few words.').waitFor();
  await asked.getByRole('textbox', { name: 'Why?' }).fill('It rings a shop');
  await asked.getByRole('button', { name: 'Hide this number now' }).click();
  await editor.getByText('Hidden from residents').waitFor();
  expect(Object.keys(desk.rig.desk.current().hidden)).toEqual(['childline']);

  await editor.getByRole('button', { name: 'Bring it back: ask a second person' }).click();
  await editor.getByText('You have asked to bring it back').waitFor();
  expect(await editor.getByRole('button', { name: 'I agree: show it again' }).count()).toBe(0);

  const second = await desk.open('approver', 'services/childline');
  await second.getByRole('button', { name: 'I agree: show it again' }).click();
  await second.getByText('Hidden from residents').waitFor({ state: 'detached' });
  expect(desk.rig.desk.current().hidden).toEqual({});

  await second.getByRole('link', { name: 'Audit trail' }).click();
  await second.getByText('An editor (person editor) hid Childline: It rings a shop').waitFor();
  await second.getByText('An approver (you) brought Childline back').waitFor();
  await second.getByText(/The trail is whole/).waitFor();
  await Promise.all([editor.context().close(), second.context().close()]);
});

it('never offers to hide an emergency service', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'services/police-999');
  await page.getByText(/An emergency service cannot be hidden/).waitFor();
  expect(await hide(page).count()).toBe(0);
  await page.context().close();
});

it('says how well a number is sourced, not that anybody is sure of it', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'services');
  const row = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Childline', exact: true }) });
  await row.getByText('Well sourced', { exact: true }).waitFor();
  await row.getByText('Nobody has rung or opened it yet.', { exact: false }).waitFor();
  expect(await page.getByText('Very sure').count()).toBe(0);
  await page.context().close();
});

it('notes that a number was rung today', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'services/nspcc');
  await page.getByRole('button', { name: 'I rang it today' }).click();
  await page.getByRole('button', { name: 'Rung today' }).waitFor();
  expect(desk.rig.desk.current().rung.nspcc?.role).toBe('editor');
  await page.context().close();
});

it('writes hours, a number and the days of review, and shows the problem beside the number', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'services/childline');
  await page.getByLabel('When it answers: kind').selectOption('times');
  await page.getByLabel('Monday to Friday: from').fill('10:00');
  await page.getByLabel('Monday to Friday: until').fill('00:00');
  await page.getByRole('button', { name: 'Add a day' }).click();
  const number = page.getByRole('textbox', { name: 'Phone number' });
  await number.fill('0808 call us');
  await page
    .getByText(/^Write a phone number with digits and spaces only\./)
    .first()
    .waitFor();
  await number.fill('01632 960 001');
  await page
    .getByText(/^Write a phone number with digits and spaces only\./)
    .first()
    .waitFor({ state: 'detached' });
  await saved(page);
  const [draft] = Object.values(desk.rig.desk.current().drafts);
  const text = draft?.files['content/services.yaml'] ?? '';
  const entry = text.slice(text.indexOf('  - id: childline\n'), text.indexOf('  - id: childline-online'));
  expect(entry).toContain('phone: "01632 960 001"');
  expect(entry).toContain('10:00-24:00');
  expect(text.split('\n').length).toBeGreaterThan(1_000);
  expect(faultsOf.get(page)).toEqual([]);
  await page.context().close();
});

it('begins a new service that residents do not see yet', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'services');
  await page.getByRole('button', { name: 'New service' }).click();
  await page.getByText('Residents do not see this service yet.').waitFor();
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('A quiet line');
  await page.getByRole('heading', { level: 1, name: 'A quiet line' }).waitFor();
  await page.context().close();
});

it('has no faults that axe finds, in three themes, on a phone and on a desk', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('approver', 'services/wilts-out-of-hours');
  await page.getByRole('textbox', { name: 'Phone number' }).waitFor();
  expect(await faultsOfView(page)).toEqual([]);
  await page.getByRole('link', { name: 'All services' }).click();
  await page.getByRole('searchbox', { name: 'Find a service' }).fill('childline');
  await page.getByText('2 services').waitFor();
  await page.getByRole('button', { name: 'Hide this number now: Childline', exact: true }).waitFor();
  expect(await faultsOfView(page)).toEqual([]);
  await page.context().close();
});
