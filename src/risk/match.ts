/** Finds concepts and pattern lines in one clause, in time linear in its words. */
import { conceptsOf, type Element } from './pattern.ts';

type Line = readonly Element[];

/** Concepts with their lines, each concept after those that it names. */
export interface Concept {
  readonly id: string;
  readonly lines: readonly Line[];
}

/** Where a concept was found: start -> the ends (exclusive). */
type Hits = ReadonlyMap<number, readonly number[]>;
const NONE: Hits = new Map();
const NOWHERE: readonly number[] = [];

export interface Span {
  readonly from: number;
  readonly to: number;
}

interface Keyed {
  readonly id: string;
  readonly line: Line;
}

/** Lines of concepts by how they begin, so that only those that can begin at a word are tried there. */
export interface ConceptIndex {
  /** "he is" -> lines whose first two elements are these words */
  readonly byPair: ReadonlyMap<string, readonly Keyed[]>;
  readonly byWord: ReadonlyMap<string, readonly Keyed[]>;
  readonly byPrefix: ReadonlyMap<string, readonly Keyed[]>;
  readonly prefixLengths: readonly number[];
  /** Lines that name concepts, or begin with a number or an edge, in order. */
  readonly later: readonly Keyed[];
}

/** 14, 6pm, 13yo -> 14, 6, 13; undefined when the word is no number. */
function numberOf(word: string): number | undefined {
  const first = word.charCodeAt(0);
  if (first < 48 || first > 57) return undefined;
  const digits = /^(\d{1,6})[a-z]{0,4}$/.exec(word);
  return digits ? Number(digits[1]) : undefined;
}

/** The concepts found in the words of one clause. */
export class Found {
  readonly words: readonly string[];
  readonly #hits = new Map<string, Map<number, number[]>>();
  readonly #positions = new Map<string, number[]>();

  /**
   * @param words of one clause
   * @param index the concepts to look for
   */
  constructor(words: readonly string[], index: ConceptIndex) {
    this.words = words;
    for (const [at, word] of words.entries()) {
      const there = this.#positions.get(word);
      if (there) there.push(at);
      else this.#positions.set(word, [at]);
    }
    for (const [at, word] of words.entries()) {
      this.#try(index.byWord.get(word), at);
      const next = words[at + 1];
      if (next !== undefined) this.#try(index.byPair.get(`${word} ${next}`), at);
      for (const length of index.prefixLengths)
        if (word.length >= length) this.#try(index.byPrefix.get(word.slice(0, length)), at);
    }
    for (const { id, line } of index.later)
      for (const at of this.#starts(line[0])) this.#add(id, at, this.ends(line, at));
  }

  #try(lines: readonly Keyed[] | undefined, at: number): void {
    if (lines) for (const { id, line } of lines) this.#add(id, at, this.ends(line, at));
  }

  #add(id: string, at: number, ends: readonly number[]): void {
    if (ends.length === 0) return;
    const hits = this.#hits.get(id) ?? new Map<number, number[]>();
    this.#hits.set(id, hits);
    const there = hits.get(at);
    if (!there) hits.set(at, [...ends]);
    else for (const end of ends) if (!there.includes(end)) there.push(end);
  }

  /** The ids of the concepts found. */
  concepts(): string[] {
    return [...this.#hits.keys()];
  }

  has(concept: string): boolean {
    return this.#hits.has(concept);
  }

  of(concept: string): Hits {
    return this.#hits.get(concept) ?? NONE;
  }

  /** Where a line that begins with this element may begin. */
  #starts(first: Element | undefined): Iterable<number> {
    switch (first?.kind) {
      case 'word':
        return this.#positions.get(first.word) ?? NOWHERE;
      case 'concept':
        return this.of(first.id).keys();
      case 'edge':
        return first.at === 'start' ? [0] : NOWHERE;
      case 'any': {
        const starts = new Set<number>();
        for (const option of first.of) for (const at of this.#starts(option[0])) starts.add(at);
        return starts;
      }
      default:
        return this.words.keys();
    }
  }

  /** Where a line that begins at `at` can end, each end once. */
  ends(line: Line, at: number): readonly number[] {
    let here: number[] = [at];
    for (const element of line) {
      const next: number[] = [];
      for (const position of here) this.#after(element, position, next);
      if (next.length === 0) return NOWHERE;
      here = next;
    }
    return here;
  }

  #after(element: Element, at: number, into: number[]): void {
    const add = (end: number): void => {
      if (!into.includes(end)) into.push(end);
    };
    switch (element.kind) {
      case 'word':
        if (this.words[at] === element.word) add(at + 1);
        break;
      case 'prefix':
        if (this.words[at]?.startsWith(element.prefix)) add(at + 1);
        break;
      case 'number': {
        const value = numberOf(this.words[at] ?? '');
        if (value !== undefined && value >= element.min && value <= element.max) add(at + 1);
        break;
      }
      case 'edge':
        if (at === (element.at === 'start' ? 0 : this.words.length)) add(at);
        break;
      case 'concept':
        for (const end of this.of(element.id).get(at) ?? NOWHERE) add(end);
        break;
      case 'any':
        if (element.optional) add(at);
        for (const option of element.of) for (const end of this.ends(option, at)) add(end);
        break;
      case 'gap':
        for (let end = at; end <= at + element.max && end <= this.words.length; end++) add(end);
        break;
    }
  }

  /** The first place where the line is found, as a span of words. */
  find(line: Line): Span | undefined {
    for (const at of this.#starts(line[0])) {
      const ends = this.ends(line, at);
      if (ends.length > 0) return { from: at, to: Math.max(...ends) };
    }
    return undefined;
  }
}

/** The words and prefixes that a line can begin with; undefined when it can begin otherwise. */
function beginnings(first: Element | undefined): readonly Element[] | undefined {
  if (first?.kind === 'word' || first?.kind === 'prefix') return [first];
  if (first?.kind !== 'any') return undefined;
  const each = first.of.map((option) => beginnings(option[0]));
  return each.every((one) => one !== undefined) ? each.flat() : undefined;
}

/** @param concepts each after those that it names */
export function indexConcepts(concepts: readonly Concept[]): ConceptIndex {
  const byPair = new Map<string, Keyed[]>();
  const byWord = new Map<string, Keyed[]>();
  const byPrefix = new Map<string, Keyed[]>();
  const later: Keyed[] = [];
  const put = (into: Map<string, Keyed[]>, key: string, keyed: Keyed): void => {
    const there = into.get(key);
    if (!there) into.set(key, [keyed]);
    else if (there.at(-1) !== keyed) there.push(keyed);
  };
  for (const { id, lines } of concepts) {
    for (const line of lines) {
      const keyed = { id, line };
      const firsts = beginnings(line[0]);
      const [first, second] = line;
      if (!firsts || !conceptsOf(line).next().done) later.push(keyed);
      else if (first?.kind === 'word' && second?.kind === 'word')
        put(byPair, `${first.word} ${second.word}`, keyed);
      else
        for (const one of firsts)
          if (one.kind === 'word') put(byWord, one.word, keyed);
          else if (one.kind === 'prefix') put(byPrefix, one.prefix, keyed);
    }
  }
  const prefixLengths = [...new Set([...byPrefix.keys()].map((prefix) => prefix.length))];
  return { byPair, byWord, byPrefix, prefixLengths, later };
}
