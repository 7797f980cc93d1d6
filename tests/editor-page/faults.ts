/** What axe finds in a view, in three themes; and whether it fits on a phone. */
import type { Page } from 'playwright-core';
import { faults } from '../axe.ts';

/** Fluent's own guards of the focus, which it moves on at once; and the chat in its frame, which has tests of its own. */
const NOT_OURS = /data-tabster-dummy|class="choice"/;

const THEMES = ['Light', 'Dark', 'High contrast'] as const;
const WIDTHS = [360, 1280] as const;

/** @returns plain lines; none when all is well */
export async function faultsOfView(page: Page): Promise<string[]> {
  const found: string[] = [];
  // Colours that are still changing would be measured.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const theme of THEMES) {
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: theme }).click();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) found.push(`${theme} ${width}: ${over} px too wide`);
      const wrong = await faults(page);
      found.push(...wrong.filter((one) => !NOT_OURS.test(one)).map((one) => `${theme} ${width}: ${one}`));
    }
  }
  return [...new Set(found)];
}
