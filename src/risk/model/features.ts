/**
 * A message as hashed features: runs of one to three words, and of two to five letters within a word. Hashing
 * needs no dictionary, so that memory is bounded and a word nobody has seen still shares its letters.
 */
import type { Clause } from '../normalise.ts';

/** Features of one text: bucket -> weight, as two parallel lists; the weights' squares add up to 1. */
export interface Features {
  readonly at: Uint32Array;
  readonly weight: Float32Array;
}

const LETTERS = { from: 2, to: 5 } as const;
const WORDS = 3;

/** FNV-1a over UTF-16 units, from a seed that tells the kinds of features apart. */
function hash(text: string, from: number, to: number, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let n = from; n < to; n++) value = Math.imul(value ^ text.charCodeAt(n), 0x01000193);
  return value >>> 0;
}

/**
 * @param clauses the text, normalised; runs of words do not cross from one clause to the next
 * @param bits the number of buckets is two to this power
 */
export function featuresOf(clauses: readonly Clause[], bits: number): Features {
  const mask = 2 ** bits - 1;
  const counts = new Map<number, number>();
  const add = (value: number): void => {
    const bucket = (value ^ (value >>> bits)) & mask;
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  };
  for (const clause of clauses) {
    for (let at = 0; at < clause.length; at++) {
      let run = '';
      for (let n = 0; n < WORDS && at + n < clause.length; n++) {
        run = n === 0 ? (clause[at]?.word ?? '') : `${run} ${clause[at + n]?.word}`;
        add(hash(run, 0, run.length, 1));
      }
      const word = `<${clause[at]?.word}>`;
      for (let length = LETTERS.from; length <= LETTERS.to; length++)
        for (let n = 0; n + length <= word.length; n++) add(hash(word, n, n + length, 2));
    }
  }
  const at = Uint32Array.from(counts.keys());
  const weight = Float32Array.from(counts.values(), (count) => 1 + Math.log(count));
  const norm = Math.sqrt(weight.reduce((sum, one) => sum + one * one, 0));
  return { at, weight: weight.map((one) => one / (norm || 1)) };
}
