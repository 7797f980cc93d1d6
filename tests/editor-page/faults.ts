/** What axe finds in a view, in three themes; whether it fits on a phone; and how things are chosen in it. */
import type { Page } from 'playwright-core';
import { faults, faultsOfColours } from '../axe.ts';

/** Fluent's own guards of the focus, which it moves on at once; and the chat in its frame, which has tests of its own. */
const NOT_OURS = /data-tabster-dummy|class="choice"/;

/** In the other themes the same things stand in the same places: only their colours are looked at. */
const LOOKS = [
  ['Light', 360, faults],
  ['Light', 1280, faults],
  ['Dark', 1280, faultsOfColours],
  ['High contrast', 360, faultsOfColours],
] as const;

/** Colours that are still changing would be measured. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const ends = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ends.map(({ finished }) => finished));
  });

/** @returns plain lines; none when all is well */
export async function faultsOfView(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [theme, width, faultsNow] of LOOKS) {
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: theme }).click();
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) found.push(`${theme} ${width}: ${over} px too wide`);
    const wrong = await faultsNow(page);
    found.push(...wrong.filter((one) => !NOT_OURS.test(one)).map((one) => `${theme} ${width}: ${one}`));
  }
  return [...new Set(found)];
}

/** Chooses from a list that is searched by typing. */
export async function pick(page: Page, label: string, words: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  await box.click();
  await box.fill(words);
  await page.getByRole('option', { name: words }).first().click();
}
