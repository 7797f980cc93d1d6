/** Which messages are learnt from, and which are measured: always whole voices, never one in both. */
import type { Placed } from '../examples.ts';
import { shuffled } from '../risk/random.ts';

export interface Fold {
  readonly learn: readonly Placed[];
  readonly measure: readonly Placed[];
}

const GROUPS = 5;
const SEED = 7;

/** The names of the voices, in a shuffled order that never changes for the same names. */
const voicesOf = (messages: readonly Placed[]): string[] =>
  shuffled([...new Set(messages.map(({ voice }) => voice))].sort(), SEED);

/**
 * Cross-validation: each of five groups of voices is measured once, by what is learnt from the others.
 * @returns fewer folds where there are fewer voices
 */
export function crossFolds(messages: readonly Placed[]): Fold[] {
  const voices = voicesOf(messages);
  const groups = Math.min(GROUPS, voices.length);
  return Array.from({ length: groups }, (_, group) => {
    const out = new Set(voices.filter((_voice, n) => n % groups === group));
    return {
      learn: messages.filter(({ voice }) => !out.has(voice)),
      measure: messages.filter(({ voice }) => out.has(voice)),
    };
  });
}

/** The messages of a share of the voices. A smaller share is always a part of a larger one. */
export function shareOfVoices(messages: readonly Placed[], share: number): Placed[] {
  const voices = voicesOf(messages);
  const kept = new Set(voices.slice(0, Math.max(1, Math.round(share * voices.length))));
  return messages.filter(({ voice }) => kept.has(voice));
}
