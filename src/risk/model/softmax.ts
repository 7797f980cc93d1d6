/**
 * Softmax regression: weights for each class over hashed features; the bucket of a feature is the first `bits` bits of
 * its hash. Training is deterministic.
 */
import { shuffled } from '../random.ts';
import type { Features } from './features.ts';

export interface Softmax {
  readonly classes: number;
  readonly bits: number;
  /** Bucket by bucket, as whole steps: the weight is weights[bucket * classes + class] * scale[class]. */
  readonly weights: Int8Array;
  readonly scale: Float32Array;
  readonly bias: Float32Array;
}

export interface Sample {
  readonly features: Pick<Features, 'hash' | 'weight'>;
  /** Of each head the number of its class, or -1 where the head has nothing to learn from it. */
  readonly labels: readonly number[];
}

/** How the weights of a head are found; the values come from comparing held-out voices. */
export interface Training {
  readonly rate: number;
  /** How strongly weights are drawn to zero. */
  readonly decay: number;
  /** How far rare classes are made to count as much as common ones: 0 not at all, 1 wholly. */
  readonly balance: number;
}

/** Heads that are learnt in one go and share a table: each tells so many classes apart. */
export interface Course {
  readonly heads: readonly (Training & { readonly classes: number })[];
  readonly bits: number;
  readonly epochs: number;
  /** What the sums of squared slopes begin with: the smaller, the bolder the first steps of a rare feature. */
  readonly start: number;
}

/** Turns sums into probabilities, in place (softmax). */
export function asProbabilities(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  let total = 0;
  for (let c = 0; c < scores.length; c++) total += scores[c] = Math.exp((scores[c] as number) - highest);
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) / total;
  return scores;
}

/**
 * How much speaks for each class, before it is made a probability. Most features stand in a message once and weigh
 * the same as others of their kind, so that their steps are added up as whole numbers, four features at a time.
 */
export function scoresOf(model: Softmax, { hash, weight, singles, pairs }: Features): Float64Array {
  const { classes, weights, scale, bias } = model;
  const shift = 32 - model.bits;
  const baseOf = (n: number): number => ((hash[n] as number) >>> shift) * classes;
  const scores = new Float64Array(classes);
  const addAlike = (from: number, to: number): void => {
    const steps = new Int32Array(classes);
    let n = from;
    for (; n + 4 <= to; n += 4) {
      const [a, b, c, d] = [baseOf(n), baseOf(n + 1), baseOf(n + 2), baseOf(n + 3)];
      for (let k = 0; k < classes; k++)
        steps[k] =
          ((steps[k] as number) +
            (weights[a + k] as number) +
            (weights[b + k] as number) +
            (weights[c + k] as number) +
            (weights[d + k] as number)) |
          0;
    }
    for (; n < to; n++) {
      const base = baseOf(n);
      for (let k = 0; k < classes; k++) steps[k] = (steps[k] as number) + (weights[base + k] as number);
    }
    const by = weight[from] ?? 0;
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + (steps[k] as number) * by;
  };
  addAlike(0, singles);
  addAlike(singles, singles + pairs);
  for (let n = singles + pairs; n < hash.length; n++) {
    const base = baseOf(n);
    const by = weight[n] as number;
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + (weights[base + k] as number) * by;
  }
  for (let k = 0; k < classes; k++)
    scores[k] = (scores[k] as number) * (scale[k] as number) + (bias[k] as number);
  return scores;
}

/** The probability of each class. */
export const probabilities = (model: Softmax, features: Features): Float64Array =>
  asProbabilities(scoresOf(model, features));

/**
 * Which row of the tables a bucket has while it is learnt: those that are asked for most lie together, so that they stay
 * near the processor. It changes no weight, and takes half the time.
 */
function rowsOf(samples: readonly Sample[], bits: number): Uint32Array {
  const asked = new Uint32Array(2 ** bits);
  for (const { features } of samples)
    for (const hash of features.hash)
      asked[hash >>> (32 - bits)] = (asked[hash >>> (32 - bits)] as number) + 1;
  const order = Uint32Array.from(asked.keys()).sort((a, b) => (asked[b] as number) - (asked[a] as number));
  const rows = new Uint32Array(order.length);
  for (const [row, bucket] of order.entries()) rows[bucket] = row;
  return rows;
}

/**
 * The weights in 255 steps for each class: a quarter of the memory, and no difference that could be measured.
 * @param learnt of each row the weights, then their sums of squares
 * @param rows the row of each bucket
 */
function inSteps(
  classes: number,
  rows: Uint32Array,
  learnt: Float32Array,
): Pick<Softmax, 'weights' | 'scale'> {
  const scale = new Float32Array(classes);
  for (let at = 0; at < learnt.length; at += 2 * classes)
    for (let c = 0; c < classes; c++)
      scale[c] = Math.max(scale[c] as number, Math.abs(learnt[at + c] as number) / 127);
  const weights = new Int8Array(classes * rows.length);
  for (let bucket = 0; bucket < rows.length; bucket++)
    for (let c = 0; c < classes; c++)
      weights[bucket * classes + c] = Math.round(
        (learnt[2 * (rows[bucket] as number) * classes + c] as number) / (scale[c] || 1),
      );
  return { weights, scale };
}

/** An error smaller than this changes nothing that could be measured, and most errors of many classes are. */
const NO_ERROR = 0.02;

/** A head while it learns: its classes are `classes` columns of the table from `from` on. */
interface Learner extends Training {
  readonly from: number;
  readonly classes: number;
  /** How much a message of each class counts. */
  readonly shares: readonly number[];
}

function learnersOf(samples: readonly Sample[], { heads }: Course): Learner[] {
  let from = 0;
  return heads.map((head, n) => {
    const counts = Array.from({ length: head.classes }, () => 0);
    for (const { labels } of samples) {
      const label = labels[n] as number;
      if (label >= 0) counts[label] = (counts[label] as number) + 1;
    }
    const all = counts.reduce((sum, count) => sum + count, 0);
    const seen = counts.filter((count) => count > 0).length;
    const shares = counts.map((count) => Math.min(4, all / (seen * count)) ** head.balance);
    const learner = { ...head, from, shares };
    from += head.classes;
    return learner;
  });
}

/**
 * Trains by stochastic gradient descent with AdaGrad steps.
 * @returns one table for all heads: its classes are theirs, one after the other
 */
export function train(samples: readonly Sample[], course: Course): Softmax {
  const { bits, epochs, start } = course;
  const learners = learnersOf(samples, course);
  const classes = learners.reduce((sum, one) => sum + one.classes, 0);
  const rows = rowsOf(samples, bits);
  const placed = samples.map(({ features: { hash, weight }, labels }) => ({
    at: hash.map((one) => 2 * classes * (rows[one >>> (32 - bits)] as number)),
    weight,
    labels,
  }));
  // Row by row, its weights and then their sums of squares: what takes the time is fetching them from memory.
  const learnt = new Float32Array(2 * classes * 2 ** bits);
  for (let at = classes; at < learnt.length; at += 2 * classes) learnt.fill(start, at, at + classes);
  const bias = new Float32Array(classes);
  const guess = new Float64Array(classes);
  // The classes that were guessed wrong, by how much, and how their head learns.
  const which = new Uint8Array(classes);
  const errors = new Float64Array(classes);
  const rates = new Float64Array(classes);
  const decays = new Float64Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { at, weight, labels } of shuffled(placed, epoch + 1)) {
      guess.set(bias);
      for (let k = 0; k < at.length; k++) {
        const base = at[k] as number;
        const by = weight[k] as number;
        for (let c = 0; c < classes; c++) guess[c] = (guess[c] as number) + (learnt[base + c] as number) * by;
      }
      let wrong = 0;
      for (let n = 0; n < learners.length; n++) {
        const { from, classes: many, shares, rate, decay } = learners[n] as Learner;
        const label = labels[n] as number;
        if (label < 0) continue;
        const likely = asProbabilities(guess.subarray(from, from + many));
        for (let c = 0; c < many; c++) {
          const error = ((likely[c] as number) - (c === label ? 1 : 0)) * (shares[label] as number);
          bias[from + c] = (bias[from + c] as number) - 0.05 * error;
          if (Math.abs(error) < NO_ERROR) continue;
          which[wrong] = from + c;
          errors[wrong] = error;
          rates[wrong] = rate;
          decays[wrong++] = decay;
        }
      }
      for (let k = 0; k < at.length; k++) {
        const base = at[k] as number;
        const by = weight[k] as number;
        for (let w = 0; w < wrong; w++) {
          const i = base + (which[w] as number);
          const slope = (errors[w] as number) * by + (decays[w] as number) * (learnt[i] as number);
          const square = (learnt[i + classes] as number) + slope * slope;
          learnt[i + classes] = square;
          learnt[i] = (learnt[i] as number) - ((rates[w] as number) * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return { classes, bits, bias, ...inSteps(classes, rows, learnt) };
}
