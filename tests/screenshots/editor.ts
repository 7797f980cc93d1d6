/**
 * `npm run screenshots -- --editor`: pictures of each view of the editor in Teams' three themes, on a desk and (light)
 * on a phone, into deploy/screenshots/editor-<view>-<width>-<theme>.png. A draft with a mistake in it is open.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Role } from '../../src/editor/staff.ts';
import type { Service } from '../journeys/service.ts';
import { linkOf } from '../journeys/staff.ts';
import { shrink } from './png.ts';

const THEMES = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
} as const;
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

const GIFTS = 'dialogs/gifts-and-favours.yaml';

interface View {
  readonly name: string;
  readonly to: string;
  readonly act?: (page: Page) => Promise<void>;
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

const VIEWS: readonly View[] = [
  { name: 'to-do', to: 'reminders' },
  { name: 'dialogs', to: 'dialogs' },
  {
    name: 'dialog',
    to: 'dialog/gifts-and-favours',
    act: async (page) => {
      await page.getByLabel('Bubble 1').first().fill('You put yourself at risk. Ring 01632 960 001.');
      await page.getByText('someone put you at risk').first().waitFor({ timeout: 30_000 });
    },
  },
  { name: 'services', to: 'services' },
  { name: 'service', to: 'services/wilts-mash' },
  { name: 'risk', to: 'risk' },
  { name: 'pages', to: 'pages/parents' },
  { name: 'news', to: 'news' },
  { name: 'translation', to: 'translate/pl/gifts-and-favours' },
  { name: 'map', to: 'map' },
  { name: 'map-dialog', to: 'map/gifts-and-favours' },
  { name: 'preview', to: 'preview/gifts-and-favours' },
  {
    name: 'try-a-sentence',
    to: 'would',
    act: async (page) => {
      await page.getByRole('textbox').last().fill('he says i owe him money and he is outside my house');
      await press(/^(Try|What would)/)(page);
      await page
        .getByText(/urgent/i)
        .first()
        .waitFor();
    },
  },
  { name: 'changes', to: 'draft/kinder-words' },
  { name: 'drafts', to: 'drafts' },
  { name: 'history', to: 'history', act: press('What it changed') },
  { name: 'trail', to: 'trail' },
];

async function enter(context: BrowserContext, service: Service, role: Role): Promise<Page> {
  const page = await context.newPage();
  await page.goto(linkOf(service, role));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'To do' }).waitFor();
  return page;
}

type Say = (method: string, path: string, data?: object) => Promise<Record<string, unknown>>;

/** Asks the staff side as who is signed in on this page. */
async function sayAs(page: Page, origin: string): Promise<Say> {
  const ask = async (method: string, path: string, data?: object, csrf = '') => {
    const answer = await page.request.fetch(`${origin}/editor/api${path}`, {
      method,
      headers: { 'x-signpost': csrf, origin },
      ...(data && { data }),
    });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const { me } = await ask('GET', '/desk');
  return (method, path, data) => ask(method, path, data, me.csrf);
}

/** Something has been published, something waits, a number is hidden: views that are empty show nothing. */
async function liveALittle(editor: Say, approver: Say): Promise<void> {
  const { text } = (await editor('GET', `/file?version=shipped&path=${GIFTS}`)) as { text: string };
  const save = async (id: string, title: string, base: string, words: string) => {
    const files = { [GIFTS]: text.replace("I'm glad you asked.", words) };
    await editor('PUT', `/drafts/${id}`, { title, base, files, revision: 0 });
    await editor('POST', `/drafts/${id}/ask`, { revision: 1 });
  };
  await save('first-words', 'A kinder beginning', 'shipped', 'It was good to ask.');
  await approver('POST', '/drafts/first-words/approve', { revision: 1 });
  const { live } = await approver('POST', '/drafts/first-words/publish', { revision: 1 });
  await save('kinder-words', 'Thank them first', String(live), 'Thank you for asking.');
  await editor('POST', '/services/hide', { service: 'the-mix', why: 'The line has closed' }).catch(() => {});
  await editor('POST', '/phrases', { text: 'he wont let me go home', level: 'urgent', topic: null });
}

/** @returns the names of pictures that are too heavy */
export async function pictureEditor(
  browser: Browser,
  service: Service,
  folder: string,
  limit: number,
): Promise<string[]> {
  const heavy: string[] = [];
  const first = await browser.newContext({ viewport: DESK });
  const other = await browser.newContext();
  const page = await enter(first, service, 'editor');
  const approver = await enter(other, service, 'approver');
  await liveALittle(await sayAs(page, service.origin), await sayAs(approver, service.origin));
  const state = await first.storageState();
  for (const [theme, scheme] of Object.entries(THEMES))
    for (const viewport of theme === 'light' ? [DESK, PHONE] : [DESK])
      for (const { name, to, act } of VIEWS) {
        const context = await browser.newContext({
          ...scheme,
          viewport,
          storageState: state,
          reducedMotion: 'reduce',
          locale: 'en-GB',
          timezoneId: 'Europe/London',
        });
        context.setDefaultTimeout(20_000);
        const at = await context.newPage();
        try {
          await at.goto(`${service.origin}/editor#${to}`);
          await at.getByRole('heading', { level: 1 }).last().waitFor();
          await at.waitForLoadState('networkidle');
          await act?.(at);
          await at.waitForLoadState('networkidle');
        } catch (error) {
          console.log(`${name}: ${String(error).split('\n')[0]}`);
        }
        const file = `editor-${name}-${viewport.width}-${theme}.png`;
        const bytes = shrink(await at.screenshot({ animations: 'disabled', caret: 'hide' }));
        writeFileSync(join(folder, file), bytes);
        console.log(`${file.padEnd(44)} ${(bytes.length / 1024).toFixed(0).padStart(4)} KB`);
        if (bytes.length > limit) heavy.push(file);
        await context.close();
      }
  await other.close();
  await first.close();
  return heavy;
}
