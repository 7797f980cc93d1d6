/** The panel of settings, as somebody finds their way in it. */
import type { Page } from 'playwright-core';
import { ui } from './rig.ts';

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens the settings. */
export async function settings(page: Page): Promise<void> {
  await page.locator('.log .bubble').first().waitFor();
  await page.locator('.tools > summary', { hasText: ui.tools }).click();
}

/** Opens the list of places in them. */
export async function chooser(page: Page): Promise<void> {
  await page.getByText(ui['place-choose']).click();
  await page.getByRole('combobox').waitFor();
}
