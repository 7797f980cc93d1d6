/** How sure a measured figure is: 95% intervals for a share, and for any figure of the same messages. */
import { randomFrom } from '../risk/random.ts';

/** A figure with the ends of its 95% interval; all NaN where there was nothing to measure. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The 97.5% point of the standard normal distribution. */
const Z = 1.959964;
const RESAMPLES = 2000;
const SEED = 20261122;

/**
 * The interval of a share (Wilson 1927, without correction for continuity).
 * @param hits how many of them
 * @param of how many in all
 */
export function wilson(hits: number, of: number): Interval {
  if (of === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  const share = hits / of;
  const scale = 1 + Z ** 2 / of;
  const middle = (share + Z ** 2 / (2 * of)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  // The formula gives exactly 0 and 1 at the ends, rounding of the machine aside.
  return { value: share, low: hits === 0 ? 0 : middle - half, high: hits === of ? 1 : middle + half };
}

/** A figure of messages that were drawn so and so often each; NaN where they do not tell. */
export type Statistic = (drawn: ArrayLike<number>) => number;

/**
 * The percentile interval of a figure (Efron 1979): the messages are drawn anew, with repeats, 2,000 times. A
 * difference of two figures of the same messages is thereby paired.
 * @param count how many messages there are
 */
export function bootstrap(count: number, statistic: Statistic, resamples = RESAMPLES): Interval {
  const random = randomFrom(SEED);
  const drawn = new Uint32Array(count);
  const values: number[] = [];
  for (let n = 0; n < resamples; n++) {
    drawn.fill(0);
    for (let k = 0; k < count; k++) {
      const at = Math.floor(random() * count);
      drawn[at] = (drawn[at] as number) + 1;
    }
    const value = statistic(drawn);
    if (!Number.isNaN(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const low = values[Math.floor(0.025 * values.length)] ?? Number.NaN;
  const high = values[Math.ceil(0.975 * values.length) - 1] ?? Number.NaN;
  return { value: statistic(drawn.fill(1)), low, high };
}

/** Whether the interval lies on one side of zero. */
export const excludesZero = ({ low, high }: Interval): boolean => low > 0 || high < 0;

/** The share of the drawn messages that count, among those that are asked. Built once, asked for each draw. */
export function shareOf(asked: readonly boolean[], counts: readonly boolean[]): Statistic {
  return (drawn) => {
    let [hits, of] = [0, 0];
    for (let n = 0; n < drawn.length; n++) {
      if (!asked[n]) continue;
      of += drawn[n] as number;
      if (counts[n]) hits += drawn[n] as number;
    }
    return of === 0 ? Number.NaN : hits / of;
  };
}
