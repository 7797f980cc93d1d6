/** What a whole visit leaves on a shared phone, and whom it tells: nothing, and nobody. */
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { realLibrary } from '../library.ts';
import { served } from './service.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000, expect: { poll: { timeout: 15_000 } } });

const EXIT = 'https://weather.example/';
const WORDS = 'my friend Kasia is getting gifts from an older man';
/** Words that must not stand in the list of pages that somebody was on. */
const TELLING = /sex|exploit|abus|groom|rape|\bcse\b|assault|porn|nude|suicid|self.?harm|police|childline/i;
const { ui } = realLibrary().content;

const stage = served(async () => ({ EXIT_URL: EXIT }));
let context: BrowserContext;

afterEach(() => context?.close());

/** Everything that a visit could be known by. */
interface Visit {
  readonly page: Page;
  /** Addresses of all requests and sockets. */
  readonly asked: string[];
  /** Requests that told where the person came from. */
  readonly told: string[];
  /** Answers that the browser may keep. */
  readonly kept: string[];
  /** Every address and title that the address bar and the tab have shown. */
  readonly shown: Set<string>;
  /** Names and tokens of the talk. */
  readonly secrets: Set<string>;
}

async function visit(options: BrowserContextOptions = {}): Promise<Visit> {
  context = await stage.browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  context.setDefaultTimeout(15_000);
  await context.route(`${EXIT}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Sunny' }));
  const page = await context.newPage();
  const seen: Visit = { page, asked: [], told: [], kept: [], shown: new Set(), secrets: new Set() };
  page.on('websocket', (socket) => seen.asked.push(socket.url()));
  page.on('framenavigated', (frame) => seen.shown.add(frame.url()));
  context.on('request', (request) => {
    seen.asked.push(request.url());
    if (request.headers().referer) seen.told.push(request.url());
  });
  context.on('response', async (response) => {
    if (!response.url().startsWith(stage.service.origin)) return;
    const headers = response.headers();
    if (headers['cache-control'] !== 'no-store' || headers['set-cookie']) seen.kept.push(response.url());
    const body = await response.text().catch(() => '');
    for (const [, value] of body.matchAll(/"(?:token|conversationId)":"([^"]+)"/g))
      seen.secrets.add(value ?? '');
    for (const [, value] of body.matchAll(/name="talk"[^>]*value="([^"]+)"/g)) seen.secrets.add(value ?? '');
  });
  return seen;
}

/** The list that somebody sees who holds the back button: addresses and titles. */
async function history({ page }: Visit): Promise<string[]> {
  const session = await context.newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  return entries.flatMap(({ url, title }) => [url, title]);
}

/** @returns what every kind of storage holds for our site, after all of the visit */
async function stored({ page }: Visit): Promise<unknown> {
  await page.goto(`${stage.service.origin}/favicon.svg`);
  const session = await context.newCDPSession(page);
  const { usageBreakdown } = await session.send('Storage.getUsageAndQuota', { origin: stage.service.origin });
  await session.detach();
  return {
    cookies: await context.cookies(),
    filled: usageBreakdown.filter(({ usage }) => usage > 0),
    ...(await page.evaluate(async () => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
      // What a page gets from its name would follow the tab to other sites.
      name: window.name,
      state: window.history.state,
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }))),
  };
}
const NOTHING = {
  cookies: [],
  filled: [],
  local: {},
  session: {},
  name: '',
  state: null,
  databases: [],
  caches: [],
  workers: 0,
};

/** What must hold of every visit, whichever way it went. */
async function expectNoTrace(seen: Visit): Promise<void> {
  const ours = (url: string) => url.replace(/^ws/, 'http').startsWith(`${stage.service.origin}/`);
  expect(seen.asked.filter((url) => !ours(url) && url !== EXIT)).toEqual([]);
  expect(seen.told).toEqual([]);
  expect(seen.kept).toEqual([]);

  const past = [...seen.shown, ...(await history(seen))];
  expect(seen.secrets.size, 'there was a talk').toBeGreaterThan(0);
  for (const secret of seen.secrets) expect(past.filter((one) => one.includes(secret))).toEqual([]);
  expect(past.filter((one) => /[?=]/.test(one) || one.includes('Kasia'))).toEqual([]);
  expect(past.filter((one) => TELLING.test(one.replace(stage.service.origin, '')))).toEqual([]);
  expect(await stored(seen)).toEqual(NOTHING);
}

describe('a visit from the start page to the way out', () => {
  it('leaves nothing behind, with scripts', async () => {
    const seen = await visit();
    const { page } = seen;
    await page.goto(stage.service.origin);
    await page.locator('main a[href="/young-people"]').first().click();
    await page.waitForURL('**/young-people');
    // A door into the chat: its code is gone from the address at once.
    await page.locator('main a[href^="/chat#c-"]').first().click();
    await page.getByRole('log').locator('.bot').first().waitFor();
    await expect.poll(() => page.url()).toBe(`${stage.service.origin}/chat`);
    await page.locator('#words').fill(WORDS);
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText("You're a good friend for noticing").waitFor();
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByRole('button', { name: 'They get gifts or money' }).click();
    await page.getByRole('log').locator('a[href^="tel:0300456"]').first().waitFor();
    await useSettings(page);

    const wiped = page.waitForRequest((request) => request.url().endsWith('/wipe'));
    await page.locator('#exit').click();
    await wiped;
    await page.waitForURL(EXIT);
    expect((await history(seen)).filter((one) => one.endsWith('/chat'))).toEqual([]);
    await expectNoTrace(seen);
  });

  it('leaves nothing behind, without scripts', async () => {
    const seen = await visit({ javaScriptEnabled: false });
    const { page } = seen;
    await page.goto(`${stage.service.origin}/young-people`);
    await page.locator('main a[href^="/chat"]').first().click();
    await page.locator('#words').fill(WORDS);
    await page.locator('button.say').click();
    await page.getByText("You're a good friend for noticing").first().waitFor();
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByText('They get gifts or money').first().waitFor();
    expect(page.url()).toBe(`${stage.service.origin}/chat`);
    await page.locator('#exit').click();
    await page.waitForURL(EXIT);
    await expectNoTrace(seen);
  });
});

/** Every setting that there is, changed once. */
async function useSettings(page: Page): Promise<void> {
  const settings = page.locator('details.tools');
  const open = () => settings.getByText(ui.tools, { exact: true }).click();
  await open();
  for (const name of [ui['size-largest'], ui.spaced]) {
    await settings.getByRole('button', { name, exact: true }).click();
    await settings.locator('[aria-pressed=true]').getByText(name, { exact: true }).waitFor();
  }
  await settings.getByRole('button', { name: ui['read-aloud'], exact: true }).click();
  await settings.getByText(ui['place-choose'], { exact: true }).click();
  await settings.getByRole('combobox').selectOption({ index: 3 });
  const answers = page.getByRole('log').locator('.bot.first');
  const before = await answers.count();
  await settings.getByRole('button', { name: ui.send, exact: true }).click();
  await expect.poll(() => answers.count()).toBe(before + 1);
  await open();
  await settings.locator('button[lang=pl]').click();
  await page.locator('#chat[lang=pl]').waitFor();
}

it('the tab says no more than that it is advice, and which page, on every page', async () => {
  const seen = await visit();
  const { page } = seen;
  await page.goto(stage.service.origin);
  const paths = await page
    .locator('a[href^="/"]')
    .evaluateAll((all) => [...new Set(all.map((node) => (node as HTMLAnchorElement).pathname))].sort());
  expect(paths.length).toBeGreaterThan(10);
  const titles = new Map<string, string>();
  for (const path of [...new Set([...paths, '/', '/no/such/page'])]) {
    await page.goto(stage.service.origin + path);
    titles.set(path, await page.title());
    expect(await page.locator('meta[name=description], meta[property^="og:"]').count(), path).toBe(0);
    expect(await page.locator('[rel~=preconnect], [rel~=dns-prefetch], [ping]').count(), path).toBe(0);
  }
  expect([...titles].filter(([, title]) => TELLING.test(title) || !title.startsWith('Advice'))).toEqual([]);
  // What is not there needs no name of its own.
  titles.delete('/no/such/page');
  expect([...titles.values()].sort()).toEqual([...new Set(titles.values())].sort());
});
