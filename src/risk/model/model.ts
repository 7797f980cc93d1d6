/**
 * The trained voice beside the rules: softmax regressions for level, topic, about and urgent card, learnt from the
 * examples. It notices wording that no rule foresaw; the higher of the two voices wins.
 */

import type { Topic, Variant } from '../../content/model.ts';
import { LEVELS, TOPICS, VARIANTS } from '../../content/schema.ts';
import type { Clause } from '../normalise.ts';
import { ABOUTS, type About, isAdult, SPEAKERS, type Speaker } from '../who.ts';
import type { WordClasses } from './classes.ts';
import type { Example } from './example.ts';
import { type Features, featuresOf, wordFeature } from './features.ts';
import { seenTwice } from './seen-twice.ts';
import { asProbabilities, probabilities, type Softmax, scoresOf, type Training, train } from './softmax.ts';
import { withStretches } from './stretches.ts';

/** What each head tells apart. */
export const HEADS = {
  level: LEVELS,
  topic: TOPICS,
  about: ABOUTS,
  speaker: SPEAKERS,
  variant: VARIANTS,
} as const;
export type Head = keyof typeof HEADS;
/** The heads that share one table of weights, in their order in it. */
const REST = ['topic', 'about', 'speaker', 'variant'] as const;

export interface Model {
  readonly level: Softmax;
  /** The other heads side by side. */
  readonly rest: Softmax;
  readonly classes: WordClasses;
}

/** A text as the lexicon reads it: its clauses, idioms masked. */
export interface Read {
  readonly clauses: readonly Clause[];
}

/** Chosen by leaving out whole voices of the training messages (November 2026). */
const HOW: { readonly [H in Head]: Training } = {
  level: { rate: 0.2, decay: 1e-3, balance: 1 },
  topic: { rate: 0.12, decay: 1e-5, balance: 0.3 },
  about: { rate: 0.13, decay: 1e-4, balance: 0.3 },
  speaker: { rate: 0.13, decay: 1e-4, balance: 0.7 },
  variant: { rate: 0.12, decay: 1e-4, balance: 0.5 },
};
/** Which heads are learnt in one go, in two to the power of `bits` buckets. */
const COURSES = {
  level: { heads: ['level'], bits: 20, epochs: 5, start: 1e-3 },
  rest: { heads: REST, bits: 19, epochs: 3, start: 1e-4 },
} as const;

/** Trains every head. Deterministic: the same examples, classes and dictionary give the same weights. */
export function trainModel(
  examples: readonly Example[],
  read: (text: string) => Read,
  classes: WordClasses,
): Model {
  const texts = seenTwice(examples.map(({ text }) => featuresOf(read(text).clauses, classes)));
  const learn = ({ heads, ...course }: (typeof COURSES)[keyof typeof COURSES]): Softmax => {
    const classesOf = (head: Head): readonly string[] => HEADS[head];
    const samples = texts.map((features, n) => ({
      features,
      labels: heads.map((head) => classesOf(head).indexOf(examples[n]?.[head] ?? '')),
    }));
    return train(samples, {
      ...course,
      heads: heads.map((head) => ({ ...HOW[head], classes: HEADS[head].length })),
    });
  };
  return { level: learn(COURSES.level), rest: learn(COURSES.rest), classes };
}

export interface Guess {
  /** Probability of urgent, and of any risk. */
  readonly urgent: number;
  readonly flagged: number;
  readonly topics: readonly { readonly topic: Topic; readonly score: number }[];
  /** The likeliest, with its probability. */
  readonly about: { readonly is: About; readonly score: number };
  /** The likeliest adult, with the probability that it is an adult of whatever kind. */
  readonly adult: { readonly is: Speaker; readonly score: number };
  /** Which urgent card, if it is urgent at all. */
  readonly variant: {
    readonly is: Variant;
    readonly score: number;
  };
  /** The part that spoke most: of a long message its likeliest stretch, else all of it. */
  readonly part: readonly Clause[];
}

function best<T>(classes: readonly T[], scores: Float64Array): { is: T; score: number } {
  const at = scores.indexOf(Math.max(...scores));
  return { is: classes[at] as T, score: scores[at] as number };
}

/** The likeliest adult, and how likely any adult is. */
function adultOf(speaker: Float64Array): Guess['adult'] {
  const adults = SPEAKERS.map((is, n) => ({ is, score: speaker[n] as number })).filter(({ is }) =>
    isAdult(is),
  );
  const likeliest = adults.reduce((a, b) => (b.score > a.score ? b : a));
  return { is: likeliest.is, score: adults.reduce((sum, one) => sum + one.score, 0) };
}

/** The probabilities of the other heads, head by head in the order of REST. */
function restOf({ rest }: Model, features: Features): Float64Array[] {
  const scores = scoresOf(rest, features);
  let before = 0;
  return REST.map((head) => {
    const from = before;
    before += HEADS[head].length;
    return asProbabilities(scores.subarray(from, before));
  });
}

export function guess(model: Model, { clauses }: Read): Guess {
  const features = featuresOf(clauses, model.classes);
  const [none = 1, , ofUrgent = 0] = probabilities(model.level, features);
  const heard = withStretches(model, clauses, { urgent: ofUrgent, flagged: 1 - none });
  const whole = restOf(model, features);
  const near = heard.clauses === clauses ? whole : restOf(model, featuresOf(heard.clauses, model.classes));
  const [topic, about, speaker, variant] = whole as Rest;
  const [nearTopic, , , nearVariant] = near as Rest;
  const both = (a: Float64Array, b: Float64Array): Float64Array =>
    a.map((score, n) => (score + (b[n] ?? 0)) / 2);
  return {
    urgent: heard.urgent,
    flagged: heard.flagged,
    topics: [...both(topic, nearTopic)].map((score, n) => ({ topic: TOPICS[n] as Topic, score })),
    about: best(ABOUTS, about),
    adult: adultOf(speaker),
    variant: best(VARIANTS, both(variant, nearVariant)),
    part: heard.clauses,
  };
}
type Rest = [Float64Array, Float64Array, Float64Array, Float64Array];

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
