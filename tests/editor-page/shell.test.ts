/** The frame of the editor's page: nothing typed is lost, whatever ends or goes; it works by keyboard, in three themes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ROOT } from '../library.ts';
import { faultsOfView } from './faults.ts';
import { deskServed, faultsOf, saved } from './stage.ts';

const desk = deskServed();

const bubbleOf = (page: Page) => page.getByLabel('Bubble 1').first();
const WORDS = 'Words that must not be lost.';

it('keeps the words when the session has ended, and goes on after signing in again', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'dialog/gifts-and-favours');
  const cookies = await page.context().cookies();
  await bubbleOf(page).fill(WORDS);
  await page.context().clearCookies();
  await page.keyboard.press('Control+s');
  await page.getByText('You have been signed out.', { exact: true }).waitFor();
  expect(await bubbleOf(page).inputValue()).toBe(WORDS);
  // Told once, not by the bar and by the save that failed.
  expect(await page.getByText('Your words are safe on this page', { exact: false }).count()).toBe(1);
  await page.getByRole('button', { name: 'Sign in again (new tab)' }).waitFor();
  await page.context().addCookies(cookies);
  await page.getByRole('button', { name: 'I have signed in' }).click();
  await page.getByText('You have been signed out.', { exact: true }).waitFor({ state: 'detached' });
  await saved(page);
  expect(await bubbleOf(page).inputValue()).toBe(WORDS);
  await page.context().close();
});

it('keeps the words while the server is gone, tries again, and asks before they are left', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'dialog/gifts-and-favours');
  await page.route('**/editor/api/**', (route) => route.abort());
  await bubbleOf(page).fill(WORDS);
  await page.keyboard.press('Control+s');
  await page.getByText('The server does not answer.', { exact: true }).waitFor();
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    await dialog.dismiss();
    return dialog.type();
  });
  await page.evaluate(() => void setTimeout(() => location.reload()));
  expect(await asked).toBe('beforeunload');
  await page.unroute('**/editor/api/**');
  await page.getByText('The server does not answer.', { exact: true }).waitFor({ state: 'detached' });
  expect(await bubbleOf(page).inputValue()).toBe(WORDS);
  await saved(page);
  await page.context().close();
});

it('keeps the words when a view cannot draw its file, and goes on with the others', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('editor', 'drafts');
  const person = await desk.apart(page);
  const file = 'dialogs/gifts-and-favours.yaml';
  const broken = readFileSync(join(ROOT, file), 'utf8').replace('for: [young-person]', 'for: young-person');
  const draft = { title: 'Not to be drawn', base: 'shipped', files: { [file]: broken }, revision: 0 };
  expect((await person.put('/drafts/not-drawn', draft)).status).toBe(200);
  await page.reload();
  await page.getByRole('button', { name: 'Open Not to be drawn' }).click();
  await page.getByLabel('Draft', { exact: true }).waitFor();
  await page.goto(`${desk.rig.url}/editor#dialog/fears`);
  await bubbleOf(page).fill(WORDS);
  await page.goto(`${desk.rig.url}/editor#dialog/gifts-and-favours`);
  const told = page.getByRole('alert').filter({ hasText: 'This view stopped working' });
  await told.waitFor();
  await told.getByRole('button', { name: 'Try again' }).click();
  await told.waitFor();
  await saved(page);
  const { files } = (await person.get('/drafts/not-drawn')).body.draft;
  expect(files['dialogs/fears.yaml']).toContain(WORDS);
  expect(files[file]).toBe(broken);
  await page.goto(`${desk.rig.url}/editor#dialog/fears`);
  await expect.poll(() => bubbleOf(page).inputValue()).toBe(WORDS);
  expect(await told.count()).toBe(0);
  await page.context().close();
});

it('has no faults that axe finds, in three themes', { timeout: 90_000 }, async () => {
  const page = await desk.open('editor', 'dialog/gifts-and-favours');
  await bubbleOf(page).fill('Ring 01632 960001 now.');
  await page.getByRole('button', { name: /problem/ }).waitFor();
  const found: string[] = [];
  for (const view of [
    'dialog/gifts-and-favours',
    'dialogs',
    'translate/pl/gifts-and-favours',
    'drafts',
    'history',
  ]) {
    await page.goto(`${desk.rig.url}/editor#${view}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    found.push(...(await faultsOfView(page)).map((one) => `${view} ${one}`));
  }
  expect(found).toEqual([]);
  expect(faultsOf.get(page)).toEqual([]);
  await page.context().close();
});

it('can be used without a mouse, on a narrow screen too', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'dialogs');
  await page.setViewportSize({ width: 360, height: 640 });
  const press = (...keys: string[]) =>
    keys.reduce((all, key) => all.then(() => page.keyboard.press(key)), Promise.resolve());
  /** Tab until something of this name has the focus. */
  const tabTo = async (name: RegExp) => {
    for (let n = 0; n < 80; n++) {
      const label = await page.evaluate(() => {
        const one = document.activeElement as HTMLElement | null;
        const labelled =
          one && 'labels' in one
            ? [...((one.labels as NodeListOf<HTMLElement> | null) ?? [])].map((l) => l.innerText).join(' ')
            : '';
        return `${one?.getAttribute('aria-label') ?? ''} ${labelled} ${one?.matches('a, button') ? one.innerText : ''}`;
      });
      if (name.test(label)) return;
      await press('Tab');
    }
    throw new Error(`nothing called ${name} can be reached by Tab`);
  };
  await tabTo(/Skip to the view/);
  await press('Enter');
  await tabTo(/Search/);
  await page.keyboard.type('gives me');
  await page.getByText('1 of', { exact: false }).waitFor();
  await tabTo(/Someone gives me things/);
  await press('Enter');
  await page.getByLabel('Bubble 1').first().waitFor();
  await tabTo(/Close step first/);
  await press('Enter');
  await tabTo(/Change step debt /);
  await press('Enter');
  await tabTo(/Bubble 1/);
  await press('Control+a');
  await page.keyboard.type('Somebody says you owe them.');
  await tabTo(/Move bubble 1 down/);
  await press('Enter');
  await saved(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(await page.getByLabel('Bubble 2').first().inputValue()).toBe('Somebody says you owe them.');
  await page.context().close();
});

it('can be switched off by one person, with a reason', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'drafts');
  await page.getByRole('button', { name: 'Switch the bot off' }).click();
  await page.getByLabel('Why?').fill('A number is wrong');
  await page.getByRole('button', { name: 'Switch the bot off now' }).click();
  await page.getByText('Switched off.', { exact: true }).waitFor();
  await page.getByText('The reason: A number is wrong.').waitFor();
  await page.context().close();
});
