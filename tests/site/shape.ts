/** What axe does not ask of a page: one h1, headings in steps, landmarks, its language, and targets that a thumb hits. */
import type { Page } from 'playwright-core';

/** The least width and height of a thing to tap, in CSS pixels. */
const TARGET = 48;

/** @returns a line for everything in the page as it is now that is not as it must be */
export function shapeFaults(page: Page): Promise<string[]> {
  return page.evaluate((target) => {
    const found: string[] = [];
    const all = (css: string) => [...document.querySelectorAll<HTMLElement>(css)];
    const shown = (node: Element) =>
      node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const tag = (node: Element) => node.outerHTML.replace(/\s+/g, ' ').slice(0, 120);

    if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(document.documentElement.lang)) found.push('the page has no language');
    if (document.title.trim() === '') found.push('the page has no title');
    const headings = all('h1, h2, h3, h4, h5, h6').filter(shown);
    const levels = headings.map(({ tagName }) => Number(tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1) found.push(`h1: ${levels.join(' ')}`);
    for (const [n, level] of levels.entries())
      if (level > (levels[n - 1] ?? 0) + 1)
        found.push(`a heading steps down too far: ${tag(headings[n] as Element)}`);
    const mains = all('main, [role=main]').filter(shown);
    if (mains.length !== 1) found.push(`${mains.length} main landmarks`);

    /** A link among words: its height is the line's (WCAG 2.5.8 lets it be). */
    const amongWords = (node: HTMLElement): boolean => {
      if (getComputedStyle(node).display !== 'inline') return false;
      const words = node.parentElement?.textContent?.trim() ?? '';
      return words.length > (node.textContent ?? '').trim().length;
    };
    /** Seen by screen readers only, or when it has the focus. */
    const unseen = ({ width, height }: DOMRect): boolean => width <= 1 || height <= 1;
    for (const node of all(
      'a[href], button, select, summary, textarea, input:not([type=hidden]), [tabindex="0"]',
    )) {
      if (!shown(node) || amongWords(node) || node.getAttribute('role') === 'log') continue;
      // A tick box is as big as the label around it.
      const boxes = [node, ...((node as HTMLInputElement).labels ?? [])].map((one) =>
        one.getBoundingClientRect(),
      );
      if (boxes.some(unseen) && boxes.length === 1) continue;
      const big = boxes.some(({ width, height }) => width > target - 0.1 && height > target - 0.1);
      const [{ width, height }] = boxes as [DOMRect];
      if (!big) found.push(`${width.toFixed(0)} x ${height.toFixed(0)} px to tap: ${tag(node)}`);
    }

    const wide = all('body *').filter(
      (node) =>
        shown(node) && !node.closest('svg, .unseen') && node.getBoundingClientRect().right > innerWidth + 0.5,
    );
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`it scrolls sideways: ${wide.slice(0, 3).map(tag).join(' ')}`);
    return found;
  }, TARGET);
}
