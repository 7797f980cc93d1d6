/** Where the parts of a YAML text stand, and how a piece of it is put in the place of another. For edit.ts. */
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { Newest } from './newest.ts';
import type { Written } from './written.ts';
import type { Path } from './yaml.ts';

export class NoSuchPlace extends Error {
  constructor(path: Path) {
    super(`there is nothing at ${path.join('.') || 'the top'}`);
    this.name = 'NoSuchPlace';
  }
}

export type Items = YAMLMap | YAMLSeq;

/** Texts parsed lately: an edit, and the value read after it, need the same one. */
const lately = new Newest<string, Document.Parsed>(8);

export const read = (text: string): Document.Parsed =>
  lately.get(text) ?? lately.put(text, parseDocument(text.replace(/^\uFEFF/, ' ')));

export const keyOf = ({ key }: Pair): unknown => (isScalar(key) ? key.value : key);
export const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
/** Behind the line's own end. */
export const nextLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};
export const splice = (text: string, from: number, to: number, put: string): string =>
  text.slice(0, from) + put + text.slice(to);

export const startOf = (item: unknown): number => {
  const node = (isPair(item) ? item.key : item) as Node;
  return node.range?.[0] ?? 0;
};
export const isPair = (item: unknown): item is Pair =>
  typeof item === 'object' && item !== null && 'key' in item;

/** Where the last letter of a node or pair stands, without comments and blank lines behind it. */
export function endOf(text: string, item: unknown): number {
  if (isPair(item))
    return Math.max((item.key as Node).range?.[1] ?? 0, item.value ? endOf(text, item.value) : 0);
  if (isCollection(item) && !item.flow && item.items.length > 0) return endOf(text, item.items.at(-1));
  const end = (item as Node).range?.[1] ?? 0;
  // Texts written below a | count their last line's end as their own.
  return isScalar(item) && item.type?.startsWith('BLOCK') ? text.slice(0, end).trimEnd().length : end;
}

export function nodeAt(document: Document, path: Path): Node | undefined {
  return (path.length === 0 ? document.contents : document.getIn(path, true)) as Node | undefined;
}

export function itemsAt(document: Document, path: Path): Items {
  const node = nodeAt(document, path);
  if (!isMap(node) && !isSeq(node)) throw new NoSuchPlace(path);
  return node;
}

export const indentOf = (text: string, at: number): string => ' '.repeat(at - lineStart(text, at));
/** The dash of an item of a block list. */
export const dashOf = (text: string, item: unknown): number => text.lastIndexOf('-', startOf(item) - 1);

/** Puts whole lines behind the line on which `at` stands. */
export function linesAfter(text: string, at: number, lines: readonly string[]): string {
  const eol = eolOf(text);
  const from = nextLine(text, at);
  const opens = from > 0 && text[from - 1] !== '\n';
  return splice(text, from, from, (opens ? eol : '') + lines.join(eol) + (opens ? '' : eol));
}

/** Puts something among the items of [ ] or { }. */
export function intoFlow(text: string, holder: Items, index: number, put: string): string {
  const [from, to] = holder.range as [number, number, number];
  if (holder.items.length === 0) return splice(text, from, to, isMap(holder) ? `{ ${put} }` : `[${put}]`);
  if (index > 0) {
    const at = endOf(text, holder.items[index - 1]);
    return splice(text, at, at, `, ${put}`);
  }
  const at = startOf(holder.items[0]);
  return splice(text, at, at, `${put}, `);
}

/** A new value in the place of the old one, behind `key:` or a dash, which ends at `mark`. */
export function replaced(text: string, mark: number, old: Node, put: Written): string {
  const eol = eolOf(text);
  const end = Math.max(mark, endOf(text, old));
  const from = Math.max(mark, old.range?.[0] ?? mark);
  const wasBelow = from < end && lineStart(text, from) > mark;
  if ('inline' in put) {
    if (!wasBelow)
      return splice(text, from === end ? mark : from, end, (from === end ? ' ' : '') + put.inline);
    return splice(splice(text, nextLine(text, mark), nextLine(text, end), ''), mark, mark, ` ${put.inline}`);
  }
  if (wasBelow) return splice(text, lineStart(text, from), end, put.lines.join(eol));
  const emptied = splice(text, mark, end, '');
  return linesAfter(emptied, mark, put.lines);
}
