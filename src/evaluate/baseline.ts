/**
 * What our assessment is compared with, learnt from the same messages: the lexicon alone fires, or a softmax
 * regression over hashed runs of letters and words of the whole text does. It knows no clauses, idioms or spellings.
 */
import { LEVELS } from '../content/schema.ts';
import type { Placed } from '../examples.ts';
import { type Assessor, assess } from '../risk/assess.ts';
import { type Features, textFeature } from '../risk/model/features.ts';
import { probabilities, type Softmax, train } from '../risk/model/softmax.ts';
import { MAX_CHARS } from '../risk/normalise.ts';

const BITS = 17;
const LETTERS = { from: 2, to: 5 } as const;
const WORDS = 3;
/** Among the best of six tried by leaving out voices of the training messages (November 2026). */
const HEAD = { classes: LEVELS.length, rate: 0.5, decay: 3e-3, balance: 1 };
const COURSE = { heads: [HEAD], bits: BITS, epochs: 12, start: 0.1 };
/** What falls into one bucket is counted together. */
const bucket = (text: string): number => textFeature(text) >>> (32 - BITS);

/**
 * Runs of two to five letters, across words too, and of one to three words, in small letters.
 * @returns 1 + ln(count) for each bucket, brought to length 1
 */
export function wholeTextFeatures(text: string): Features {
  const small = text.slice(0, MAX_CHARS).toLowerCase();
  const counts = new Map<number, number>();
  const add = (feature: string): void => {
    const at = bucket(feature);
    counts.set(at, (counts.get(at) ?? 0) + 1);
  };
  const letters = ` ${small.replace(/\s+/g, ' ').trim()} `;
  for (let length = LETTERS.from; length <= LETTERS.to; length++)
    for (let at = 0; at + length <= letters.length; at++) add(`c${letters.slice(at, at + length)}`);
  const words = small.match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];
  for (let length = 1; length <= WORDS; length++)
    for (let at = 0; at + length <= words.length; at++) add(`w${words.slice(at, at + length).join(' ')}`);
  const weights = [...counts.values()].map((count) => 1 + Math.log(count));
  const norm = Math.hypot(...weights) || 1;
  return {
    hash: Uint32Array.from(counts.keys(), (at) => at << (32 - BITS)),
    weight: Float32Array.from(weights, (one) => one / norm),
    singles: 0,
    pairs: 0,
    norm,
  };
}

/** @returns the regression for none, concern, urgent; undefined where there is nothing to learn from */
function learn(messages: readonly Placed[]): Softmax | undefined {
  if (messages.length === 0) return undefined;
  const samples = messages.map(({ text, level }) => ({
    features: wholeTextFeatures(text),
    labels: [LEVELS.indexOf(level)],
  }));
  return train(samples, COURSE);
}

/**
 * Learns the baseline.
 * @param rules an assessor without a model
 * @returns a text's score, 0 to 1: 1 where a rule of level concern or urgent fires, else the probability of any risk
 */
export function createBaseline(rules: Assessor, messages: readonly Placed[]): (text: string) => number {
  const regression = learn(messages);
  return (text) => {
    if (assess(rules, text).level !== 'none') return 1;
    return regression ? 1 - (probabilities(regression, wholeTextFeatures(text))[0] ?? 1) : 0;
  };
}
