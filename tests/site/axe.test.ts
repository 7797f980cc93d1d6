/** Every page of the real service in both schemes, on a phone and on a desk: axe, headings, landmarks, targets. */
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { AXE, faults, faultsOfColours } from '../axe.ts';
import { served } from '../journeys/service.ts';
import { realLibrary } from '../library.ts';
import { pagesOf } from './pages.ts';
import { shapeFaults } from './shape.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });

const WIDTHS = [360, 1280] as const;
/** So high that nothing happens to lie half under the box at the bottom, where axe takes it for too small to tap. */
const HEIGHT = 3_000;
/** 1280 px at 400 %. */
const NARROWEST = 320;

const pages = pagesOf();
const paths = [...pages.keys()].filter((path) => pages.get(path)?.type.startsWith('text/html'));
const PATIENCE = 15_000;
const { ui } = realLibrary().content;
const HELLO = "Hi, I'm Signpost";

const stage = served();

async function open(scripts = true): Promise<Page> {
  const context = await stage.browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript({ content: AXE });
  // Without the chat's own scripts the page is what a browser shows that cannot run them; axe itself needs scripts.
  if (!scripts) await context.route('**/*.js', (route) => route.abort());
  return context.newPage();
}

/** What is wrong, and where: a fault of every page is one fault. */
class Found extends Map<string, string[]> {
  readonly #page: Page;

  constructor(page: Page) {
    super();
    this.#page = page;
  }

  /** Looks at the page as it is now. */
  async look(name: string): Promise<void> {
    const add = (where: string, all: readonly string[]) => {
      for (const fault of all) this.set(fault, [...(this.get(fault) ?? []), `${name} ${where}`]);
    };
    for (const width of WIDTHS) {
      await this.#page.setViewportSize({ width, height: HEIGHT });
      add(String(width), await faults(this.#page));
      add(String(width), await shapeFaults(this.#page));
      await this.#page.emulateMedia({ colorScheme: 'dark' });
      add(`${width} dark`, await faultsOfColours(this.#page));
      await this.#page.emulateMedia({ colorScheme: 'light' });
    }
    await this.#page.setViewportSize({ width: NARROWEST, height: HEIGHT });
    add(String(NARROWEST), await shapeFaults(this.#page));
  }

  lines(): string[] {
    return [...this].map(([fault, where]) => {
      const more = where.length > 4 ? ` and ${where.length - 4} more` : '';
      return `${fault} (${where.slice(0, 4).join(', ')}${more})`;
    });
  }
}

/** Types, and waits until the answer is whole. */
async function say(page: Page, words: string): Promise<void> {
  const before = await page.getByRole('log').locator('.bot').count();
  await page.locator('#words').fill(words);
  await page.keyboard.press('Enter');
  await page.getByRole('log').locator('.bot').nth(before).waitFor();
  await page.locator('#chat .choices button').first().waitFor();
}

/** Side by side, so that both halves of a small machine have something to do. */
describe('without fault', () => {
  it.concurrent.each([
    ['first', paths.filter((_, n) => n % 2 === 0)],
    ['second', paths.filter((_, n) => n % 2 === 1)],
  ])('is every page of the %s half', async (_, half) => {
    const page = await open();
    const found = new Found(page);
    for (const path of half) {
      await page.goto(stage.service.origin + path);
      if (path === '/chat') await page.getByText(HELLO).first().waitFor();
      await found.look(path);
    }
    expect(found.lines()).toEqual([]);
    await page.context().close();
  });

  it.concurrent('is the chat: settings, urgent card, deleted', async () => {
    const page = await open();
    await page.goto(`${stage.service.origin}/chat`);
    await page.locator('details.tools > summary').click();
    const found = new Found(page);
    await found.look('the settings');
    await say(page, 'hes outside my house');
    await found.look('the urgent card');
    await page.getByRole('button', { name: ui['delete-chat'] }).click();
    await page.getByText(ui['deleted-page']).waitFor();
    await found.look('a deleted talk');
    expect(found.lines()).toEqual([]);
    await page.context().close();
  });

  it.concurrent('is the chat without its script', async () => {
    const page = await open(false);
    await page.goto(`${stage.service.origin}/chat`);
    const found = new Found(page);
    await found.look('the form');
    await page.locator('#words').fill('hes outside my house');
    await Promise.all([page.waitForEvent('load'), page.locator('button.say').click()]);
    await page.getByText(ui['card-title-urgent']).first().waitFor();
    await found.look('its urgent card');
    expect(found.lines()).toEqual([]);
    await page.context().close();
  });
});

it('looks at every page that the site has', () => {
  expect(paths).toEqual(expect.arrayContaining(['/', '/chat', '/get-help', '/parents', '/404', '/500']));
});
