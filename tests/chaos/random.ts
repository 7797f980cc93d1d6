/** Chance that can be had again: every test prints its seed, and CHAOS_SEED brings the same run back. */
import { randomInt } from 'node:crypto';

export interface Chance {
  readonly seed: number;
  /** 0 up to 1. */
  next(): number;
  /** A whole number from 0 to below `n`. */
  below(n: number): number;
  /** One of a list, which must not be empty. */
  of<T>(list: readonly T[]): T;
  /** True so often: 0 never, 1 always. */
  is(share: number): boolean;
}

/** @param seed any whole number; without one, another each time */
export function chance(seed = Number(process.env.CHAOS_SEED) || randomInt(1, 2 ** 31)): Chance {
  let state = seed >>> 0;
  // mulberry32: 32 bits of state are plenty for a test.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    seed,
    next,
    below,
    of: (list) => list[below(list.length)] as (typeof list)[number],
    is: (share) => next() < share,
  };
}

/** CHAOS=long: as many rounds as the bars ask for; else a share of them that CI has time for. */
export const LONG = process.env.CHAOS === 'long';
