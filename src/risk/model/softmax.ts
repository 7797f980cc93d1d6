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
  readonly label: number;
}

/** How the weights are found; the values come from comparing held-out voices. */
export interface Training {
  readonly epochs: number;
  readonly rate: number;
  /** How strongly weights are drawn to zero. */
  readonly decay: number;
  /** What the sums of squared slopes begin with: the smaller, the bolder the first steps of a rare feature. */
  readonly start: number;
  /** How far rare classes are made to count as much as common ones: 0 not at all, 1 wholly. */
  readonly balance: number;
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
 * Several models of the same buckets as one, so that a feature is looked up once for all: the time goes into
 * fetching weights from memory. Its classes are theirs, one after the other.
 */
export function sideBySide(models: readonly Softmax[]): Softmax {
  const bits = models[0]?.bits ?? 0;
  const classes = models.reduce((sum, one) => sum + one.classes, 0);
  const weights = new Int8Array(classes * 2 ** bits);
  let before = 0;
  for (const one of models) {
    for (let bucket = 0; bucket < 2 ** bits; bucket++)
      for (let c = 0; c < one.classes; c++)
        weights[bucket * classes + before + c] = one.weights[bucket * one.classes + c] as number;
    before += one.classes;
  }
  const joined = (of: (one: Softmax) => Float32Array): Float32Array =>
    Float32Array.from(models.flatMap((one) => [...of(one)]));
  return { classes, bits, weights, scale: joined((one) => one.scale), bias: joined((one) => one.bias) };
}

/**
 * The weights in 255 steps for each class: a quarter of the memory, and no difference that could be measured.
 * @param learnt of each bucket the weights, then their sums of squares
 */
function inSteps(classes: number, bits: number, learnt: Float32Array, bias: Float32Array): Softmax {
  const scale = new Float32Array(classes);
  const weightAt = (bucket: number, c: number): number => learnt[2 * bucket * classes + c] as number;
  for (let bucket = 0; bucket < 2 ** bits; bucket++)
    for (let c = 0; c < classes; c++)
      scale[c] = Math.max(scale[c] as number, Math.abs(weightAt(bucket, c)) / 127);
  const weights = new Int8Array(classes * 2 ** bits);
  for (let bucket = 0; bucket < 2 ** bits; bucket++)
    for (let c = 0; c < classes; c++)
      weights[bucket * classes + c] = Math.round(weightAt(bucket, c) / (scale[c] || 1));
  return { classes, bits, weights, scale, bias };
}

/** An error smaller than this changes nothing that could be measured, and most errors of many classes are. */
const NO_ERROR = 0.02;

/** Trains by stochastic gradient descent with AdaGrad steps. */
export function train(samples: readonly Sample[], classes: number, bits: number, how: Training): Softmax {
  // Bucket by bucket, its weights and then their sums of squares: what takes the time is fetching them from memory.
  const learnt = new Float32Array(2 * classes * 2 ** bits);
  for (let at = classes; at < learnt.length; at += 2 * classes) learnt.fill(how.start, at, at + classes);
  const bias = new Float32Array(classes);
  const counts = new Float64Array(classes);
  for (const { label } of samples) counts[label] = (counts[label] as number) + 1;
  const seen = counts.filter((count) => count > 0).length;
  const guess = new Float64Array(classes);
  const errors = new Float64Array(classes);
  const which = new Uint8Array(classes);
  const baseOf = (hash: Uint32Array, k: number): number => ((hash[k] as number) >>> (32 - bits)) * classes;
  for (let epoch = 0; epoch < how.epochs; epoch++) {
    for (const { features, label } of shuffled(samples, epoch + 1)) {
      const { hash, weight } = features;
      const share = Math.min(4, samples.length / (seen * (counts[label] as number))) ** how.balance;
      guess.set(bias);
      for (let k = 0; k < hash.length; k++) {
        const base = 2 * baseOf(hash, k);
        const by = weight[k] as number;
        for (let c = 0; c < classes; c++) guess[c] = (guess[c] as number) + (learnt[base + c] as number) * by;
      }
      asProbabilities(guess);
      let wrong = 0;
      for (let c = 0; c < classes; c++) {
        const error = ((guess[c] as number) - (c === label ? 1 : 0)) * share;
        bias[c] = (bias[c] as number) - 0.05 * error;
        if (Math.abs(error) < NO_ERROR) continue;
        which[wrong] = c;
        errors[wrong++] = error;
      }
      for (let k = 0; k < hash.length; k++) {
        const base = 2 * baseOf(hash, k);
        const by = weight[k] as number;
        for (let w = 0; w < wrong; w++) {
          const i = base + (which[w] as number);
          const slope = (errors[w] as number) * by + how.decay * (learnt[i] as number);
          const square = (learnt[i + classes] as number) + slope * slope;
          learnt[i + classes] = square;
          learnt[i] = (learnt[i] as number) - (how.rate * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return inSteps(classes, bits, learnt, bias);
}
