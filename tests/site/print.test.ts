/** Paper: the card and the posters, as a browser prints them. */
import { correction, generate } from 'lean-qr';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { qrCode } from '../../src/site/qr.ts';
import { AXE, faults } from '../axe.ts';
import { launchBrowser } from '../browser.ts';
import { makeService, type Service } from '../journeys/service.ts';
import { realLibrary } from '../library.ts';
import { pagesOf } from './pages.ts';
import { shapeFaults } from './shape.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const TRADES = [
  'taxi',
  'hotel',
  'takeaway',
  'pub',
  'shop',
  'letting',
  'transport',
  'leisure',
  'beauty',
  'delivery',
];
const POSTERS = TRADES.map((trade) => `/print/poster/${trade}`);
const MM = 96 / 25.4;
const { content } = realLibrary();
const pages = pagesOf();
const html = (path: string) => String(pages.get(path)?.body);

let service: Service;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [service, browser] = await Promise.all([
    makeService({ PUBLIC_URL: 'https://signpost.example' }),
    launchBrowser(),
  ]);
  await service.start();
  const context = await browser.newContext();
  await context.addInitScript({ content: AXE });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await service?.remove();
});

/**
 * Pages and their size in points, read from the PDF.
 * @param at draws it as at this time, in milliseconds; the service's own drawing otherwise
 */
async function printed(path: string, at?: number) {
  const address = service.origin + path;
  if (at !== undefined) {
    const body = String(pagesOf(undefined, { now: () => at }).get(path)?.body);
    await page.route(address, (route) => route.fulfill({ body, contentType: 'text/html' }));
  }
  await page.goto(address);
  await page.unroute(address);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const [, width, height] = /MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  return { sheets: pdf.match(/\/Type \/Page\b/g)?.length, width: Number(width), height: Number(height) };
}

describe('on paper', () => {
  it.each(['/print/card', ...POSTERS])('%s is one sheet of A4', async (path) => {
    const { sheets, width, height } = await printed(path);
    expect([sheets, Math.round(width), Math.round(height)]).toEqual([1, 595, 842]);
  });

  it('five cards are of the size of a bank card, front and back, and hold their words', async () => {
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${service.origin}/print/card`);
    const sides = await page.locator('.front, .back').evaluateAll((all) =>
      all.map((side) => {
        const { width, height } = side.getBoundingClientRect();
        return { width, height, spilt: side.scrollHeight - side.clientHeight };
      }),
    );
    expect(sides).toHaveLength(10);
    for (const { width, height, spilt } of sides) {
      expect(width / MM).toBeCloseTo(85.6, 0);
      expect(height / MM).toBeCloseTo(54, 0);
      expect(spilt).toBeLessThanOrEqual(0);
    }
    await page.emulateMedia({ media: null });
  });

  it('an article is black on white, without menu, doors or the way out', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(`${service.origin}/parents`);
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(ground).toBe('rgb(255, 255, 255)');
    for (const css of ['#exit', '#menu', '.menu', 'article .choice'])
      expect(await page.locator(css).first().isVisible(), css).toBe(false);
    expect(await page.locator('a[href="tel:999"]').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: null, colorScheme: null });
  });
});

describe('hours and websites on paper', () => {
  it('tell what holds on any day, and where to find it', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${service.origin}/parents`);
    const card = page.locator('article .card');
    const week = card.getByText('Monday to Thursday 8.45am to 5pm, Friday 8.45am to 4pm.').first();
    expect(await week.isVisible()).toBe(true);
    // The team of the day and that of the night, whoever answers at the hour of printing.
    for (const id of ['wilts-mash', 'wilts-out-of-hours'])
      expect(await card.first().innerText()).toContain(content.services.get(id)?.phone);
    for (const fact of await page.locator('.clock').all()) expect(await fact.isVisible()).toBe(false);
    const address = await page
      .locator('.card .open')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(address).toMatch(/^"https:\/\/.+"$/);
    await page.emulateMedia({ media: null });
    expect(await week.isVisible()).toBe(false);
  });

  // Who answers when, and so how much there is to say, changes by the hour.
  it.each([0, 4, 8, 12, 16, 20])('a long page takes four sheets at most, at %i:30 too', async (hour) => {
    const at = Date.UTC(2026, 10, 24, hour, 30);
    expect((await printed('/parents', at)).sheets).toBeLessThanOrEqual(4);
  });

  it('the chat is dark on white without its controls, whatever the phone is set to', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(`${service.origin}/chat`);
    const colours = await page
      .locator('.bubble')
      .first()
      .evaluate((bubble) => [getComputedStyle(bubble).color, getComputedStyle(bubble).backgroundColor]);
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    for (const css of ['#exit', '.dock', '#tools'])
      expect(await page.locator(css).first().isVisible(), css).toBe(false);
    expect(await page.locator('header [href="tel:999"]').isVisible()).toBe(true);
    await page.emulateMedia({ media: null, colorScheme: null });
  });
});

describe('on the screen', () => {
  it.each([
    '/print/card',
    '/print/poster/hotel',
  ])('%s is in order, small and large, by day and night', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [320, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(service.origin + path);
        expect([...(await faults(page)), ...(await shapeFaults(page))], `${colorScheme} ${width}`).toEqual(
          [],
        );
      }
  });
});

describe('what it says', () => {
  it.each(POSTERS)('%s has three things to look for, and lines that answer at every hour', (path) => {
    const body = html(path);
    expect(body.match(/<ul class="dots"><li>.*?<\/ul>/)?.[0].match(/<li>/g)).toHaveLength(3);
    for (const id of ['police-999', 'police-101', 'wilts-mash', 'wilts-out-of-hours'])
      expect(body).toContain(content.services.get(id)?.phone?.replaceAll(' ', '\u00a0'));
    for (const hours of ['Monday to Thursday 8.45am to 5pm', 'Monday to Thursday 5pm to midnight'])
      expect(body).toContain(hours);
  });

  it('is nowhere offered to the young', () => {
    const young = [...content.pages.values()].filter((one) => one.for.includes('young-person') && !one.print);
    expect(young.length).toBeGreaterThan(3);
    for (const { id } of young) expect(html(id === 'home' ? '/' : `/${id}`), id).not.toContain('/print');
    for (const path of ['/chat', '/404', '/news']) expect(html(path)).not.toContain('/print');
    expect(html('/professionals')).toContain('href="/print/card"');
    for (const path of POSTERS) expect(html('/businesses')).toContain(`href="${path}"`);
  });
});

describe('the code', () => {
  it('on every sheet leads to the chat at the public address', async () => {
    const code = `d="${qrCode('https://signpost.example/chat').path}"`;
    for (const path of ['/print/card', ...POSTERS])
      expect(await (await fetch(service.origin + path)).text(), path).toContain(code);
  });

  it('draws every module of the code in its place, with a quiet edge', () => {
    const address = 'https://signpost.example/chat';
    const code = generate(address, { minCorrectionLevel: correction.M });
    const { size, path } = qrCode(address);
    const drawn = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].flatMap(([, x, y, run]) =>
      Array.from({ length: Number(run) }, (_, n) => `${Number(x) + n} ${y}`),
    );
    const side = Array.from({ length: code.size }, (_, n) => n);
    const dark = side.flatMap((y) => side.filter((x) => code.get(x, y)).map((x) => `${x + 4} ${y + 4}`));
    expect(drawn).toEqual(dark);
    expect(size).toBe(code.size + 8);
    expect(path.replace(/M\d+ \d+h\d+v1h-\d+z/g, '')).toBe('');
  });
});
