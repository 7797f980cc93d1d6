/** What people do, in a real browser on a small phone, against the real service. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AXE, faults } from '../axe.ts';
import { served } from './service.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000, expect: { poll: { timeout: 15_000 } } });

const stage = served();
let page: Page;
const requests: string[] = [];

afterEach(async () => {
  await page?.context().close();
});

async function open(path = '/chat', more: BrowserContextOptions = {}): Promise<void> {
  const context = await stage.browser.newContext({ viewport: { width: 360, height: 640 }, ...more });
  await context.addInitScript({ content: AXE });
  page = await context.newPage();
  requests.length = 0;
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(stage.service.origin + path);
  await page.getByText("Hi, I'm Signpost").waitFor();
}

async function say(text: string): Promise<void> {
  await page.getByLabel('Type in your own words').fill(text);
  await page.keyboard.press('Enter');
}
const log = () => page.getByRole('log');
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

describe('a young person types', () => {
  it('my friend is getting gifts from an older man: advice about a friend, then the MASH', async () => {
    await open();
    await say('my friend is getting gifts from an older man');
    await log().getByText("You're a good friend for noticing").waitFor();
    await log().getByText('Are you safe right now?').waitFor();
    expect(await log().locator('a[href="tel:999"]').count()).toBeGreaterThan(0);
    await press('Yes');
    await press('They get gifts or money');
    await log().locator('a[href="tel:03004560108"], a[href="tel:03004560100"]').first().waitFor();
  });

  it.each([
    ["I'm being forced to have sex and I'm only 12 years old", 'That sounds really frightening'],
    ['hes outside my house', 'That sounds really frightening'],
    ['i want to die', "I'm really glad you said that"],
  ])('%s: the right urgent card in the same turn', async (text, first) => {
    await open();
    await say(text);
    await log().getByText(first).waitFor();
    await log().getByText('Nobody is coming unless you or someone you trust rings.').waitFor();
    expect(await log().locator('a[href="tel:999"]').count()).toBeGreaterThan(0);
    expect(await log().locator('a[href="tel:08001111"]').count()).toBeGreaterThan(0);
    expect(await page.locator('a[href^="sms:999"]').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

describe('a parent', () => {
  it('goes through the ten signs by buttons alone, to people to ring', async () => {
    await open();
    for (const name of ["I'm worried about a child", 'Show me the warning signs', 'Show me the signs'])
      await press(name);
    await log().getByText('Sign 1.').waitFor();
    await press("I've seen one of these");
    for (let n = 0; n < 3; n++) await press('Next signs');
    await log().getByText('Sign 10.').waitFor();
    await press("That's all ten. What now?");
    await log().getByText('NSPCC', { exact: false }).first().waitFor();
  });
});

describe('the page', () => {
  it('asks nobody else for anything, and leaves nothing in the browser', async () => {
    await open('/chat');
    await say('is it my fault');
    await log().getByText('The person who hurts or uses a child is to blame').waitFor();
    expect(requests.filter((url) => !url.startsWith(stage.service.origin))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
  });

  it('says within 5 s that the server is gone, keeps the numbers, and opens a new talk when it is back', async () => {
    await open();
    await say('is it my fault');
    await log().getByText('The person who hurts or uses a child is to blame').waitFor();
    const killed = Date.now();
    await stage.service.kill();
    await page.getByText("The chat isn't working right now").waitFor();
    expect(Date.now() - killed).toBeLessThan(5_000);
    expect(await page.locator('a[href="tel:999"]').first().isVisible()).toBe(true);
    expect(await page.locator('a[href="tel:08001111"]').first().isVisible()).toBe(true);
    await stage.service.start();
    await log().getByText("I'm back, but I had to start again").waitFor();
    expect(await log().getByText('The person who hurts or uses a child is to blame').count()).toBe(1);
    await say('what is cse');
    await log().getByText('Child sexual exploitation (CSE)').waitFor();
  });

  it('deletes the talk on the server as the page is left', async () => {
    await open();
    const left = page.waitForRequest((request) => request.url().endsWith('/wipe'));
    await page.route('https://www.bbc.co.uk/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: 'Sunny' }),
    );
    await page.getByRole('link', { name: 'Leave now' }).click();
    await left;
    await page.waitForURL('https://www.bbc.co.uk/**');
    await page.goBack().catch(() => null);
    expect(await page.getByText('is to blame').count()).toBe(0);
  });

  it('shows the numbers without any script', async () => {
    const context = await stage.browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 640 },
    });
    page = await context.newPage();
    await page.goto(stage.service.origin);
    for (const href of ['tel:999', 'tel:08001111']) {
      const box = await page.locator(`a[href="${href}"]`).first().boundingBox();
      expect(box && box.y + box.height).toBeLessThan(640);
    }
  });

  it('has no accessibility fault that axe can see, with the urgent card open', async () => {
    // Bubbles fade in; half-way through they have no contrast.
    await open('/chat', { reducedMotion: 'reduce' });
    await say('hes outside my house');
    await log().getByText('Get help now').waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('is kind about an address that does not exist', async () => {
    const context = await stage.browser.newContext({ viewport: { width: 360, height: 640 } });
    page = await context.newPage();
    const answer = await page.goto(`${stage.service.origin}/no/such/page`);
    expect(answer?.status()).toBe(404);
    expect(await page.locator('a[href="tel:999"]').first().isVisible()).toBe(true);
  });
});
