/**
 * Changes one place of a YAML text and leaves every other byte as it is: comments, order, quotes and the manner of
 * writing (on one line or on several) stay. Paths are keys and indexes from the top. All functions are pure; each
 * throws NoSuchPlace when the path leads nowhere.
 */
import { type Document, isCollection, isMap, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import {
  dashOf,
  endOf,
  eolOf,
  type Items,
  indentOf,
  intoFlow,
  isPair,
  itemsAt,
  keyOf,
  lineStart,
  linesAfter,
  NoSuchPlace,
  nextLine,
  nodeAt,
  read,
  replaced,
  splice,
  startOf,
} from './edit-places.ts';
import { inline, itemLines, keyText, type Place, pairLines, written } from './written.ts';
import type { Path } from './yaml.ts';

export { NoSuchPlace } from './edit-places.ts';
export type { Path } from './yaml.ts';

/** What the text says; undefined when it is no YAML. */
export function valueOf(text: string): unknown {
  const document = read(text);
  return document.errors.length > 0 ? undefined : (document.toJS({ maxAliasCount: 0 }) ?? {});
}

function setValue(text: string, document: Document, holder: Items, item: unknown, value: unknown): string {
  const old = (isPair(item) ? item.value : item) as Node;
  const flow = holder.flow === true;
  const own = isCollection(old) && !old.flow && old.items.length > 0;
  const first = own ? (isSeq(old) ? dashOf(text, old.items[0]) : startOf(old.items[0])) : 0;
  const base = isPair(item) ? startOf(item) : dashOf(text, item);
  const indent = own ? indentOf(text, first) : `${indentOf(text, base)}  `;
  const place: Place = { flow, indent, model: old, document };
  if (flow) return splice(text, startOf(old), endOf(text, old), inline(value, place));
  if (isPair(item)) {
    const mark = text.indexOf(':', (item.key as Node).range?.[1] ?? 0) + 1;
    return replaced(text, mark, old, written(value, place));
  }
  const put = written(value, place, true);
  const piece = 'inline' in put ? put.inline : put.lines.join(eolOf(text)).trimStart();
  return splice(text, own ? first : startOf(old), endOf(text, old), piece);
}

/** Where a new key goes: before the first that comes after it in `order`; else last. */
function indexFor(holder: YAMLMap, key: string, order: readonly string[]): number {
  const later = order.includes(key) ? order.slice(order.indexOf(key) + 1) : [];
  const at = holder.items.findIndex((pair) => later.includes(String(keyOf(pair))));
  return at < 0 ? holder.items.length : at;
}

function addPair(
  text: string,
  document: Document,
  holder: YAMLMap,
  key: string,
  value: unknown,
  order: readonly string[],
): string {
  const index = indexFor(holder, key, order);
  const beside = holder.items[Math.max(0, index - 1)];
  const kind = (node: unknown): string => (isSeq(node) ? 'seq' : isMap(node) ? 'map' : 'text');
  const wanted = Array.isArray(value) ? 'seq' : typeof value === 'object' && value !== null ? 'map' : 'text';
  const like = wanted === 'map' && kind(beside?.value) === 'map' ? (beside?.value as Node) : undefined;
  // The key's own likes come first: a map of one pair is asked for it.
  const place = { flow: holder.flow === true, model: undefined, document };
  if (place.flow) {
    const pair = inline({ [key]: value }, { ...place, indent: '' }).slice(2, -2);
    return intoFlow(text, holder, index, pair);
  }
  const indent = indentOf(text, startOf(holder.items[0]));
  const lines = like
    ? pairLines(key, written(value, { ...place, model: like, indent: `${indent}  ` }), indent)
    : (written({ [key]: value }, { ...place, indent }) as { lines: readonly string[] }).lines;
  if (index > 0) return linesAfter(text, endOf(text, beside), lines);
  const at = startOf(holder.items[0]);
  return splice(text, at, at, lines.join(eolOf(text)).trimStart() + eolOf(text) + indent);
}

/**
 * Puts a value at a path: in the place of what is there, or as a new key (parents that are missing are made).
 * @param order the keys of the map in their usual order: a new one goes to its place among them, else to the end
 */
export function setIn(text: string, path: Path, value: unknown, order: readonly string[] = []): string {
  const document = read(text);
  const key = path.at(-1);
  const above = path.slice(0, -1);
  if (key === undefined) throw new NoSuchPlace(path);
  const parent = nodeAt(document, above);
  if (isSeq(parent)) {
    const item = parent.items[key as number];
    if (item === undefined) return insertIn(text, above, key as number, value);
    return setValue(text, document, parent, item, value);
  }
  if (isMap(parent)) {
    const pair = parent.items.find((one) => keyOf(one) === key);
    if (pair) return setValue(text, document, parent, pair, value);
    return addPair(text, document, parent, String(key), value, order);
  }
  if (above.length > 0) return setIn(text, above, typeof key === 'number' ? [value] : { [key]: value });
  const { lines } = written({ [key]: value }, { flow: false, indent: '', model: undefined, document }) as {
    lines: string[];
  };
  return linesAfter(text, text.length, lines);
}

/** Takes out what stands at a path; of a list or map that it was the last of, [] or {} stays. */
export function removeIn(text: string, path: Path): string {
  const document = read(text);
  const above = path.slice(0, -1);
  const holder = itemsAt(document, above);
  const key = path.at(-1);
  const index = isSeq(holder) ? (key as number) : holder.items.findIndex((one) => keyOf(one as Pair) === key);
  const item = holder.items[index];
  if (item === undefined) throw new NoSuchPlace(path);
  if (holder.items.length === 1) return emptied(text, above, holder);
  if (holder.flow)
    return index > 0
      ? splice(text, endOf(text, holder.items[index - 1]), endOf(text, item), '')
      : splice(text, startOf(item), startOf(holder.items[1]), '');
  const from = isSeq(holder) ? dashOf(text, item) : startOf(item);
  // The first key of an item shares its line with the dash.
  if (text.slice(lineStart(text, from), from).trim() !== '') {
    const next = holder.items[index + 1];
    return splice(text, from, isSeq(holder) ? dashOf(text, next) : startOf(next), '');
  }
  return splice(text, lineStart(text, from), nextLine(text, endOf(text, item)), '');
}

function emptied(text: string, path: Path, holder: Items): string {
  const nothing = isSeq(holder) ? [] : {};
  if (path.length > 0) return setIn(text, path, nothing);
  return splice(text, startOf(holder.items[0]), endOf(text, holder), '{}');
}

/** Puts a new item into a list, before the one that has this index now; a list that is missing is made. */
export function insertIn(text: string, path: Path, index: number, value: unknown): string {
  const document = read(text);
  const list = nodeAt(document, path);
  if (!isSeq(list) || (list.items.length === 0 && !list.flow)) return setIn(text, path, [value]);
  const at = Math.min(Math.max(0, index), list.items.length);
  const beside = list.items[Math.max(0, at - 1)] as Node | undefined;
  const place = { flow: list.flow === true, model: beside, document };
  if (list.items.length === 0) return setIn(text, path, [value]);
  if (list.flow) return intoFlow(text, list, at, inline(value, { ...place, indent: '' }));
  const indent = indentOf(text, dashOf(text, list.items[0]));
  const lines = itemLines(written(value, { ...place, indent: `${indent}  ` }, true), indent);
  if (at > 0) return linesAfter(text, endOf(text, beside), lines);
  const dash = dashOf(text, list.items[0]);
  return splice(text, dash, dash, lines.join(eolOf(text)).trimStart() + eolOf(text) + indent);
}

/** Moves an item of a list, as it is written, to another index; comment lines above it come along. */
export function moveIn(text: string, path: Path, from: number, to: number): string {
  const list = nodeAt(read(text), path);
  if (!isSeq(list) || !list.items[from] || !list.items[to]) throw new NoSuchPlace([...path, from]);
  const order = list.items.map((_, n) => n);
  order.splice(to, 0, ...order.splice(from, 1));
  if (list.flow) {
    const spans = list.items.map((item) => [startOf(item), endOf(text, item)] as const);
    const piece = (n: number): string => text.slice(...(spans[n] as [number, number]));
    return spans.reduceRight((all, [start, end], n) => splice(all, start, end, piece(order[n] ?? n)), text);
  }
  const eol = eolOf(text);
  const ends = list.items.map((item) => nextLine(text, endOf(text, item)));
  const top = dashOf(text, list.items[0]);
  const pieces = ends.map((end, n) => {
    const piece = text.slice(n === 0 ? top : ends[n - 1], end);
    return (n === 0 ? indentOf(text, top) : '') + (piece.endsWith('\n') ? piece : piece + eol);
  });
  const joined = order.map((n) => pieces[n]).join('');
  const last = ends.at(-1) ?? text.length;
  const put = text[last - 1] === '\n' ? joined : joined.slice(0, -eol.length);
  return splice(text, top, last, put.slice(indentOf(text, top).length));
}

/** Gives a key of a map another name; it keeps its place. */
export function renameIn(text: string, path: Path, name: string): string {
  const holder = itemsAt(read(text), path.slice(0, -1));
  const pair = holder.items.find((one) => isPair(one) && keyOf(one) === path.at(-1)) as Pair | undefined;
  if (!pair) throw new NoSuchPlace(path);
  const [from, to] = (pair.key as Node).range as [number, number, number];
  return splice(text, from, to, keyText(name, holder.flow === true));
}
