/**
 * Finds concepts and pattern lines in one clause. A set of places in the clause is the bits of one number (a clause
 * has at most 30 words), so that all the ways a line can go are followed at once, in time linear in its length.
 */
import type { LineIndex, Ready, ReadyLine, Step } from './line-index.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** 14, 6pm, 13yo -> 14, 6, 13; undefined when the word is no number. */
function numberIn(word: string): number | undefined {
  if (!isDigit(word.charCodeAt(0))) return undefined;
  const digits = /^(\d{1,6})[a-z]{0,4}$/.exec(word);
  return digits ? Number(digits[1]) : undefined;
}

/** The lowest place of a set. */
const lowest = (places: number): number => 31 - Math.clz32(places & -places);
const highest = (places: number): number => 31 - Math.clz32(places);

/** The concepts and the pattern lines found in the words of one clause. */
export class Found {
  readonly words: readonly string[];
  readonly #index: LineIndex;
  /** Of each group: the places where one of its words stands. */
  readonly #places: Int32Array;
  /** Of each concept: where it begins, and for each beginning its ends. */
  readonly #starts: Int32Array;
  readonly #ends: (number[] | undefined)[] = [];
  /** Of each line of a pattern: found (1), not found (-1), not yet asked for (0). */
  readonly #answers: Int8Array;
  readonly #numbers: { readonly at: number; readonly value: number }[] = [];

  /**
   * @param words of one clause, at most 30
   * @param index the concepts and lines to look for
   */
  constructor(words: readonly string[], index: LineIndex) {
    this.words = words;
    this.#index = index;
    const { lines, waiting, always } = index;
    const places = new Int32Array(index.groupCount);
    this.#places = places;
    this.#answers = new Int8Array(index.asked.size);
    this.#starts = new Int32Array(index.ids.length + 1);
    const tries = new Uint8Array(lines.length);
    for (const line of always) tries[line] = 1;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as string;
      const groups = index.groups.get(word);
      if (groups)
        for (let k = 0; k < groups.length; k++) {
          const group = groups[k] as number;
          if (places[group] === 0) for (const line of waiting[group] as number[]) tries[line] = 1;
          places[group] = (places[group] as number) | (1 << at);
        }
      const value = numberIn(word);
      if (value !== undefined) this.#numbers.push({ at, value });
    }
    for (let n = 0; n < tries.length; n++) {
      if (tries[n] === 0) continue;
      const line = lines[n] as ReadyLine;
      if (this.#possible(line.ready) && this.#allFound(line.named)) this.#look(line);
    }
  }

  #possible({ needs }: Ready): boolean {
    for (const group of needs) if (this.#places[group] === 0) return false;
    return true;
  }

  #allFound(concepts: readonly number[]): boolean {
    for (const concept of concepts) if (this.#starts[concept] === 0) return false;
    return true;
  }

  /** Where a line can begin at most. */
  #from({ begins }: Ready): number {
    return begins === undefined ? 2 ** this.words.length - 1 : (this.#places[begins] as number);
  }

  /** Notes where a line of a concept begins and ends. */
  #look({ of, ready }: ReadyLine): void {
    let from = this.#from(ready);
    if (this.#run(ready.steps, from) === 0) return;
    this.#ends[of] ??= [];
    const ends = this.#ends[of] as number[];
    for (; from !== 0; from &= from - 1) {
      const at = lowest(from);
      const reached = this.#run(ready.steps, 1 << at);
      if (reached === 0) continue;
      this.#starts[of] = (this.#starts[of] as number) | (1 << at);
      ends[at] = (ends[at] ?? 0) | reached;
    }
  }

  /** From these places through all the steps: the places reached. */
  #run(steps: readonly Step[], from: number): number {
    let here = from;
    for (const step of steps) {
      here = this.#after(step, here);
      if (here === 0) return 0;
    }
    return here;
  }

  #after(step: Step, here: number): number {
    switch (step.kind) {
      case 'group':
        return (here & (this.#places[step.group] as number)) << 1;
      case 'any': {
        let reached = step.optional ? here : 0;
        if (step.group >= 0) reached |= (here & (this.#places[step.group] as number)) << 1;
        for (const option of step.longer) {
          if (!this.#possible(option)) continue;
          const from = option.begins === undefined ? here : here & (this.#places[option.begins] as number);
          if (from !== 0) reached |= this.#run(option.steps, from);
        }
        return reached;
      }
      case 'concept': {
        let reached = 0;
        const ends = this.#ends[step.concept];
        if (ends)
          for (let from = here & (this.#starts[step.concept] as number); from !== 0; from &= from - 1)
            reached |= ends[lowest(from)] ?? 0;
        return reached;
      }
      case 'gap': {
        let reached = here;
        for (let n = 1; n <= step.max; n++) reached |= here << n;
        return reached & (2 ** (this.words.length + 1) - 1);
      }
      case 'number': {
        let reached = 0;
        for (const { at, value } of this.#numbers)
          if (value >= step.min && value <= step.max) reached |= (here & (1 << at)) << 1;
        return reached;
      }
      case 'prefix': {
        let reached = 0;
        for (let from = here; from !== 0; from &= from - 1) {
          const at = lowest(from);
          if (this.words[at]?.startsWith(step.prefix)) reached |= 1 << (at + 1);
        }
        return reached;
      }
      case 'edge':
        return here & (step.at === 'start' ? 1 : 1 << this.words.length);
    }
  }

  has(concept: string): boolean {
    const n = this.#index.numberOf.get(concept);
    return n !== undefined && this.#starts[n] !== 0;
  }

  /** Every place where a concept is found, from each beginning to the furthest end. */
  spans(concept: string): Span[] {
    const n = this.#index.numberOf.get(concept);
    const spans: Span[] = [];
    if (n === undefined) return spans;
    for (let from = this.#starts[n] as number; from !== 0; from &= from - 1)
      spans.push(this.#span(n, lowest(from)));
    return spans;
  }

  #span(n: number, from: number): Span {
    return { from, to: highest(this.#ends[n]?.[from] ?? 0) };
  }

  /** @param line of a pattern @returns whether it is found here */
  holds(line: ReadyLine): boolean {
    const there = this.#answers[line.of];
    if (there !== 0) return there === 1;
    const found =
      this.#possible(line.ready) &&
      this.#allFound(line.named) &&
      this.#run(line.ready.steps, this.#from(line.ready)) !== 0;
    this.#answers[line.of] = found ? 1 : -1;
    return found;
  }

  /** The first place where this line of a pattern is found, as a span of words. */
  find(line: ReadyLine): Span | undefined {
    if (!this.holds(line)) return undefined;
    for (let from = 0; from <= this.words.length; from++) {
      const reached = this.#run(line.ready.steps, 1 << from);
      if (reached !== 0) return { from, to: highest(reached) };
    }
    return undefined;
  }
}
