/**
 * A long message clause by clause: one risky sentence among many harmless ones weighs next to nothing in the whole
 * (it found none of 300 such sentences among 16 others). So the likeliest stretch of it has a say.
 */
import type { Clause } from '../normalise.ts';
import { logOdds, probabilityOf } from '../odds.ts';
import type { WordClasses } from './classes.ts';
import { featuresOf } from './features.ts';
import { asProbabilities, type Softmax, scoresOf } from './softmax.ts';

/** A message of more words is read by stretches too. In shorter ones that found nothing more. */
const LONG = 40;
/** Lengths of the stretches, in words: about a sentence or two, and about a whole message of the usual kind. */
const STRETCHES = [15, 40] as const;
/**
 * How much the whole and the likeliest stretches say, as log odds: a logistic curve fitted by leaving out whole voices
 * (1,600 long messages, and 7,000 made of a message among up to 40 harmless ones; November 2026), on the scale of the
 * whole alone, so that the same bars hold. The more words, the more stretches there are to be mistaken in, up to a
 * length; and a whole that is drowned says no more than that it is unlikely.
 */
const SAY = {
  whole: 0.14,
  stretches: [0.5, 0.37],
  shift: 0.12,
  length: -0.28,
  upTo: 1000,
  least: 0.02,
} as const;

/** Of a single stretch, nothing is taken for surer. */
const LEAST = 1e-4;

export interface Stretch {
  readonly clauses: readonly Clause[];
  /** Probability of urgent, and of any risk. */
  readonly urgent: number;
  readonly flagged: number;
}

/** What of a model hears how much risk there is. */
interface Hearing {
  readonly level: Softmax;
  readonly classes: WordClasses;
}

/** What each clause adds to the scores, and to the square of the length by which they are divided. */
interface Sums {
  readonly words: number;
  readonly squares: number;
  readonly scores: Float64Array;
}

/** A stretch that is more of the message than this says of its topic what the whole says better. */
const PART = 2 / 3;

const wordsIn = (clauses: readonly Clause[]): number => clauses.reduce((sum, { length }) => sum + length, 0);

function sumsOf({ level, classes }: Hearing, clause: Clause): Sums {
  const features = featuresOf([clause], classes);
  const scores = scoresOf(level, features);
  for (let c = 0; c < scores.length; c++)
    scores[c] = ((scores[c] as number) - (level.bias[c] as number)) * features.norm;
  return { words: clause.length, squares: features.norm ** 2, scores };
}

/**
 * The stretch of at most so many words (or of one clause) where risk is likeliest. Features that two of its clauses
 * share are counted twice: they are few, and so it takes linear time.
 */
function likeliest(level: Softmax, clauses: readonly Clause[], sums: readonly Sums[], most: number): Stretch {
  const total = new Float64Array(level.classes);
  let [words, squares, end] = [0, 0, 0];
  const count = (one: Sums, sign: 1 | -1): void => {
    words += sign * one.words;
    squares += sign * one.squares;
    for (let c = 0; c < total.length; c++) total[c] = (total[c] as number) + sign * (one.scores[c] as number);
  };
  let best = { from: 0, to: clauses.length, urgent: 0, flagged: -1 };
  for (let from = 0; from < sums.length; from++) {
    while (end < sums.length && (end === from || words + (sums[end] as Sums).words <= most))
      count(sums[end++] as Sums, 1);
    const norm = Math.sqrt(Math.max(1, squares));
    const [none = 1, , urgent = 0] = asProbabilities(
      total.map((score, c) => score / norm + (level.bias[c] as number)),
    );
    if (1 - none > best.flagged) best = { from, to: end, urgent, flagged: 1 - none };
    count(sums[from] as Sums, -1);
  }
  const { from, to, urgent, flagged } = best;
  return { clauses: clauses.slice(from, to), urgent, flagged };
}

/**
 * @param whole the probabilities over the whole message
 * @returns of a long message the probabilities with its likeliest stretches heard, and the longer of these if it is
 *   but a part of it; of another the whole as it is
 */
export function withStretches(
  hearing: Hearing,
  clauses: readonly Clause[],
  whole: { readonly urgent: number; readonly flagged: number },
): Stretch {
  const words = wordsIn(clauses);
  if (words <= LONG) return { clauses, ...whole };
  const sums = clauses.map((clause) => sumsOf(hearing, clause));
  const found = STRETCHES.map((most) => likeliest(hearing.level, clauses, sums, most));
  const odds = found.reduce(
    (sum, { flagged }, n) => sum + (SAY.stretches[n] as number) * logOdds(flagged, LEAST),
    SAY.whole * logOdds(Math.max(SAY.least, whole.flagged), LEAST) +
      SAY.shift +
      SAY.length * Math.log(Math.min(words, SAY.upTo)),
  );
  const flagged = probabilityOf(odds);
  const all = [whole, ...found];
  const share = all.reduce((sum, one) => sum + one.urgent / Math.max(one.flagged, 1e-9), 0) / all.length;
  const part = found.at(-1)?.clauses ?? clauses;
  return { clauses: wordsIn(part) <= PART * words ? part : clauses, urgent: share * flagged, flagged };
}
