/**
 * The trained voice beside the rules: softmax regressions for level, topic, about and urgent card, learnt from the
 * examples. It notices wording that no rule foresaw; the higher of the two voices wins.
 */

import type { Topic, Variant } from '../../content/model.ts';
import { LEVELS, TOPICS, VARIANTS } from '../../content/schema.ts';
import type { Clause } from '../normalise.ts';
import { ABOUTS, type About } from '../who.ts';
import type { Example } from './example.ts';
import { featuresOf, wordBucket } from './features.ts';
import { probabilities, type Softmax, type Training, train } from './softmax.ts';

/** What each head tells apart. */
export const HEADS = { level: LEVELS, topic: TOPICS, about: ABOUTS, variant: VARIANTS } as const;
export type Head = keyof typeof HEADS;
export const HEAD_NAMES = Object.keys(HEADS) as Head[];

export type Model = { readonly [H in Head]: Softmax };

/** A text as the lexicon reads it: its clauses with idioms masked, and the concepts found. */
export interface Read {
  readonly clauses: readonly Clause[];
  readonly concepts: readonly string[];
}

interface Shape {
  /** Two to this power buckets. */
  readonly bits: number;
  readonly how: Training;
}

/** Chosen by leaving out one voice at a time (November 2026; 1,910 examples, 8 voices). */
const SHAPES: { readonly [H in Head]: Shape } = {
  level: { bits: 17, how: { epochs: 12, rate: 0.3, decay: 3e-3 } },
  topic: { bits: 15, how: { epochs: 6, rate: 0.3, decay: 1e-4 } },
  about: { bits: 15, how: { epochs: 8, rate: 0.3, decay: 1e-3 } },
  variant: { bits: 15, how: { epochs: 12, rate: 0.3, decay: 1e-3 } },
};

/** Trains every head. Deterministic: the same examples and lexicon give the same weights. */
export function trainModel(examples: readonly Example[], read: (text: string) => Read): Model {
  const texts = examples.map(({ text }) => read(text));
  const head = (name: Head): Softmax => {
    const { bits, how } = SHAPES[name];
    const classes: readonly string[] = HEADS[name];
    const samples = texts.flatMap(({ clauses, concepts }, n) => {
      const label = classes.indexOf(examples[n]?.[name] ?? '');
      return label < 0 ? [] : [{ features: featuresOf(clauses, concepts, bits), label }];
    });
    return train(samples, classes.length, bits, how);
  };
  return { level: head('level'), topic: head('topic'), about: head('about'), variant: head('variant') };
}

export interface Guess {
  /** Probability of urgent, and of any risk. */
  readonly urgent: number;
  readonly flagged: number;
  readonly topics: readonly { readonly topic: Topic; readonly score: number }[];
  /** The likeliest, with its probability. */
  readonly about: { readonly is: About; readonly score: number };
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

export function guess(model: Model, { clauses, concepts }: Read): Guess {
  const fine = featuresOf(clauses, concepts, model.level.bits);
  const coarse = featuresOf(clauses, concepts, model.topic.bits);
  const [none = 1, , urgent = 0] = probabilities(model.level, fine);
  const topics = [...probabilities(model.topic, coarse)];
  return {
    urgent,
    flagged: 1 - none,
    topics: topics.map((score, n) => ({ topic: TOPICS[n] as Topic, score })),
    about: best(ABOUTS, probabilities(model.about, coarse)),
    variant: best(VARIANTS, probabilities(model.variant, coarse)),
  };
}

/** The words that spoke most for risk, at most `most` of them, as spans of words in their clauses. */
export function tellingWords({ level }: Model, clauses: readonly Clause[], most: number) {
  const size = 2 ** level.bits;
  const weightOf = (word: string): number => {
    const at = wordBucket(word, level.bits);
    const of = (c: number): number => level.weights[c * size + at] as number;
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
