/** axe-core in a page: what it finds wrong by GOV.UK's set of rules. AAA contrast (7:1) is not asked for, AA is. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

/** To be run in the page before it loads (`context.addInitScript`): our policy lets no script in later. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

declare const axe: {
  run(
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
};

/** The rules that depend on colours: all that another colour scheme can break. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

const run = (page: Page | Frame, runOnly: object): Promise<string[]> =>
  page.evaluate(async (only) => {
    const rules = { 'color-contrast-enhanced': { enabled: false } };
    const { violations } = await axe.run({ runOnly: only, rules });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
    );
  }, runOnly);

export const faults = (page: Page | Frame): Promise<string[]> => run(page, { type: 'tag', values: RULES });

/** Of the same page in another colour scheme. */
export const faultsOfColours = (page: Page | Frame): Promise<string[]> =>
  run(page, { type: 'rule', values: COLOURS });
