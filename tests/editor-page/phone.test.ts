/** The editor on a phone and in low windows: what is unsaved, Save and the menu stay in view, and cover nothing. */
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { deskServed, faultsOf, saved } from './stage.ts';

const desk = deskServed();
const T = { timeout: 60_000 };

const PHONE = { width: 360, height: 640 };
/** 400 % of 1280x1024. */
const ZOOMED = { width: 320, height: 256 };

const bubbleOf = (page: Page) => page.getByLabel('Bubble 1').first();
const barOf = (page: Page) => page.getByRole('region', { name: 'The open draft' });
const saveOf = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });

async function box(one: Locator): Promise<{ top: number; bottom: number; height: number; right: number }> {
  const { x, y, width, height } = (await one.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { top: y, bottom: y + height, height, right: x + width };
}

async function changedAt(size: { width: number; height: number }, words = 'Changed words.'): Promise<Page> {
  const page = await desk.open('editor', 'dialog/gifts-and-favours');
  await page.setViewportSize(size);
  await bubbleOf(page).fill(words);
  await page.getByText('Not saved yet', { exact: true }).waitFor();
  await page.getByText('Checking', { exact: true }).waitFor({ state: 'detached' });
  return page;
}

it(
  'says on a phone that a change is not saved, in a slim bar with Save, the rest within a press',
  T,
  async () => {
    const page = await changedAt(PHONE, 'Ring 01632 960001 now.');
    await page.evaluate(() => scrollTo(0, 0));
    const bar = await box(barOf(page));
    expect(bar.height).toBeLessThanOrEqual(56);
    expect(bar.bottom).toBe(PHONE.height);
    for (const part of [
      page.getByText('Not saved yet', { exact: true }),
      page.getByRole('button', { name: /^\d+ problem/ }),
      saveOf(page),
    ]) {
      const { top, bottom, right } = await box(part);
      expect(top >= bar.top && bottom <= bar.bottom && right <= PHONE.width).toBe(true);
    }
    expect(await page.getByRole('button', { name: 'Close draft' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'More of this draft' }).click();
    await page.getByRole('button', { name: 'Close draft' }).waitFor();
    await page.getByLabel('Draft', { exact: true }).fill('From a phone');
    await page.getByRole('button', { name: 'More of this draft' }).click();
    await page.getByRole('button', { name: /^\d+ problem/ }).click();
    const told = page.getByRole('button', { name: /Problem: A number is typed here/ });
    expect((await box(told)).bottom).toBeLessThanOrEqual(PHONE.height);
    expect((await box(barOf(page))).top).toBeGreaterThan(PHONE.height / 3);
    await told.click();
    await expect.poll(() => bubbleOf(page).evaluate((one) => one === document.activeElement)).toBe(true);
    expect((await box(bubbleOf(page))).bottom).toBeLessThanOrEqual((await box(barOf(page))).top);
    await saveOf(page).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(faultsOf.get(page)).toEqual([]);
    await page.context().close();
  },
);

it('covers no field that has the focus, on a phone', T, async () => {
  const page = await changedAt(PHONE);
  await page.evaluate(() => scrollTo(0, 0));
  const covered = new Set<string>();
  const reached = new Set<string>();
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      const bar = document.querySelector('[aria-label="The open draft"]') as HTMLElement;
      const head = document.querySelector('header') as HTMLElement;
      const { top, bottom } = one.getBoundingClientRect();
      const name = one.getAttribute('aria-label') ?? one.innerText ?? one.tagName;
      const apart = !bar.contains(one) && !head.contains(one);
      const hidden =
        apart &&
        (bottom > bar.getBoundingClientRect().top + 1 || top < head.getBoundingClientRect().bottom - 1);
      return { name, hidden: hidden && bottom - top < 300 };
    });
    reached.add(at.name);
    if (at.hidden) covered.add(at.name);
  }
  expect([...covered]).toEqual([]);
  expect(reached.size).toBeGreaterThan(30);
  await page.context().close();
});

it('does not eat the screen at 400 % zoom, and everything is reached by keyboard', T, async () => {
  const page = await changedAt(ZOOMED);
  const dock = barOf(page).locator('..');
  expect(await dock.evaluate((one) => getComputedStyle(one).position)).toBe('static');
  await page.evaluate(() => scrollTo(0, 500));
  expect((await box(page.getByRole('banner'))).bottom).toBeLessThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await saveOf(page).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'More of this draft' }).focus();
  await page.keyboard.press('Enter');
  const ask = page.getByRole('button', { name: 'Ask for approval' });
  await ask.waitFor();
  await ask.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Waiting for approval', { exact: true }).waitFor();
  await page.context().close();
});

it('has a low head on a phone, with the menu in it wherever one has scrolled to', T, async () => {
  const page = await changedAt(PHONE);
  await page.evaluate(() => scrollTo(0, 2000));
  const head = await box(page.getByRole('banner'));
  expect(head.top).toBe(0);
  expect(head.height).toBeLessThanOrEqual(64);
  for (const name of ['Switch the bot off', 'Theme', 'Sign out'])
    expect((await box(page.getByRole('button', { name }))).bottom).toBeLessThanOrEqual(head.bottom);
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.click();
  const to = page.getByRole('navigation').getByRole('link', { name: 'Services' });
  expect((await box(to)).top).toBeGreaterThanOrEqual(head.bottom);
  await page.keyboard.press('Escape');
  await to.waitFor({ state: 'hidden' });
  expect(await menu.evaluate((one) => one === document.activeElement)).toBe(true);
  await menu.click();
  await to.click();
  await page.getByRole('heading', { level: 1, name: 'Services' }).waitFor();
  expect(await to.isVisible()).toBe(false);
  await page.context().close();
});

it('keeps the buttons of a step together on a phone', T, async () => {
  const page = await changedAt(PHONE);
  const change = await box(page.getByRole('button', { name: 'Close step first' }));
  const more = await box(page.getByRole('button', { name: 'More for step first' }));
  expect(Math.abs(change.top - more.top)).toBeLessThan(4);
  await page.context().close();
});

/** Puts the mouse on it and presses; it is to be let go of elsewhere. */
async function pressDown(page: Page, one: Locator): Promise<void> {
  await one.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await one.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
}

const SIZES = [
  ['on a desk', { width: 1280, height: 800 }],
  ['on a phone', PHONE],
  ['in a low window', { width: 1000, height: 380 }],
] as const;

it.each(SIZES)(
  'a press of Save counts although the list of problems goes meanwhile (%s)',
  T,
  async (_, size) => {
    const page = await changedAt(size, 'Ring 01632 960001 now.');
    await page.getByRole('button', { name: /^\d+ problem/ }).click();
    const told = page.getByRole('button', { name: /Problem: A number is typed here/ });
    await told.click();
    let answer = () => {};
    const asked = new Promise<void>((here) => {
      void page.route('**/editor/api/check', async (route) => {
        here();
        await new Promise<void>((go) => {
          answer = go;
        });
        await route.continue();
      });
    });
    await bubbleOf(page).fill('I am glad you asked.');
    await asked;
    await pressDown(page, saveOf(page));
    answer();
    await told.waitFor({ state: 'detached' });
    await page.mouse.up();
    await page.getByText('Saved', { exact: true }).waitFor({ timeout: 5_000 });
    await page.context().close();
  },
);

it('a press that is drawn off the button does nothing', T, async () => {
  const page = await changedAt({ width: 1280, height: 800 });
  await pressDown(page, saveOf(page));
  await page.mouse.move(600, 300);
  await page.mouse.up();
  await page.waitForTimeout(500);
  await page.getByText('Not saved yet', { exact: true }).waitFor();
  await saved(page);
  await page.context().close();
});
