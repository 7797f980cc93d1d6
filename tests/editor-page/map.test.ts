/** The map: what is wrong is marked where it stands, it zooms by hand and by keyboard, and it can be read as a list. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { listOf, markOf } from '../../src/editor/page/map/places.ts';
import { dialogPanel } from '../../src/map/graph.ts';
import { realLibrary } from '../library.ts';
import { faultsOfView, pick } from './faults.ts';
import { deskServed, faultsOf, saved } from './stage.ts';

const desk = deskServed();

const percent = async (page: Page): Promise<number> =>
  Number.parseInt((await page.getByText(/^\d+ %$/).textContent()) ?? '', 10);

it('zooms by buttons, by the wheel and by the keyboard, and fits', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'map/gifts-and-favours');
  const drawing = page.getByRole('region', { name: /^Drawing of/ });
  await drawing.waitFor();
  const first = await percent(page);
  await page.getByRole('button', { name: 'Larger' }).click();
  expect(await percent(page)).toBeGreaterThan(first);
  await drawing.press('-');
  await drawing.press('-');
  const small = await percent(page);
  expect(small).toBeLessThan(first);
  await drawing.hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect.poll(() => percent(page)).toBeGreaterThan(small);
  for (let n = 0; n < 6; n++) await drawing.press('+');
  const left = () => drawing.evaluate((box) => box.scrollLeft);
  await drawing.press('ArrowRight');
  await expect.poll(left).toBeGreaterThan(0);
  await drawing.press('0');
  const room = await drawing.evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(room).toBeLessThanOrEqual(1);
  await page.context().close();
});

it('marks a step that needs mending, and leads to its form', { timeout: 60_000 }, async () => {
  const page = await desk.open('editor', 'dialog/gifts-and-favours');
  await page.getByLabel('Bubble 1').first().fill('Ring 01632 960 001 now.');
  await saved(page);
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await pick(page, 'Show', 'Someone gives me things');
  const step = page.locator('[data-box="gifts-and-favours/first"]');
  await step.locator('[data-problems="error"]').waitFor();
  expect(await step.textContent()).toMatch(/\d problems?/);
  await page.getByRole('tab', { name: 'As a list' }).click();
  await page
    .getByText(/01632 960 001/)
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'first', exact: true }).click();
  expect(page.url()).toContain('#dialog/gifts-and-favours/first');
  expect(faultsOf.get(page)).toEqual([]);
  await page.context().close();
});

it('has no faults that axe finds, in three themes, on a phone and on a desk', {
  timeout: 60_000,
}, async () => {
  const page = await desk.open('approver', 'map/gifts-and-favours');
  await page.getByRole('region', { name: /^Drawing of/ }).waitFor();
  expect(await faultsOfView(page)).toEqual([]);
  await page.context().close();
});

it('lists every step with all that it leads to', () => {
  const { content } = realLibrary();
  const dialog = content.dialogs.get('gifts-and-favours');
  if (!dialog) throw new Error('the dialog is gone');
  const panel = dialogPanel(content, dialog);
  const list = listOf(panel, {});
  expect(list).toHaveLength(panel.boxes.filter(({ kind }) => kind !== 'way-out').length);
  expect(list.flatMap(({ ways }) => ways)).toHaveLength(panel.lines.length);
});

it('counts an error for more than a warning', () => {
  const problem = { file: 'a', line: 1, what: 'w', mend: 'm', path: [] };
  const warning = { ...problem, grade: 'warning' as const };
  expect(markOf([])).toBeNull();
  expect(markOf([warning])).toEqual({ grade: 'warning', text: '1 problem' });
  expect(markOf([warning, { ...problem, grade: 'error' }])).toEqual({ grade: 'error', text: '2 problems' });
});
