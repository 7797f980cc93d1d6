/** The filter for a worry about a child, in a real browser without scripts: every way through it ends at a number. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { wordsOf } from '../../src/content/markdown.ts';
import { findPart } from '../../src/content/model.ts';
import { filterOf } from '../../src/site/report-it.tsx';
import { AXE, faults } from '../axe.ts';
import { TUESDAY_TEN } from '../bot.ts';
import { launchBrowser } from '../browser.ts';
import { type Stage, serve } from '../channels/stage.ts';
import { realLibrary } from '../library.ts';
import { pagesOf } from './pages.ts';

vi.setConfig({ testTimeout: 20_000, hookTimeout: 60_000 });

const TUESDAY_NIGHT = Date.parse('2026-11-24T22:00:00Z');
const TEAM = { day: 'tel:03004560108', night: 'tel:03004560100' };
const { content } = realLibrary();
const report = content.pages.get('report-it');
if (!report) throw new Error('there is no page to test');
const filter = filterOf(report);

let stage: Stage;
let browser: Browser;
let page: Page;
let at = TUESDAY_TEN;

beforeAll(async () => {
  const pages = pagesOf(undefined, { now: () => at });
  [stage, browser] = await Promise.all([serve({}, { pages }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});
beforeEach(async () => {
  at = TUESDAY_TEN;
  await Promise.all(browser.contexts().map((one) => one.close()));
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 640 },
  });
  page = await context.newPage();
  await page.goto(`${stage.url}/report-it`);
});

const answers = () => page.locator('article ul[aria-label]');
const question = () => answers().getAttribute('aria-label');
const heading = (): Promise<string> => page.locator('article h1').innerText();
const last = filter.questions.length;
const press = (name: string) => page.locator('article').getByRole('link', { name, exact: true }).click();
/** The addresses of all calls inside the words of the page: the strip at the top does not count. */
const calls = () =>
  page.locator('article a[href^="tel:"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')));

/** Answer that is yes (6: to none, so not sure) -> whom to ring, by day and by night. */
const WAYS: readonly (readonly [number, string, string])[] = [
  [0, 'tel:999', 'tel:999'],
  [1, TEAM.day, TEAM.night],
  [2, TEAM.day, TEAM.night],
  [3, TEAM.day, TEAM.night],
  [4, 'tel:08081000900', 'tel:08081000900'],
  [5, 'tel:101', 'tel:101'],
  [6, TEAM.day, TEAM.night],
];

describe('one question at a time, without scripts', () => {
  it('has a way for each question', () => expect(WAYS).toHaveLength(filter.questions.length + 1));

  it.each(
    WAYS.flatMap(([n, day, night]) => [
      { n, time: 'by day', clock: TUESDAY_TEN, number: day },
      { n, time: 'by night', clock: TUESDAY_NIGHT, number: night },
    ]),
  )('$n times no, then yes, $time: $number', async ({ n, clock, number }) => {
    at = clock;
    for (let no = 0; no < n; no++) {
      expect(await question()).toBe(filter.questions[no]?.title);
      await press('No');
    }
    if (n < filter.questions.length) await press('Yes');
    expect(await calls()).toContain(number);
    expect(await calls()).toContain('tel:999');
    expect(await page.locator('article a[href^="/chat"]').count()).toBeGreaterThan(0);
    expect(await page.title()).not.toContain(filter.questions[n]?.title ?? '?');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it('shows the team that answers at this hour, and not the other', async () => {
    await page.goto(`${stage.url}/report-it/2/yes`);
    expect((await calls()).find((href) => href?.startsWith('tel:0300'))).toBe(TEAM.day);
    at = TUESDAY_NIGHT;
    await page.reload();
    expect((await calls()).find((href) => href?.startsWith('tel:0300'))).toBe(TEAM.night);
  });

  it('tells whom to ring before a question is answered', async () => {
    for (let no = 0; no < filter.questions.length; no++) {
      expect(await calls()).toEqual(expect.arrayContaining(['tel:999', TEAM.day]));
      await press('No');
    }
  });

  it('takes a doubt for a yes to danger, and leads to the team later', async () => {
    await press("I'm not sure");
    expect(await heading()).toBe(filter.questions[0]?.answer);
    expect(await calls()).toContain('tel:999');
    await page.goto(`${stage.url}/report-it/3`);
    await press("I'm not sure");
    expect(await calls()).toContain(TEAM.day);
  });

  it('leads from a doubt back to the question that was asked', async () => {
    for (let n = 2; n <= last; n++) {
      await page.goto(`${stage.url}/report-it/${n}`);
      await press("I'm not sure");
      await press('Go back');
      expect(await question()).toBe(filter.questions[n - 1]?.title);
    }
    await press('No');
    await press('Go back');
    expect(await question()).toBe(filter.questions[last - 1]?.title);
    await press('Start again');
    expect(await question()).toBe(filter.questions[0]?.title);
  });

  it('tells each step apart: in the tab, in its heading, and how far it is', async () => {
    const tabs: string[] = [];
    for (let n = 1; n <= last; n++) {
      const asked = filter.questions[n - 1];
      const here = page.url();
      tabs.push(await page.title());
      expect(await page.locator('article').innerText()).toContain(`Question ${n} of ${last}`);
      expect(await page.locator('article :is(h1, h2)').allInnerTexts()).toContain(asked?.title);
      expect(await answers().locator('a').allInnerTexts()).toEqual(['Yes', 'No', "I'm not sure"]);
      await press('Yes');
      tabs.push(await page.title());
      expect(await heading()).toBe(asked?.answer);
      await page.goto(here);
      await press('No');
    }
    tabs.push(await page.title());
    expect(new Set(tabs).size).toBe(2 * last + 1);
    expect(tabs[2]).toBe('Advice: Report a worry, question 2');
  });

  it('names the team wherever it says to ring it, for who comes from a No', () => {
    for (const { blocks, answer } of [...filter.questions, filter.notSure]) {
      const words = blocks.flatMap(wordsOf).join(' ');
      expect(words).not.toMatch(/same team/);
      if (/team/.test(answer + words)) expect(words).toContain('Multi-Agency Safeguarding Hub (MASH)');
      expect(answer).not.toContain('?');
    }
  });

  it('has answers as wide as a phone', async () => {
    const { width: room = 0 } = (await answers().boundingBox()) ?? {};
    for (const one of await answers().getByRole('link').all()) {
      const box = await one.boundingBox();
      expect(box?.width).toBeCloseTo(room, 0);
      expect(box?.height).toBeGreaterThanOrEqual(48);
    }
  });

  it('leads back one page at a time', async () => {
    await press('No');
    await press('Yes');
    await press('Go back');
    expect(await question()).toBe(filter.questions[1]?.title);
    await press('Go back');
    expect(await question()).toBe(filter.questions[0]?.title);
  });

  it('can be seen whole, with all that the steps show, and begun again from there', async () => {
    await press('See it all on one page');
    const words = await page.locator('article').innerText();
    for (const { title } of filter.questions) expect(words).toContain(title);
    await press('One question at a time');
    expect(await question()).toBe(filter.questions[0]?.title);
  });
});

describe('to programs', () => {
  it('its steps are for nobody to list, its first page may be', async () => {
    const robots = async (path: string) => (await fetch(stage.url + path)).headers.get('x-robots-tag');
    expect([
      await robots('/report-it'),
      await robots('/report-it/2'),
      await robots('/report-it/2/yes'),
    ]).toEqual([null, 'noindex', 'noindex']);
  });

  it('has no accessibility fault that axe can see', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
    await context.addInitScript({ content: AXE });
    page = await context.newPage();
    for (const path of [
      '/report-it',
      '/report-it/2',
      '/report-it/2/yes',
      '/report-it/2/not-sure',
      '/report-it/all',
    ]) {
      await page.goto(stage.url + path);
      expect(await faults(page)).toEqual([]);
    }
  });
});

describe('the chat asks the same', () => {
  const services = (n: number): readonly string[] =>
    filter.questions[n]?.blocks.flatMap((block) => (block.kind === 'hand-off' ? block.services : [])) ?? [];
  const inChat = (step: string): readonly string[] => {
    const parts = content.steps.get(`report-a-concern/${step}`)?.parts ?? [];
    return findPart(parts, 'hand-off')?.services ?? [];
  };

  it.each([
    ['missing', 0],
    ['exploited', 1],
    ['missing-before', 1],
    ['online', 1],
    ['home', 2],
    ['not-child', 5],
    ['adult', 5],
  ] as const)('%s: whoever it names is on the page too', (step, n) => {
    const named = inChat(step).filter((id) => id !== 'police-999'); // that one is on every card
    expect(named.length).toBeGreaterThan(0);
    // A child's own tool stands on the pages for the young.
    expect(named.filter((id) => id !== 'report-remove' && !services(n).includes(id))).toEqual([]);
  });

  it('and the page leads to it', () => {
    const doors = report.blocks.flatMap((block) => (block.kind === 'chat' ? [block.dialog] : []));
    expect(doors).toContain('report-a-concern');
  });
});
