/**
 * The trained voice beside the rules: softmax regressions for level, topic, about and urgent card, learnt from the
 * examples. It notices wording that no rule foresaw; the higher of the two voices wins.
 */

import type { Topic, Variant } from '../../content/model.ts';
import { LEVELS, TOPICS, VARIANTS } from '../../content/schema.ts';
import type { Clause } from '../normalise.ts';
import { ABOUTS, type About, SPEAKERS, type Speaker } from '../who.ts';
import type { Example } from './example.ts';
import { type Counts, countFeatures, type Features, inBuckets, wordFeature } from './features.ts';
import { probabilities, type Softmax, type Training, train } from './softmax.ts';

/** What each head tells apart. */
export const HEADS = {
  level: LEVELS,
  topic: TOPICS,
  about: ABOUTS,
  speaker: SPEAKERS,
  variant: VARIANTS,
} as const;
export type Head = keyof typeof HEADS;
export const HEAD_NAMES = Object.keys(HEADS) as Head[];

export type Model = { readonly [H in Head]: Softmax };

/** A text as the lexicon reads it: its clauses, idioms masked. */
export interface Read {
  readonly clauses: readonly Clause[];
}

interface Shape {
  /** Two to this power buckets. */
  readonly bits: number;
  /** All features, or the simple ones alone, which are half as many. */
  readonly of: 'all' | 'simple';
  readonly how: Training;
}

/** Chosen by leaving out whole voices of the training messages (November 2026). */
const SHAPES: { readonly [H in Head]: Shape } = {
  level: { bits: 20, of: 'all', how: { epochs: 12, rate: 0.6, decay: 3e-3, balance: 1 } },
  topic: { bits: 18, of: 'all', how: { epochs: 8, rate: 1, decay: 1e-4, balance: 0.3 } },
  about: { bits: 18, of: 'simple', how: { epochs: 6, rate: 1, decay: 3e-4, balance: 0 } },
  speaker: { bits: 18, of: 'simple', how: { epochs: 6, rate: 1, decay: 3e-4, balance: 0 } },
  variant: { bits: 18, of: 'simple', how: { epochs: 8, rate: 1, decay: 3e-4, balance: 0.5 } },
};

/** The features of a text that a head looks at. */
function featuresFor(name: Head, counts: Counts): Features {
  const { bits, of } = SHAPES[name];
  return inBuckets(counts, of === 'all' ? counts.hash.length : counts.simple, bits);
}

/** Trains every head. Deterministic: the same examples and dictionary give the same weights. */
export function trainModel(examples: readonly Example[], read: (text: string) => Read): Model {
  const counts = examples.map(({ text }) => countFeatures(read(text).clauses));
  const head = (name: Head): Softmax => {
    const { bits, how } = SHAPES[name];
    const classes: readonly string[] = HEADS[name];
    const samples = counts.flatMap((one, n) => {
      const label = classes.indexOf(examples[n]?.[name] ?? '');
      return label < 0 ? [] : [{ features: featuresFor(name, one), label }];
    });
    return train(samples, classes.length, bits, how);
  };
  return {
    level: head('level'),
    topic: head('topic'),
    about: head('about'),
    speaker: head('speaker'),
    variant: head('variant'),
  };
}

export interface Guess {
  /** Probability of urgent, and of any risk. */
  readonly urgent: number;
  readonly flagged: number;
  readonly topics: readonly { readonly topic: Topic; readonly score: number }[];
  /** The likeliest, with its probability. */
  readonly about: { readonly is: About; readonly score: number };
  readonly speaker: { readonly is: Speaker; readonly score: number };
  /** Which urgent card, if it is urgent at all. */
  readonly variant: {
    readonly is: Variant;
    readonly score: number;
  };
}

function best<T>(classes: readonly T[], scores: Float64Array): { is: T; score: number } {
  const at = scores.indexOf(Math.max(...scores));
  return { is: classes[at] as T, score: scores[at] as number };
}

export function guess(model: Model, { clauses }: Read): Guess {
  const counts = countFeatures(clauses);
  const of = (head: Head): Float64Array => probabilities(model[head], featuresFor(head, counts));
  const [none = 1, , urgent = 0] = of('level');
  return {
    urgent,
    flagged: 1 - none,
    topics: [...of('topic')].map((score, n) => ({ topic: TOPICS[n] as Topic, score })),
    about: best(ABOUTS, of('about')),
    speaker: best(SPEAKERS, of('speaker')),
    variant: best(VARIANTS, of('variant')),
  };
}

/** The words that spoke most for risk, at most `most` of them, as spans of words in their clauses. */
export function tellingWords({ level }: Model, clauses: readonly Clause[], most: number) {
  const weightOf = (word: string): number => {
    const base = (wordFeature(word) >>> (32 - level.bits)) * level.classes;
    const of = (c: number): number => (level.weights[base + c] as number) * (level.scale[c] as number);
    return Math.max(of(1), of(2)) - of(0);
  };
  return clauses
    .flat()
    .map((token) => ({ token, weight: weightOf(token.word) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ token }) => token);
}
