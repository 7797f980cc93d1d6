/** How like a message is to what people type for each dialog: stems (natural's Porter), weighted by rareness. */
import { PorterStemmer } from 'natural/lib/natural/stemmers/index.js';
import type { Content, Topic } from '../content/model.ts';
import { type Clause, normalise, type Vocabulary } from './normalise.ts';

interface Example {
  readonly topic: Topic;
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

/** Takes the ending off a word; natural's Porter stemmer unless a measurement asks for another. */
export type Stem = (word: string) => string;

export interface AsksIndex {
  readonly stem: Stem;
  readonly examples: readonly Example[];
  readonly rareness: ReadonlyMap<string, number>;
  /** stem -> the examples that hold it */
  readonly postings: ReadonlyMap<string, readonly number[]>;
}

/** Of each word once: how often it stands there does not count. */
const stems = (clauses: readonly Clause[], stem: Stem): string[] =>
  [...new Set(clauses.flatMap((clause) => clause.map((token) => token.word)))].map(stem);

const norm = (weights: ReadonlyMap<string, number>): number =>
  Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));

function weigh(words: readonly string[], rareness: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(words.map((word) => [word, rareness.get(word) ?? 0]));
}

/** Indexes each dialog's `asks` and title under the first topic it answers. */
export function indexAsks(
  content: Content,
  vocabulary: Vocabulary,
  stem: Stem = (word) => PorterStemmer.stem(word),
): AsksIndex {
  const raw = [...content.dialogs.values()].flatMap((dialog) => {
    const topic = dialog.answers[0];
    return topic
      ? [...dialog.asks, dialog.title].map((ask) => ({
          topic,
          words: stems(normalise(ask, vocabulary), stem),
        }))
      : [];
  });
  const holding = new Map<string, number[]>();
  for (const [n, { words }] of raw.entries())
    for (const word of new Set(words)) holding.set(word, [...(holding.get(word) ?? []), n]);
  const rareness = new Map(
    [...holding].map(([word, where]) => [word, Math.log(1 + raw.length / where.length)]),
  );
  const examples = raw.map(({ topic, words }) => {
    const weights = weigh(words, rareness);
    return { topic, weights, length: norm(weights) };
  });
  return { stem, examples, rareness, postings: holding };
}

/** The likeness (cosine, 0 to 1) of the message to the nearest example of each topic. */
export function rankAsks(index: AsksIndex, clauses: readonly Clause[]): Map<Topic, number> {
  const weights = weigh(stems(clauses, index.stem), index.rareness);
  const length = norm(weights);
  const best = new Map<Topic, number>();
  if (length === 0) return best;
  const dots = new Map<number, number>();
  for (const [word, weight] of weights)
    for (const n of index.postings.get(word) ?? [])
      dots.set(n, (dots.get(n) ?? 0) + weight * (index.examples[n]?.weights.get(word) ?? 0));
  for (const [n, dot] of dots) {
    const example = index.examples[n] as Example;
    const likeness = example.length === 0 ? 0 : dot / (length * example.length);
    best.set(example.topic, Math.max(best.get(example.topic) ?? 0, likeness));
  }
  return best;
}
