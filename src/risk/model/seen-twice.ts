/** Features worth learning: what stands in one message only says nothing of the next, and more than half are such. */
import type { Features } from './features.ts';

/** Two to this power counters: so many that two features seldom share one. */
const BITS = 25;

export type Learnt = Pick<Features, 'hash' | 'weight'>;

/** @returns each text's features without those that stand in no other text; the weights stay as they were */
export function seenTwice(texts: readonly Learnt[]): Learnt[] {
  const counts = new Uint8Array(2 ** BITS);
  const slotOf = (feature: number): number => feature >>> (32 - BITS);
  for (const { hash } of texts)
    for (let k = 0; k < hash.length; k++) {
      const slot = slotOf(hash[k] as number);
      if ((counts[slot] as number) < 2) counts[slot] = (counts[slot] as number) + 1;
    }
  return texts.map(({ hash, weight }) => {
    const again = hash.map((feature) => (counts[slotOf(feature)] === 2 ? 1 : 0));
    return { hash: hash.filter((_, k) => again[k] === 1), weight: weight.filter((_, k) => again[k] === 1) };
  });
}
