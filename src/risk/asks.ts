/** How like a message is to what people type for each dialog: stems (natural's Porter), weighted by rareness. */
import { PorterStemmer } from 'natural/lib/natural/stemmers/index.js';
import type { Content, DialogId, Topic } from '../content/model.ts';
import { type Clause, normalise, type Vocabulary } from './normalise.ts';

interface Example {
  readonly dialog: DialogId;
  /** The first topic that the dialog answers; some answer none, and are found by their asks alone. */
  readonly topic: Topic | undefined;
  readonly length: number;
}

/** The examples that hold a stem, and what it weighs in each of them: two parallel lists. */
interface Posting {
  readonly examples: Uint32Array;
  readonly weights: Float64Array;
}

/** Takes the ending off a word; natural's Porter stemmer unless a measurement asks for another. */
export type Stem = (word: string) => string;

export interface AsksIndex {
  readonly stem: Stem;
  readonly examples: readonly Example[];
  readonly rareness: ReadonlyMap<string, number>;
  readonly postings: ReadonlyMap<string, Posting>;
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
  const weighed = raw.map(({ words }) => weigh(words, rareness));
  const examples = raw.map(({ dialog, topic }, n) => {
    return { dialog, topic, length: norm(weighed[n] as ReadonlyMap<string, number>) };
  });
  const posting = (word: string, where: readonly number[]): Posting => ({
    examples: Uint32Array.from(where),
    weights: Float64Array.from(where, (n) => weighed[n]?.get(word) ?? 0),
  });
  const postings = new Map([...holding].map(([word, where]) => [word, posting(word, where)]));
  return { stem, examples, rareness, postings };
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
  const dots = new Float64Array(index.examples.length);
  const touched: number[] = [];
  for (const [word, weight] of weights) {
    const posting = index.postings.get(word);
    if (!posting) continue;
    const { examples, weights: own } = posting;
    for (let k = 0; k < examples.length; k++) {
      const n = examples[k] as number;
      // No weight is 0, so that one that is has not been touched.
      if (dots[n] === 0) touched.push(n);
      dots[n] = (dots[n] as number) + weight * (own[k] as number);
    }
  }
  for (const n of touched) {
    const { dialog, topic, length: own } = index.examples[n] as Example;
    const likeness = own === 0 ? 0 : (dots[n] as number) / (length * own);
    if (topic) topics.set(topic, Math.max(topics.get(topic) ?? 0, likeness));
    if (!nearest || likeness > nearest.score) nearest = { dialog, score: likeness };
  }
  return { topics, nearest };
}
