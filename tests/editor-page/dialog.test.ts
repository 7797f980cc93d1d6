/** The form of a dialog, in a real browser on a real server: what is typed is what is written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ROOT } from '../library.ts';
import { deskServed, faultsOf, saved } from './stage.ts';

const FILE = 'dialogs/gifts-and-favours.yaml';
const SHIPPED = readFileSync(join(ROOT, FILE), 'utf8');
const desk = deskServed();

/** The draft of this title, as the server holds it. */
async function heldBy(
  page: Page,
  title: string,
): Promise<{ id: string; revision: number; files: Record<string, string> }> {
  const person = await desk.apart(page);
  const { body } = await person.get('/desk');
  const line = body.drafts.find((one: { title: string }) => one.title === title);
  return (await person.get(`/drafts/${line.id}`)).body.draft;
}

const lines = (text: string | undefined): string[] => (text ?? '').split('\n');
const changed = (text: string | undefined): string[] =>
  lines(text).filter((line) => !lines(SHIPPED).includes(line));

it('shows what is wrong beside the field, and writes only the mended sentence', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'dialog/gifts-and-favours');
  const bubble = page.getByLabel('Bubble 1').first();
  await bubble.fill('Ring 01632 960001 now.');
  const field = page.locator('.fui-Field', { has: bubble });
  await field.getByText('A number is typed here').waitFor();
  await page.getByRole('button', { name: /problem/ }).click();
  await page.getByLabel('Draft', { exact: true }).focus();
  await page.getByRole('button', { name: /Problem: A number is typed here/ }).click();
  await expect.poll(() => bubble.evaluate((one) => one === document.activeElement)).toBe(true);
  await bubble.fill('I am glad you asked: really.');
  await field.getByText('A number is typed here').waitFor({ state: 'detached' });
  await page.getByLabel('Draft', { exact: true }).fill('First words');
  await saved(page);
  const { files } = await heldBy(page, 'First words');
  expect(Object.keys(files)).toEqual([FILE]);
  expect(changed(files[FILE])).toEqual(['      - "I am glad you asked: really."']);
  expect(lines(files[FILE]).length).toBe(lines(SHIPPED).length);
  expect(faultsOf.get(page)).toEqual([]);
  await page.context().close();
});

it('adds, moves and removes bubbles and buttons; a step that gets another name takes its ways along', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'dialog/gifts-and-favours');
  await page.getByRole('button', { name: 'Add a bubble' }).click();
  await page.keyboard.type('A third bubble.');
  await page.getByRole('button', { name: 'Move bubble 3 up' }).click();
  await page.getByRole('button', { name: 'Remove button 7' }).click();
  await page.getByRole('button', { name: 'Move button 1 down' }).click();
  await page.getByRole('button', { name: 'Add a button' }).click();
  await page
    .getByLabel(/^Button \d+ says$/)
    .last()
    .fill('Something else');
  await page
    .getByLabel(/^People also type for button/)
    .last()
    .fill('else, something else');
  await page.getByRole('button', { name: 'Open: Button 7 leads to' }).waitFor();
  await page.getByRole('button', { name: 'More for step debt', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Rename this step' }).click();
  await page.getByLabel('Short name').fill('They say I owe');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await page.getByLabel('Draft', { exact: true }).fill('Many changes');
  await saved(page);
  const { files } = await heldBy(page, 'Many changes');
  const text = lines(files[FILE]);
  const first = text.slice(text.indexOf('  first:'), text.indexOf('  wants-back:'));
  expect(first[3]).toBe('      - A third bubble.');
  expect(
    first.filter((line) => line.includes('label:')).map((line) => /label: ([^,]+)/.exec(line)?.[1]),
  ).toEqual([
    'They say I owe them',
    'They want something back',
    'They give lifts or a place to stay',
    'I have to keep it secret',
    "It's happening to my friend",
    "I'm scared of them",
    'Something else',
  ]);
  expect(first.at(-1)).toBe('      - { label: Something else, also: [else, something else], go: first }');
  expect(files[FILE]?.match(/go: they-say-i-owe\b/g)).toHaveLength(2);
  expect(text).toContain('  they-say-i-owe:');
  const polish = files['content/pl/dialogs/gifts-and-favours.yaml'];
  expect(polish).toContain('\n  they-say-i-owe:\n');
  expect(faultsOf.get(page)).toEqual([]);
  await page.context().close();
});

it('keeps both versions when two save one draft', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'dialog/gifts-and-favours');
  const bubble = page.getByLabel('Bubble 1').first();
  await bubble.fill('The first of us wrote this.');
  await page.getByLabel('Draft', { exact: true }).fill('Ours');
  await saved(page);
  const { id, revision, files } = await heldBy(page, 'Ours');
  const theirs = files[FILE]?.replace('The first of us', 'The second of us') ?? '';
  const person = await desk.apart(page);
  const put = await person.put(`/drafts/${id}`, {
    title: 'Ours',
    base: 'shipped',
    files: { [FILE]: theirs },
    revision,
  });
  expect(put.status).toBe(200);
  await bubble.fill('The third of us wrote this.');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('The second of us wrote this.').waitFor();
  await dialog.getByText('The third of us wrote this.').waitFor();
  await dialog.getByRole('button', { name: 'Put mine over theirs' }).click();
  await page.getByText('Both versions are kept.').waitFor();
  expect((await heldBy(page, 'Ours')).files[FILE]).toContain('The third of us');
  expect((await heldBy(page, 'Ours (the other version)')).files[FILE]).toContain('The second of us');
  await page.context().close();
});

it('marks a translation stale when its English changes, and its stamp right when it fits again', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'dialog/gifts-and-favours');
  await page.getByLabel('Bubble 1').first().fill('Thank you for asking.');
  await page.getByRole('button', { name: 'Polski' }).click();
  await page.getByText('The English has changed').waitFor();
  await page.getByLabel('Bubble 1').first().fill('Dobrze, że pytasz.');
  await page.getByRole('button', { name: 'It fits the English now' }).click();
  await page.getByText('The English has changed').waitFor({ state: 'detached' });
  await page.getByText('No problems').waitFor();
  await page.getByLabel('Draft', { exact: true }).fill('Polish');
  await saved(page);
  const { files } = await heldBy(page, 'Polish');
  expect(files['content/pl/dialogs/gifts-and-favours.yaml']).toContain('- "Dobrze, że pytasz."');
  await page.context().close();
});

it('brings a draft onto words that were published under it, and takes nothing of either back', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'dialog/gifts-and-favours');
  await page.getByLabel('Bubble 1').first().fill('Mine, at the top.');
  await page.getByLabel('Draft', { exact: true }).fill('Under way');
  await saved(page);
  const editor = await desk.apart(page);
  const other = await desk.open('approver', 'drafts');
  const approver = await desk.apart(other);
  const theirs = SHIPPED.replace(
    'You can say as much or as little as you like.',
    'You can say a lot, or a little.',
  );
  await editor.put('/drafts/theirs', {
    title: 'Theirs',
    base: 'shipped',
    files: { [FILE]: theirs },
    revision: 0,
  });
  await editor.post('/drafts/theirs/ask', { revision: 1 });
  await approver.post('/drafts/theirs/approve', { revision: 1 });
  expect((await approver.post('/drafts/theirs/publish', { revision: 1 })).status).toBe(200);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.getByRole('button', { name: 'Bring it up to date' }).click();
  await page.getByText('Your changes stand on the live words now.', { exact: false }).waitFor();
  await saved(page);
  const { files } = await heldBy(page, 'Under way');
  expect(files[FILE]).toBe(theirs.replace(/ {6}- I'm glad you asked\. .*/, '      - Mine, at the top.'));
  await other.context().close();
  await page.context().close();
});
