/** Larger letters, and letters that stand apart: nothing is cut off, and what is on can be seen. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { button, chooser, settings } from './panel.ts';
import { type Rig, startRig, tidy, ui } from './rig.ts';
import { handOff, WELCOME } from './talks.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterEach(() => tidy(rig));
afterAll(() => rig.close());

describe('the letters', () => {
  const look = (page: Page) =>
    page
      .locator('.bubble')
      .first()
      .evaluate((node) => {
        const { letterSpacing, wordSpacing, lineHeight, fontSize, fontFamily, fontStyle } =
          getComputedStyle(node);
        const box = document.createRange();
        box.selectNodeContents(node);
        const [line] = box.getClientRects();
        return {
          letterSpacing,
          wordSpacing,
          high: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize),
          fontFamily,
          fontStyle,
          line: line?.height ?? 0,
        };
      });

  test('grow in two steps, and shrink again', async () => {
    rig.server.welcome = () => WELCOME;
    const page = await rig.open();
    await settings(page);
    const { line: normal } = await look(page);
    await button(page, ui['size-large']).click();
    const { line: large } = await look(page);
    await button(page, ui['size-largest']).click();
    const { line: largest } = await look(page);
    expect(large / normal).toBeGreaterThan(1.15);
    expect(largest / normal).toBeGreaterThan(1.4);
    await button(page, ui['size-normal']).click();
    expect((await look(page)).line).toBe(normal);
  });

  test('stand apart for readers with dyslexia, in a plain font of the device', async () => {
    rig.server.welcome = () => WELCOME;
    const page = await rig.open();
    await settings(page);
    await button(page, ui.spaced).click();
    const { letterSpacing, wordSpacing, high, fontFamily, fontStyle } = await look(page);
    expect(Number.parseFloat(letterSpacing)).toBeGreaterThan(0.9);
    expect(Number.parseFloat(wordSpacing)).toBeGreaterThan(2.5);
    expect(high).toBeGreaterThanOrEqual(1.5);
    expect(fontFamily).toMatch(/^Verdana.*sans-serif$/);
    expect(fontStyle).toBe('normal');
    expect(await button(page, ui.spaced).getAttribute('aria-pressed')).toBe('true');
    await button(page, ui.spaced).click();
    expect((await look(page)).letterSpacing).toBe('normal');
  });

  for (const width of [320, 360])
    test(`largest, what stands in the box is whole: ${width} px`, async () => {
      rig.server.welcome = () => WELCOME;
      const page = await rig.open({ viewport: { width, height: 640 } });
      await settings(page);
      await button(page, ui['size-largest']).click();
      const { over, high } = await page.getByRole('textbox').evaluate((box) => ({
        over: Math.max(box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight),
        high: box.getBoundingClientRect().height,
      }));
      expect(over).toBeLessThanOrEqual(1);
      expect(high).toBeGreaterThan(72);
    });

  for (const height of [640, 256])
    test(`largest and apart, at 320 x ${height} px, nothing is cut off and the way out stays in view`, async () => {
      rig.server.welcome = () => [...WELCOME.slice(0, 2), handOff(), ...WELCOME.slice(2)];
      const page = await rig.open({ viewport: { width: 320, height }, reducedMotion: 'reduce' });
      await settings(page);
      await chooser(page);
      await button(page, ui['size-largest']).click();
      await button(page, ui.spaced).click();
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('body *:not(.unseen):not(svg *)')]
          .filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5)
          .map((node) => node.outerHTML.slice(0, 100)),
      );
      expect(wide).toEqual([]);
      const box = await page.getByRole('link', { name: ui.exit, exact: true }).boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= height && box.x + box.width <= 320).toBe(true);
    });

  test('in forced colours, what is on has another edge', async () => {
    rig.server.welcome = () => WELCOME;
    const page = await rig.open({ forcedColors: 'active' });
    await settings(page);
    const edge = (name: string) =>
      button(page, name).evaluate((node) => getComputedStyle(node).borderTopWidth);
    expect(await edge(ui['size-normal'])).not.toBe(await edge(ui['size-large']));
  });
});
