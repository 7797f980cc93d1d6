/** What lies under a finger stays there: nothing glides, and what is opened comes into view. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Rig, startRig, tidy, ui } from './rig.ts';
import { buttons, handOff, WELCOME } from './talks.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterEach(() => tidy(rig));
afterAll(() => rig.close());

/** Notes where the button of this name stands in each frame, from the first that it is drawn in. */
const watchButton = (page: Page, name: string) =>
  page.evaluate((label) => {
    const tops: number[] = [];
    Object.assign(window, { tops });
    const look = () => {
      const found = [...document.querySelectorAll('.choices button')].find(
        ({ textContent }) => textContent === label,
      );
      if (found) tops.push(Math.round(found.getBoundingClientRect().top));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, name);
const tops = (page: Page) => page.evaluate(() => (window as unknown as { tops: number[] }).tops);

/** Long enough that the page has to move for its newest part. */
function answerAtLength(): void {
  rig.server.welcome = () => WELCOME;
  rig.server.answer = () => [
    { text: 'You are a good friend for noticing. '.repeat(6) },
    handOff(),
    { text: 'Are you safe right now?', ...buttons('Yes', 'No') },
  ];
}

describe('the buttons of an answer', () => {
  test('stand still from the moment they are drawn', async () => {
    answerAtLength();
    const page = await rig.open({ reducedMotion: 'no-preference' });
    await page.getByRole('button', { name: 'Something else' }).waitFor();
    await watchButton(page, 'Yes');
    await page.getByRole('textbox').fill('my friend gets gifts');
    await page.getByRole('textbox').press('Enter');
    await expect.poll(async () => (await tops(page)).length).toBeGreaterThan(40);
    expect(new Set(await tops(page)).size).toBe(1);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100);
  });

  test('stay under a mouse that takes the focus out of the box', async () => {
    rig.server.welcome = () => WELCOME;
    rig.server.answer = () => [{ text: 'Are you safe?', ...buttons('Yes', 'No') }];
    const page = await rig.open({ reducedMotion: 'reduce' });
    await page.getByRole('textbox').fill('hello');
    await page.getByRole('textbox').press('Enter');
    const yes = page.getByRole('button', { name: 'Yes', exact: true });
    await yes.scrollIntoViewIfNeeded();
    const before = await yes.boundingBox();
    await page.mouse.move((before?.x ?? 0) + 9, (before?.y ?? 0) + 3);
    await page.mouse.down();
    expect(await yes.boundingBox()).toEqual(before);
    await page.mouse.up();
    await expect.poll(() => rig.server.posts.length).toBe(2);
  });
});

describe('the settings', () => {
  const panel = (page: Page) => page.locator('.tools > div');

  test('come into view when they are opened at the end of the page', async () => {
    rig.server.welcome = () => WELCOME;
    const page = await rig.open();
    await page.getByRole('button', { name: 'Something else' }).waitFor();
    await page.evaluate(() => scrollTo({ top: 1e6, behavior: 'instant' }));
    const summary = page.locator('.tools > summary');
    await summary.click();
    await page.getByRole('button', { name: ui['size-largest'] }).waitFor();
    const inView = () =>
      panel(page).evaluate((node) => {
        const { top, bottom } = node.getBoundingClientRect();
        return Math.min(bottom, innerHeight) - top;
      });
    await expect.poll(inView).toBeGreaterThan(200);
    expect((await summary.boundingBox())?.y).toBeGreaterThanOrEqual(100);
  });

  test('do not take the page away from an answer when they close', async () => {
    answerAtLength();
    const page = await rig.open();
    await page.locator('.tools > summary').click();
    await page.getByRole('button', { name: ui['size-largest'] }).waitFor();
    await page.getByRole('textbox').fill('my friend gets gifts');
    await page.getByRole('textbox').press('Enter');
    await page.getByRole('button', { name: 'Yes', exact: true }).waitFor();
    await expect.poll(() => panel(page).isVisible()).toBe(false);
    const top = () => page.locator('#latest').evaluate((node) => node.getBoundingClientRect().top);
    expect(await top()).toBeLessThan(200);
  });

  test('that did not come can be opened once there is a network again', async () => {
    rig.server.welcome = () => WELCOME;
    const page = await rig.open();
    await page.getByRole('button', { name: 'Something else' }).waitFor();
    await page.context().setOffline(true);
    const summary = page.locator('.tools > summary');
    const failed = page.waitForEvent('requestfailed', (one) => one.url().includes('/tools.js'));
    await summary.click();
    await failed;
    await page.context().setOffline(false);
    await summary.click();
    await summary.click();
    await page.getByRole('button', { name: ui['size-largest'] }).click();
    expect(await page.locator('html').getAttribute('data-size')).toBe('size-largest');
  });
});
