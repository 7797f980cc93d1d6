/** A dialog that begins, and one that goes, in a real browser on a real server. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { deskServed, faultsOf, saved } from './stage.ts';

const desk = deskServed();

interface Held {
  readonly id: string;
  readonly revision: number;
  readonly files: Readonly<Record<string, string | null>>;
}

/** The draft of this title, as the server holds it. */
async function heldBy(page: Page, title: string): Promise<Held> {
  const person = await desk.apart(page);
  const { body } = await person.get('/desk');
  const line = body.drafts.find((one: { title: string }) => one.title === title);
  return (await person.get(`/drafts/${line.id}`)).body.draft;
}

const NEW = `version: 1
id: my-phone-was-taken
title: My phone was taken
for: [young-person, parent]
approved: []
answers: []
asks: []
start: first
steps:
  first:
    say:
      - Write here what the bot says.
    hand-off: [childline, police-101, front-door]
`;

async function begin(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New dialog' }).click();
  const box = page.getByRole('dialog');
  await box.getByText('Nobody can reach it until a button of another dialog leads to it').waitFor();
  const go = box.getByRole('button', { name: 'Begin it' });
  await box.getByLabel('Title').fill(title);
  expect(await go.isDisabled()).toBe(true);
  await box.getByLabel('Young people').check();
  await box.getByLabel('Parents and carers').check();
  await go.click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

it('begins a dialog that shows people to ring, says that nobody can reach it, and is led to by a button', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'dialogs');
  await begin(page, 'My phone was taken');
  const warning = page.getByText('Nobody can reach this dialog yet.', { exact: false });
  await warning.waitFor();
  await page.getByText('No problems').waitFor();
  await saved(page);
  expect((await heldBy(page, 'New dialog: My phone was taken')).files).toEqual({
    'dialogs/my-phone-was-taken.yaml': NEW,
  });
  await page.evaluate(() => {
    location.hash = 'dialog/gifts-and-favours';
  });
  await page.getByRole('heading', { level: 1, name: 'Someone gives me things' }).waitFor();
  await page.getByRole('button', { name: 'Add a button' }).click();
  await page
    .getByLabel(/^Button \d+ says$/)
    .last()
    .fill('They took my phone');
  const target = page.getByRole('combobox', { name: /^Button \d+ leads to$/ }).last();
  await target.click();
  await target.selectText();
  await target.pressSequentially('my phone was');
  await page.getByRole('option', { name: 'Dialog: My phone was taken' }).click();
  await page.evaluate(() => {
    location.hash = 'dialogs';
  });
  await page.getByText('New in your draft').waitFor();
  await page.getByRole('link', { name: 'My phone was taken' }).click();
  await page.getByRole('heading', { level: 1, name: 'My phone was taken' }).waitFor();
  expect(await warning.count()).toBe(0);
  await page.getByText('No problems').waitFor();
  await saved(page);
  const { id, revision, files } = await heldBy(page, 'New dialog: My phone was taken');
  expect(files['dialogs/gifts-and-favours.yaml']).toContain(
    'label: They took my phone, also: [], go: my-phone-was-taken',
  );
  const [editor, other] = [await desk.apart(page), await desk.open('approver', 'drafts')];
  const approver = await desk.apart(other);
  const leads = await desk.open('safeguarding-lead', 'drafts');
  const lead = await desk.apart(leads);
  expect((await editor.post(`/drafts/${id}/ask`, { revision })).status).toBe(200);
  expect((await approver.post(`/drafts/${id}/approve`, { revision })).status).toBe(200);
  // What a new dialog is for stands between somebody and help: the safeguarding lead has to agree too.
  const early = await approver.post(`/drafts/${id}/publish`, { revision });
  expect(early.body.error.code).toBe('needs-lead');
  expect((await lead.post(`/drafts/${id}/approve`, { revision })).status).toBe(200);
  expect((await approver.post(`/drafts/${id}/publish`, { revision })).status).toBe(200);
  const { items } = (await approver.get('/desk')).body;
  expect(items).toContainEqual(
    expect.objectContaining({ path: 'dialogs/my-phone-was-taken.yaml', title: 'My phone was taken' }),
  );
  expect(faultsOf.get(page)).toEqual([]);
  await other.context().close();
  await leads.context().close();
  await page.context().close();
});

it('gives a new dialog a name that no dialog and no step has', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'dialogs');
  await begin(page, 'Wants back');
  expect(new URL(page.url()).hash).toBe('#dialog/wants-back-2');
  await page.getByText('No problems').waitFor();
  await page.context().close();
});

const REMOVED = [
  'content/en-easy/dialogs/under-10s.yaml',
  'content/pl/dialogs/under-10s.yaml',
  'dialogs/under-10s.yaml',
];

it('takes a dialog out with its translations, after it has said what leads to it, and puts it back', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'dialog/under-10s');
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: 'More for this dialog' }).click();
  await page.getByRole('menuitem', { name: 'Remove this dialog' }).click();
  const box = page.getByRole('dialog');
  await box.getByText("Something else: its step first has the button “I'm at primary school”").waitFor();
  await box.getByText('it has a link to it', { exact: false }).waitFor();
  await box.getByText('Its translations go with it: Easy read, Polski.', { exact: false }).waitFor();
  await box.getByRole('button', { name: 'Remove it' }).click();
  await page.getByText('Taken out in your draft', { exact: true }).waitFor();
  await page.getByRole('button', { name: /problems/ }).waitFor();
  await saved(page);
  const held = await heldBy(page, `Without ${title}`);
  expect(Object.entries(held.files).sort()).toEqual(REMOVED.map((path) => [path, null]));
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await page.getByRole('button', { name: 'More for this dialog' }).waitFor();
  await page.getByText('No problems').waitFor();
  await saved(page);
  expect((await heldBy(page, `Without ${title}`)).files).toEqual({});
  expect(faultsOf.get(page)).toEqual([]);
  await page.context().close();
});

it('names the risk phrases that a dialog answers, and keeps what Signpost needs', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'dialog/own-behaviour-refusal');
  const ask = async (): Promise<void> => {
    await page.getByRole('button', { name: 'More for this dialog' }).click();
    await page.getByRole('menuitem', { name: 'Remove this dialog' }).click();
  };
  const box = page.getByRole('dialog');
  await ask();
  await box.getByText('a risk phrase there is answered by it', { exact: false }).waitFor();
  await box.getByRole('button', { name: 'Keep it' }).click();
  for (const [id, says] of [
    ['immediate-danger', 'Signpost opens this dialog by itself'],
    ['foster-carers', 'Signpost opens this dialog by itself'],
    ['gifts-and-favours', 'Signpost must have an answer to “Gifts and favours”'],
  ] as const) {
    await page.evaluate((to) => {
      location.hash = `dialog/${to}`;
    }, id);
    await box.waitFor({ state: 'detached' });
    await ask();
    await box.getByText(says, { exact: false }).waitFor();
    expect(await box.getByRole('button', { name: 'Remove it' }).count()).toBe(0);
    await box.getByRole('button', { name: 'Close' }).click();
  }
  await page.context().close();
});
