/**
 * The lines of the lexicon made ready for matching: words become groups, concepts become numbers, and each line
 * knows what a clause must hold for it to be worth a try.
 */
import type { Element } from './pattern.ts';

export type Line = readonly Element[];

/** Concepts with their lines, each concept after those that it names. */
export interface Concept {
  readonly id: string;
  readonly lines: readonly Line[];
}

/** One element of a line, made ready. A group is a set of words; its places in a clause are known beforehand. */
export type Step =
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'concept'; readonly concept: number }
  | { readonly kind: 'gap'; readonly max: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'edge'; readonly at: 'start' | 'end' }
  | {
      readonly kind: 'any';
      readonly group: number;
      readonly longer: readonly Ready[];
      readonly optional: boolean;
    };

/** A line, or one option of a choice. */
export interface Ready {
  readonly steps: readonly Step[];
  /** Groups of which the clause must hold a word each; of a whole line the rarest comes first. */
  readonly needs: readonly number[];
  readonly begins: number | undefined;
}

/** A line, the number of its concept (or, in a pattern, its own), and the concepts that it must have. */
export interface ReadyLine {
  readonly of: number;
  readonly ready: Ready;
  readonly named: readonly number[];
}

export interface LineIndex {
  /** Ids of the concepts by their number, and one more for all that do not exist. */
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** The lines of the concepts, in an order in which a concept is done before it is named. */
  readonly lines: readonly ReadyLine[];
  /** word -> the groups that hold it */
  readonly groups: ReadonlyMap<string, Uint32Array>;
  readonly groupCount: number;
  /** Of each group: the lines to try when the clause holds it. Each line waits for the rarest group that it needs. */
  readonly waiting: readonly (readonly number[])[];
  /** Lines that need no group. */
  readonly always: readonly number[];
  /** The lines of patterns, looked for when they are asked for; numbered from 0. */
  readonly asked: ReadonlyMap<Line, ReadyLine>;
}

const NO_GROUP = -1;

/** The words an option must begin with; undefined when it can begin otherwise. */
function beginnings(line: Line): readonly string[] | undefined {
  const [first] = line;
  if (first?.kind === 'word') return [first.word];
  if (first?.kind !== 'any' || first.optional) return undefined;
  const each = first.of.map(beginnings);
  return each.every((one) => one !== undefined) ? each.flat() : undefined;
}

/**
 * @param concepts each after those that it names
 * @param lines of patterns, to be found by themselves
 */
export function indexLines(concepts: readonly Concept[], lines: readonly Line[] = []): LineIndex {
  const groups = new Map<string, number[]>();
  const known = new Map<string, number>();
  const group = (words: readonly string[]): number => {
    if (words.length === 0) return NO_GROUP;
    const own = [...new Set(words)].sort();
    const there = known.get(own.join(' '));
    if (there !== undefined) return there;
    const made = known.size;
    known.set(own.join(' '), made);
    for (const word of own) {
      const of = groups.get(word);
      if (of) of.push(made);
      else groups.set(word, [made]);
    }
    return made;
  };
  const ids = concepts.map(({ id }) => id);
  const numberOf = new Map(ids.map((id, n) => [id, n]));
  const step = (element: Element): Step => {
    if (element.kind === 'word') return { kind: 'group', group: group([element.word]) };
    if (element.kind === 'concept')
      return { kind: 'concept', concept: numberOf.get(element.id) ?? ids.length };
    if (element.kind !== 'any') return element;
    const single = element.of.flatMap(([one, more]) => (one?.kind === 'word' && !more ? [one.word] : []));
    const longer = element.of.filter(([one, more]) => one?.kind !== 'word' || more);
    if (longer.length === 0 && !element.optional) return { kind: 'group', group: group(single) };
    return { kind: 'any', group: group(single), longer: longer.map(ready), optional: element.optional };
  };
  const ready = (line: Line): Ready => {
    const needed = line.map((element) => beginnings([element])).filter((words) => words !== undefined);
    const begins = beginnings(line);
    return { steps: line.map(step), needs: needed.map(group), begins: begins && group(begins) };
  };
  // A concept named inside a choice may be absent; only one that the line itself names is needed.
  const readyLine = (of: number, line: Line): ReadyLine => ({
    of,
    ready: ready(line),
    named: line.flatMap((one) => (one.kind === 'concept' ? [numberOf.get(one.id) ?? ids.length] : [])),
  });
  const parsed = concepts.flatMap((concept, n) => concept.lines.map((line) => readyLine(n, line)));
  const own = lines.map((line, n) => readyLine(n, line));
  const common = Array.from({ length: known.size }, () => 0);
  for (const of of groups.values())
    for (const one of of) common[one] = Math.max(common[one] as number, of.length);
  const rarestFirst = (one: ReadyLine): ReadyLine => {
    const needs = [...one.ready.needs].sort((a, b) => (common[a] as number) - (common[b] as number));
    return { ...one, ready: { ...one.ready, needs } };
  };
  const all = parsed.map(rarestFirst);
  const asked = new Map(lines.map((line, n) => [line, rarestFirst(own[n] as ReadyLine)]));
  const waiting: number[][] = common.map(() => []);
  const always: number[] = [];
  for (const [n, { ready }] of all.entries()) {
    const [rarest] = ready.needs;
    if (rarest === undefined) always.push(n);
    else waiting[rarest]?.push(n);
  }
  return {
    ids,
    numberOf,
    lines: all,
    groups: new Map([...groups].map(([word, of]) => [word, Uint32Array.from(of)])),
    groupCount: known.size,
    waiting,
    always,
    asked,
  };
}
