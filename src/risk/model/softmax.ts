/** Softmax regression: weights for each class over hashed features. Training is deterministic. */
import type { Features } from './features.ts';

export interface Softmax {
  readonly classes: number;
  readonly bits: number;
  /** Class by class: weights[class * 2^bits + bucket]. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export interface Sample {
  readonly features: Features;
  readonly label: number;
}

/** How the weights are found; the values come from comparing held-out voices. */
export interface Training {
  readonly epochs: number;
  readonly rate: number;
  /** How strongly weights are drawn to zero. */
  readonly decay: number;
}

/** The probability of each class. */
export function probabilities(
  { classes, bits, weights, bias }: Softmax,
  { at, weight }: Features,
): Float64Array {
  const size = 2 ** bits;
  const scores = new Float64Array(classes);
  let highest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < classes; c++) {
    let sum = bias[c] as number;
    const base = c * size;
    for (let n = 0; n < at.length; n++)
      sum += (weights[base + (at[n] as number)] as number) * (weight[n] as number);
    scores[c] = sum;
    if (sum > highest) highest = sum;
  }
  let total = 0;
  for (let c = 0; c < classes; c++) total += scores[c] = Math.exp((scores[c] as number) - highest);
  for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) / total;
  return scores;
}

/** A small generator with a fixed start: the same order of samples on every machine (mulberry32). */
function order(length: number, seed: number): Uint32Array {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const list = Uint32Array.from({ length }, (_, n) => n);
  for (let n = length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [list[n], list[other]] = [list[other] as number, list[n] as number];
  }
  return list;
}

/** Trains by stochastic gradient descent with AdaGrad steps; each class weighs the same however often it comes. */
export function train(samples: readonly Sample[], classes: number, bits: number, how: Training): Softmax {
  const size = 2 ** bits;
  const model: Softmax = {
    classes,
    bits,
    weights: new Float32Array(classes * size),
    bias: new Float32Array(classes),
  };
  const steps = new Float32Array(classes * size).fill(0.1);
  const counts = new Float64Array(classes);
  for (const { label } of samples) counts[label] = (counts[label] as number) + 1;
  const seen = counts.filter((count) => count > 0).length;
  for (let epoch = 0; epoch < how.epochs; epoch++) {
    for (const n of order(samples.length, epoch + 1)) {
      const { features, label } = samples[n] as Sample;
      const share = Math.min(4, samples.length / (seen * (counts[label] as number)));
      const guess = probabilities(model, features);
      for (let c = 0; c < classes; c++) {
        const error = ((guess[c] as number) - (c === label ? 1 : 0)) * share;
        if (Math.abs(error) < 1e-4) continue;
        model.bias[c] = (model.bias[c] as number) - 0.05 * error;
        const base = c * size;
        for (let k = 0; k < features.at.length; k++) {
          const i = base + (features.at[k] as number);
          const slope = error * (features.weight[k] as number) + how.decay * (model.weights[i] as number);
          steps[i] = (steps[i] as number) + slope * slope;
          model.weights[i] =
            (model.weights[i] as number) - (how.rate * slope) / Math.sqrt(steps[i] as number);
        }
      }
    }
  }
  return model;
}
