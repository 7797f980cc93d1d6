/** How like a message is to what people type for each dialog: stems (natural's Porter), weighted by rareness. */
import { PorterStemmer } from 'natural/lib/natural/stemmers/index.js';
import type { Content, DialogId, Topic } from '../content/model.ts';
import { type Clause, normalise, type Vocabulary } from './normalise.ts';

interface Example {
  readonly dialog: DialogId;
  /** The first topic that the dialog answers; some answer none, and are found by their asks alone. */
  readonly topic: Topic | undefined;
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

/** Indexes each dialog's `asks` and title. A dialog that nobody asks for (the menu) is left out. */
export function indexAsks(
  content: Content,
  vocabulary: Vocabulary,
  stem: Stem = (word) => PorterStemmer.stem(word),
): AsksIndex {
  const raw = [...content.dialogs.values()]
    .filter(({ asks }) => asks.length > 0)
    .flatMap(({ id, answers, asks, title }) =>
      [...asks, title].map((ask) => ({
        dialog: id,
        topic: answers[0],
        words: stems(normalise(ask, vocabulary), stem),
      })),
    );
  const holding = new Map<string, number[]>();
  for (const [n, { words }] of raw.entries())
    for (const word of new Set(words)) holding.set(word, [...(holding.get(word) ?? []), n]);
  const rareness = new Map(
    [...holding].map(([word, where]) => [word, Math.log(1 + raw.length / where.length)]),
  );
  const examples = raw.map(({ dialog, topic, words }) => {
    const weights = weigh(words, rareness);
    return { dialog, topic, weights, length: norm(weights) };
  });
  return { stem, examples, rareness, postings: holding };
}

/** How like a message is to what people ask for. */
export interface Asked {
  /** The likeness (cosine, 0 to 1) to the nearest example of each topic. */
  readonly topics: ReadonlyMap<Topic, number>;
  /** The dialog with the nearest example of all. */
  readonly nearest: { readonly dialog: DialogId; readonly score: number } | null;
}

export function rankAsks(index: AsksIndex, clauses: readonly Clause[]): Asked {
  const weights = weigh(stems(clauses, index.stem), index.rareness);
  const length = norm(weights);
  const topics = new Map<Topic, number>();
  let nearest: Asked['nearest'] = null;
  if (length === 0) return { topics, nearest };
  const dots = new Map<number, number>();
  for (const [word, weight] of weights)
    for (const n of index.postings.get(word) ?? [])
      dots.set(n, (dots.get(n) ?? 0) + weight * (index.examples[n]?.weights.get(word) ?? 0));
  for (const [n, dot] of dots) {
    const { dialog, topic, length: own } = index.examples[n] as Example;
    const likeness = own === 0 ? 0 : dot / (length * own);
    if (topic) topics.set(topic, Math.max(topics.get(topic) ?? 0, likeness));
    if (!nearest || likeness > nearest.score) nearest = { dialog, score: likeness };
  }
  return { topics, nearest };
}
