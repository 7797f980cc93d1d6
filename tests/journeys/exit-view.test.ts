/** The way out is always in view and big enough; and the chat in the app. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { AWAY, type Visits, visits } from './visits.ts';

let page: Page;
const visit = visits();
const open = async (...how: Parameters<Visits['open']>) => {
  page = await visit.open(...how);
};

const exit = () => page.getByRole('link', { name: 'Leave now' });
const greeting = () => page.getByText("Hi, I'm Signpost").first();

describe('the way out is in view', () => {
  it.each([640, 300])('when a phone pushes the page up for its keyboard (%s px high)', async (height) => {
    // As phones do that do not make the page smaller: the window looks at a lower part of the same page.
    const PUSHED = `const view = Object.assign(new EventTarget(), { scale: 1, offsetTop: 0 });
      Object.defineProperty(window, 'visualViewport', { value: view });
      window.push = (by) => { view.offsetTop = by; view.onscroll(); };`;
    await open('/chat', { viewport: { width: 360, height } }, PUSHED);
    const top = async () => (await exit().boundingBox())?.y ?? Number.NaN;
    const before = await top();
    const push = (by: number) =>
      page.evaluate((n) => (window as unknown as { push(by: number): void }).push(n), by);
    await push(150);
    expect(await top()).toBe(before + 150);
    await push(0);
    expect(await top()).toBe(before);
  });
  const SIZES = [
    ['a phone', 360, 640],
    ['an open keyboard', 360, 260],
    ['400 % zoom', 320, 256],
    ['a phone on its side', 640, 300],
    ['a desk', 1280, 800],
  ] as const;
  for (const path of ['/chat', '/parents', '/app'])
    it.each(SIZES)(`${path} on %s, also after scrolling`, async (_, width, height) => {
      await open(path, { viewport: { width, height } });
      for (const to of [0, 600]) {
        await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), to);
        const box = await exit().boundingBox();
        expect(box && box.y >= 0 && box.y + box.height <= 120).toBe(true);
        expect(box && box.height >= 48 && box.width >= 96).toBe(true);
        const hit = await page.evaluate(
          ([x, y]) => document.elementFromPoint(x as number, y as number)?.id,
          [box ? box.x + box.width / 2 : 0, box ? box.y + box.height / 2 : 0],
        );
        expect(hit).toBe('exit');
      }
    });
});

describe('in the app', () => {
  const HOST = `window.told = []; window.SignpostHost = { handlesLinks: true, postMessage: (m) => {
    window.told.push(m); console.info('told ' + m); } };`;

  it('tells the app, goes white and leaves', async () => {
    await open('/app', {}, HOST);
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    await greeting().waitFor();
    await exit().click();
    await page.waitForURL(AWAY);
    expect(told).toContain('told {"type":"exit"}');
  });

  it('says when it is ready, and hands numbers over', async () => {
    await open('/app', {}, HOST);
    await page.locator('a[href="tel:999"]').first().click();
    const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
    await expect.poll(told).toEqual(['{"type":"ready"}', '{"type":"call","href":"tel:999"}']);
  });

  it('wears the theme of the address, and opens one dialog by a code that it forgets', async () => {
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await open('/app', { colorScheme: 'dark' });
    const dark = await paper();
    await page.goto(`${visit.origin}/app?theme=light`);
    const light = await paper();
    expect(light).not.toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${visit.origin}/app?theme=dark`);
    expect(await paper()).toBe(dark);
    await page.goto(`${visit.origin}/app?theme=auto`);
    expect(await paper()).toBe(light);
    const code = await page.evaluate(async () => {
      const text = await (await fetch('/parents')).text();
      return /#c-[0-9a-f]{8}/.exec(text)?.[0];
    });
    await page.goto(`${visit.origin}/app?theme=light${code}`);
    await greeting().waitFor();
    expect(await paper()).toBe(light);
    await expect.poll(() => page.url()).not.toContain('#');
  });
});
