/** Two texts of a page side by side: its head field by field, its words paragraph by paragraph. */
import type { Word } from '../workbench.ts';
import { pairs } from './runs.ts';
import { wordsOfValues } from './values.ts';

/** A page's text, its head still YAML. */
export function halves(text: string): { head: string; body: string } {
  const [, head = '', body = text] = /^---\r?\n([\s\S]*?)\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  return { head, body };
}

const paragraphs = (body: string): string[] =>
  body
    .split(/\r?\n\s*\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

function nameOf(text: string, n: number): string {
  if (text.startsWith('#')) return 'heading';
  if (text.startsWith('[hand-off:')) return 'card of services';
  if (text.startsWith('[chat:')) return 'link to the chat';
  return `paragraph ${n + 1}`;
}

/**
 * @param before null: the page is new
 * @param valueOf reads the YAML of a head
 */
export function wordsOfPages(
  file: string,
  before: string,
  after: string,
  where: readonly string[],
  valueOf: (yaml: string) => unknown,
): Word[] {
  const [old, now] = [halves(before), halves(after)];
  const head = wordsOfValues(file, valueOf(old.head), valueOf(now.head), where);
  const body = pairs(paragraphs(old.body), paragraphs(now.body), (a, b) => a === b)
    .filter((pair) => pair.before !== pair.after)
    .map(
      (pair): Word => ({
        file,
        where: [...where, nameOf(pair.after ?? pair.before ?? '', pair.n)],
        before: pair.before ?? null,
        after: pair.after ?? null,
      }),
    );
  return [...head, ...body];
}
