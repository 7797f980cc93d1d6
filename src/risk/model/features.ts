/**
 * A message as hashed features: runs of one to three words, runs of two to five letters within a word, and the
 * concepts of the lexicon found in it. Hashing needs no dictionary, so that memory is bounded, and a word that
 * nobody has seen still shares its letters.
 */
import type { Clause } from '../normalise.ts';

/** Features of one text: bucket and weight, as two parallel lists. */
export interface Features {
  readonly at: Uint32Array;
  readonly weight: Float32Array;
}

const LETTERS = { from: 2, to: 5 } as const;
const WORDS = 3;
/** What a concept counts beside words and letters, whose squares add up to 1 (measured on held-out voices). */
const CONCEPT = 0.1;
/** Seeds that keep the three kinds of features apart. */
const SEED = { word: 1, letters: 2, concept: 3 } as const;

/** FNV-1a over UTF-16 units. */
function hash(text: string, from: number, to: number, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let n = from; n < to; n++) value = Math.imul(value ^ text.charCodeAt(n), 0x01000193);
  return value >>> 0;
}

const bucket = (value: number, bits: number): number => (value ^ (value >>> bits)) & (2 ** bits - 1);

/** The bucket of a single word. */
export const wordBucket = (word: string, bits: number): number =>
  bucket(hash(word, 0, word.length, SEED.word), bits);

function countClause(clause: Clause, add: (value: number) => void): void {
  for (let at = 0; at < clause.length; at++) {
    let run = '';
    for (let n = 0; n < WORDS && at + n < clause.length; n++) {
      run = n === 0 ? (clause[at]?.word ?? '') : `${run} ${clause[at + n]?.word}`;
      add(hash(run, 0, run.length, SEED.word));
    }
    const word = `<${clause[at]?.word}>`;
    for (let length = LETTERS.from; length <= LETTERS.to; length++)
      for (let n = 0; n + length <= word.length; n++) add(hash(word, n, n + length, SEED.letters));
  }
}

/**
 * @param clauses the text, normalised; runs of words do not cross from one clause to the next
 * @param concepts ids of the concepts found in it
 * @param bits the number of buckets is two to this power
 */
export function featuresOf(clauses: readonly Clause[], concepts: Iterable<string>, bits: number): Features {
  const counts = new Map<number, number>();
  for (const clause of clauses)
    countClause(clause, (value) => {
      const at = bucket(value, bits);
      counts.set(at, (counts.get(at) ?? 0) + 1);
    });
  const tags = [...concepts].map((id) => bucket(hash(id, 0, id.length, SEED.concept), bits));
  const at = Uint32Array.from([...counts.keys(), ...tags]);
  const weight = new Float32Array(at.length).fill(CONCEPT);
  let squares = 0;
  let n = 0;
  for (const count of counts.values()) {
    const one = 1 + Math.log(count);
    squares += one * one;
    weight[n++] = one;
  }
  const norm = Math.sqrt(squares) || 1;
  for (let k = 0; k < n; k++) weight[k] = (weight[k] as number) / norm;
  return { at, weight };
}
