/** Every page as people meet it: nothing sideways on the smallest phone, titles that tell little, the menu, the doors. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AXE, faults } from '../axe.ts';
import { launchBrowser } from '../browser.ts';
import { makeService, type Service } from '../journeys/service.ts';
import { realLibrary } from '../library.ts';
import { pagesOf } from './pages.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const KB = 1024;
const { content } = realLibrary();
const pages = pagesOf();
const paths = [...pages.keys()].filter((path) => pages.get(path)?.type.startsWith('text/html'));
const html = (path: string) => String(pages.get(path)?.body);
/** What would tell somebody who looks over a shoulder, or through a history, why this page was opened. */
const TELLING = /sex|exploit|abuse|groom|CSE|rape|assault|nude/i;

let service: Service;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [service, browser] = await Promise.all([makeService(), launchBrowser()]);
  await service.start();
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await context.addInitScript({ content: AXE });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await service?.remove();
});

async function open(path: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  await page.setViewportSize({ width, height: 740 });
  await page.emulateMedia({ colorScheme });
  await page.goto(service.origin + path);
}

describe('every page', () => {
  it('fits the smallest phone, with the way out and both numbers in view', async () => {
    expect(paths.length).toBeGreaterThan(25);
    for (const path of paths.filter((one) => !/^\/(404|413|500|embed|app)/.test(one))) {
      await open(path, 320);
      const seen = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        head: document.querySelector('header')?.getBoundingClientRect().height ?? 999,
      }));
      expect(seen.wide, path).toBe(320);
      // Mark, menu and the way out in one row, the numbers in another.
      expect(seen.head, path).toBeLessThan(130);
      for (const css of ['#exit', 'header [href="tel:999"]', 'header [href="tel:08001111"]'])
        expect(await page.locator(css).isVisible(), `${path} ${css}`).toBe(true);
    }
  });

  it('says little in its title, and each something else', () => {
    const titles = paths.map((path) => [/<title>(.*?)<\/title>/.exec(html(path))?.[1] ?? '', path] as const);
    for (const [title, path] of titles) {
      expect(title, path).toMatch(/^Advice: ./);
      if (!path.startsWith('/print')) expect(title, path).not.toMatch(TELLING);
    }
    const words = titles.filter(([, path]) => !/^\/(404|413|500|chat|embed|app|report-it)/.test(path));
    expect(new Set(words.map(([title]) => title)).size).toBe(words.length);
  });

  it('is light', () => {
    for (const path of paths)
      expect(pages.get(path)?.br.length, path).toBeLessThanOrEqual((path === '/' ? 25 : 10) * KB);
  });
});

describe('the start page', () => {
  it('has four doors, each into its own step of the chat, and says on a desk what lies behind', async () => {
    await open('/', 1280);
    const doors = page.locator('.door');
    const to = await doors.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(to).toHaveLength(4);
    expect(new Set(to).size).toBe(4);
    for (const one of to) expect(one).toMatch(/^\/chat#c-/);
    expect(await page.locator('.door small').first().isVisible()).toBe(true);
    await open('/', 360);
    expect(await page.locator('.door small').first().isVisible()).toBe(false);
    expect((await doors.first().boundingBox())?.y).toBeLessThan(740);
  });
});

describe('the menu', () => {
  it('is one tap away on a phone, without a script, and marks the page', async () => {
    await open('/parents', 360);
    await page.locator('header .menu').click();
    await expect
      .poll(() =>
        page
          .locator('#menu')
          .boundingBox()
          .then((box) => box && box.y < 740),
      )
      .toBe(true);
    expect(await page.locator('#menu [aria-current=page]').getAttribute('href')).toBe('/parents');
    for (const id of ['young-people', 'get-help', 'businesses', 'report-it'])
      expect(await page.locator(`#menu [href="/${id}"]`).count(), id).toBe(1);
  });
});

describe('the first stop of the keyboard', () => {
  it('leads past the head to the words', async () => {
    await open('/what-is-it', 360);
    await page.keyboard.press('Tab');
    const skip = page.locator('.skip');
    await expect.poll(() => skip.boundingBox().then((box) => box?.width)).toBeGreaterThan(100);
    expect((await skip.boundingBox())?.height).toBeGreaterThanOrEqual(48);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('words');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#words') !== null)).toBe(true);
  });
});

describe('what is not there, and what failed', () => {
  it.each([
    ['/404', 'not-found-title', 'not-found'],
    ['/500', 'failed-title', 'help-intro'],
  ] as const)('%s stands in the frame of all pages', (path, title, why) => {
    const body = html(path);
    expect(body).toContain(`<title>Advice: ${content.ui[title]}</title>`);
    expect(body).toContain(content.ui[why].replaceAll("'", '&#39;').slice(0, 9));
    expect(body).toContain('<a class="name" href="/">');
    for (const to of ['tel:999', 'tel:08001111', 'sms:85258?body=SHOUT', '#menu', '/get-help', '/chat'])
      expect(body, to).toContain(`href="${to}"`);
    expect(pages.get(path)?.status).toBe(Number(path.slice(1)));
  });
});

describe('on a desk', () => {
  it('words, cards and the title share one right edge', async () => {
    await open('/parents', 1280);
    const edges = await page
      .locator('article > :is(.top, .card, .contents)')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)));
    const words = await page
      .locator('article > p')
      .evaluateAll((all) => Math.max(...all.map((one) => Math.round(one.getBoundingClientRect().right))));
    expect(new Set([...edges, words]).size).toBe(1);
  });

  it('every link of the menu can be scrolled to with the page, and the promise stands below', async () => {
    await open('/parents', 1280);
    expect(await page.locator('#menu').evaluate((menu) => menu.scrollHeight - menu.clientHeight)).toBe(0);
    for (const path of ['/', '/parents', '/404']) expect(html(path)).toMatch(/<footer>.*class="promise"/);
  });
});

describe('the news', () => {
  it('tell their day, with room between the words', async () => {
    await open('/news', 360);
    const piece = page.locator('.piece').first();
    expect(await piece.locator('time').textContent()).toMatch(/^\d{1,2} [A-Z][a-z]+ \d{4}$/);
    const [one, other] = await piece
      .locator('p:not(.date)')
      .evaluateAll((all) => all.map((part) => part.getBoundingClientRect()));
    expect((other?.top ?? 0) - (one?.bottom ?? 0)).toBeGreaterThan(10);
  });
});

describe('words', () => {
  it('are never broken in the middle in a head or a title, not even with room between letters', async () => {
    await open('/professionals', 320);
    const lines = (css: string) =>
      page.locator(css).evaluate((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      });
    expect(await lines('.top h1')).toBe(2);
    // What WCAG 1.4.12 asks for.
    await page.evaluate(() => {
      const spaced = new CSSStyleSheet();
      spaced.replaceSync(
        '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }',
      );
      document.adoptedStyleSheets = [spaced];
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await lines('header .menu')).toBe(1);
  });

  it('have boxes to tick only where they are gone through', async () => {
    await open('/professionals', 360);
    expect(await page.locator('.checks').count()).toBe(0);
    await open('/parents', 360);
    expect(await page.locator('.checks').count()).toBe(1);
    await open('/businesses', 360);
    expect(await page.locator('.checks').count()).toBeGreaterThan(9);
  });
});

describe('the accessibility statement', () => {
  it('sends complaints to the council alone, with no number for danger beside it', async () => {
    await open('/accessibility', 360);
    const hrefs = await page
      .locator('article .card a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(hrefs).toEqual(['https://www.wiltshire.gov.uk']);
    expect(await page.locator('article .card').innerText()).not.toMatch(/bins|potholes/);
  });
});

describe('jumps within a page', () => {
  it('stand before the first card, so that a small phone shows them first', async () => {
    await open('/parents', 320);
    const [jumps, card] = await page
      .locator('article > .contents, article > .card')
      .evaluateAll((all) => all.map(({ className }) => className));
    expect([jumps, card]).toEqual(['contents', 'card']);
    await expect
      .poll(() => page.getByRole('navigation', { name: content.ui['contents-label'] }).count())
      .toBe(1);
  });

  it('lead to their headings on long pages for adults', async () => {
    await open('/businesses', 1280);
    const jumps = await page
      .locator('.contents a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(jumps.length).toBeGreaterThan(9);
    for (const jump of jumps) expect(await page.locator(`h2${jump}`).count(), String(jump)).toBe(1);
  });

  it('are nowhere on pages for the young: they would stand in the address', () => {
    for (const { id, for: audiences } of content.pages.values())
      if (audiences.includes('young-person') && id !== 'card' && id !== 'home')
        expect(
          [...html(`/${id}`).matchAll(/<a [^>]*href="(#[^"]*)"/g)].map(([, to]) => to),
          id,
        ).toEqual(['#words', '#menu']);
  });
});

describe.each(['light', 'dark'] as const)('by axe in the %s scheme', (scheme) => {
  it.each(['/', '/parents', '/businesses', '/get-help'])('%s has no faults', async (path) => {
    for (const width of [320, 1280]) {
      await open(path, width, scheme);
      expect(await faults(page), `${width}`).toEqual([]);
    }
  });
});

it('asked for more contrast, the words are black on white, or white on black', async () => {
  for (const [scheme, ground, words] of [
    ['light', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)'],
    ['dark', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)'],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme, contrast: 'more' });
    await page.goto(`${service.origin}/parents`);
    const drawn = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return [backgroundColor, color];
    });
    expect(drawn).toEqual([ground, words]);
  }
  await page.emulateMedia({ contrast: null });
});
