/**
 * Messages that are nearly the same: the words of one are more than 60% of the words of both (Jaccard). Two such
 * messages teach little, and one in each part of the examples makes a measurement too good.
 */

/** Above this share two messages count as the same. */
export const NEAR = 0.6;

/** The words of a message, each once, in small letters. */
export const wordSet = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}']+/gu) ?? []);

/** The size of what two sets share, by the size of both together; 0 where both are empty. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

export interface NearPair {
  /** Positions in the list: `of` stands before `at`. */
  readonly at: number;
  readonly of: number;
}

/**
 * For each message that is nearly the same as an earlier one: that pair. Two sets that share more than 60% must
 * share one of their few rarest words (prefix filtering: Chaudhuri et al. 2006), so that only those are compared.
 */
export function nearPairs(texts: readonly string[]): NearPair[] {
  const sets = texts.map(wordSet);
  const common = new Map<string, number>();
  for (const words of sets) for (const word of words) common.set(word, (common.get(word) ?? 0) + 1);
  const rarest = (words: ReadonlySet<string>): string[] => {
    const sorted = [...words].sort(
      (a, b) => (common.get(a) as number) - (common.get(b) as number) || (a < b ? -1 : 1),
    );
    return sorted.slice(0, words.size - Math.ceil(NEAR * words.size) + 1);
  };
  const holding = new Map<string, number[]>();
  const pairs: NearPair[] = [];
  for (const [at, words] of sets.entries()) {
    const keys = rarest(words);
    const tried = new Set(keys.flatMap((word) => holding.get(word) ?? []));
    const of = [...tried].find((other) => jaccard(words, sets[other] as ReadonlySet<string>) > NEAR);
    if (of !== undefined) pairs.push({ at, of });
    for (const word of keys) {
      const list = holding.get(word);
      if (list) list.push(at);
      else holding.set(word, [at]);
    }
  }
  return pairs;
}
