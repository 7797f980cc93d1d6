/** The whole way of a sentence in real browsers: changed, mended, tried, agreed to, published, taken back; all in the trail. */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import type { Role } from '../../src/editor/staff.ts';
import { served } from './service.ts';
import { linkOf } from './staff.ts';

const data = await mkdtemp(join(tmpdir(), 'signpost-journey-'));
const here = served(async () => ({ DATA_DIR: data }));
afterAll(() => rm(data, { recursive: true, force: true }));

const PUBLISHED_MS = 2_000;
const OLD = "I'm glad you asked.";
const NEW = 'It was good to ask.';

async function enter(browser: Browser, role: Role): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(linkOf(here.service, role));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'To do' }).waitFor();
  return page;
}

const to = (page: Page, view: string) => page.goto(`${here.service.origin}/editor#${view}`);

/** What the public chat says to somebody who opens the dialog just now, without a script. */
async function says(words: string): Promise<boolean> {
  const body = new URLSearchParams({ choice: ':open/gifts-and-favours' });
  const answer = await fetch(`${here.service.origin}/chat`, { method: 'POST', body });
  return (await answer.text()).replaceAll('&#39;', "'").includes(words);
}
const shows = async (path: string, words: string): Promise<boolean> =>
  (await (await fetch(here.service.origin + path)).text()).includes(words);
const soon = (look: () => Promise<boolean>, within = PUBLISHED_MS) =>
  expect.poll(look, { timeout: within, interval: 100 }).toBe(true);

let editor: Page;
let approver: Page;

it('an editor changes a sentence; blame and a stray number are named, and mended; it is tried, and others are asked', async () => {
  editor = await enter(here.browser, 'editor');
  await editor.getByRole('link', { name: 'Dialogs' }).click();
  await editor.getByRole('searchbox').fill('gives me things');
  await editor.getByRole('link', { name: 'Someone gives me things' }).click();
  const bubble = editor.getByLabel('Bubble 1').first();
  await bubble.fill('You put yourself at risk. Ring 01632 960 001.');
  const field = editor.locator('.fui-Field', { has: bubble });
  // The first check of all loads the dictionaries.
  await expect.poll(() => field.textContent(), { timeout: 20_000 }).toMatch(/someone put you at risk/);
  await expect.poll(() => field.textContent()).toMatch(/number/);
  await bubble.fill(`${NEW} Anyone would like free things.`);
  await expect.poll(() => field.textContent()).not.toMatch(/someone put you at risk/);
  await editor.getByText('No problems').waitFor();

  await editor.getByRole('button', { name: 'Try it in a preview' }).click();
  await editor.getByText(NEW).first().waitFor();

  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await editor.getByRole('button', { name: 'Ask for approval' }).click();
  await editor.getByText('Approval is asked for.').waitFor();
  expect(await says(NEW)).toBe(false);
});

it('a second person sees what changes and publishes; the chat says it within two seconds', async () => {
  approver = await enter(here.browser, 'approver');
  await approver.getByRole('button', { name: /^Look at it/ }).click();
  await approver.getByText(NEW).first().waitFor();
  await approver.getByRole('button', { name: 'Approve and publish' }).click();
  await approver.getByText('Residents see the new words now.').waitFor();
  await soon(() => says(NEW));
});

it('an earlier version is back in one click', async () => {
  await to(approver, 'history');
  await approver.getByRole('button', { name: 'Go back to this' }).click();
  const why = approver.getByRole('dialog').getByRole('textbox');
  await why.fill('A trial');
  await approver.getByRole('button', { name: 'Go back now' }).click();
  await approver.getByText('Residents see the earlier words again.').waitFor();
  await soon(() => says(OLD));
});

it('one person hides a wrong number, and switches the bot off and another on', async () => {
  expect(await shows('/get-help', 'tel:08001111')).toBe(true);
  await to(editor, 'services/childline');
  await editor.getByRole('button', { name: 'Hide this number now' }).first().click();
  await editor.getByRole('dialog').getByRole('textbox').fill('Somebody else answered');
  await editor.getByRole('dialog').getByRole('button', { name: 'Hide this number now' }).click();
  await editor.getByText('Residents do not see it any more.').waitFor();
  await soon(async () => !(await shows('/get-help', 'tel:08001111')));

  await editor.getByRole('button', { name: 'Switch the bot off' }).click();
  await editor.getByRole('dialog').getByRole('textbox').fill('It says wrong things');
  await editor.getByRole('dialog').getByRole('button', { name: /off/i }).click();
  await soon(() => shows('/chat', 'The chat is switched off'));
  await approver.reload();
  await approver.getByRole('button', { name: /switch.*on/i }).click();
  await approver.getByRole('dialog').getByRole('textbox').fill('Mended');
  await approver.getByRole('dialog').getByRole('button', { name: /on/i }).last().click();
  await soon(() => shows('/chat', '<textarea'));
});

it('all of it is in the trail, which shows a planted edit, deletion, move and cut-off end', async () => {
  const trail = async (): Promise<string> => {
    await to(editor, 'dialogs');
    await to(editor, 'trail');
    await editor.getByText(/The trail is whole|tampered/).waitFor();
    return (await editor.locator('main').textContent()) ?? '';
  };
  const whole = await trail();
  expect(whole).toContain('The trail is whole');
  for (const deed of [
    'saved the draft “',
    'asked for approval of the draft “',
    'approved the draft “',
    'published the draft “',
    'went back',
    'hid Childline: Somebody else answered',
    'switched the bot off',
    'switched the bot on',
  ])
    expect(whole).toContain(deed);

  const path = join(data, 'audit.jsonl');
  const kept = readFileSync(path, 'utf8');
  const lines = kept.trimEnd().split('\n');
  const [first = '', second = '', ...others] = lines;
  const plants = {
    edit: lines.map((line) => line.replace('Somebody else answered', 'A colleague answered')),
    deletion: lines.filter((_, n) => n !== 2),
    move: [second, first, ...others],
    'cut-off end': lines.slice(0, -2),
  };
  for (const [plant, planted] of Object.entries(plants)) {
    writeFileSync(path, `${planted.join('\n')}\n`);
    expect(await trail(), plant).toContain('tampered');
  }
  writeFileSync(path, kept);
  expect(await trail()).toContain('The trail is whole');
});
