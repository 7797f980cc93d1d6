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

export async function faults(page: Page | Frame): Promise<string[]> {
  return page.evaluate(async (values) => {
    const rules = { 'color-contrast-enhanced': { enabled: false } };
    const { violations } = await axe.run({ runOnly: { type: 'tag', values }, rules });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
    );
  }, RULES);
}
