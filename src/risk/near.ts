/**
 * Messages that are nearly the same: the words of one are more than 60% of the words of both (Jaccard). Two such
 * messages teach little, and one in each part of the examples makes a measurement too good.
 */

/** Above this share two messages count as the same. */
export const NEAR = 0.6;

/** The words of a message, each once, in small letters. */
export const wordSet = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}']+/gu) ?? []);

/** The words of each message as numbers, the rarest word first: the same number is the same word. */
function ranked(texts: readonly string[]): Uint32Array[] {
  const sets = texts.map(wordSet);
  const common = new Map<string, number>();
  for (const words of sets) for (const word of words) common.set(word, (common.get(word) ?? 0) + 1);
  const order = [...common].sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
  const rank = new Map(order.map(([word], n) => [word, n]));
  return sets.map((words) => Uint32Array.from(words, (word) => rank.get(word) as number).sort());
}

/** The size of what two sets share, by the size of both together. Both are sorted. */
function jaccard(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let n = 0, m = 0; n < a.length && m < b.length; ) {
    const [left, right] = [a[n] as number, b[m] as number];
    if (left === right) shared++;
    if (left <= right) n++;
    if (right <= left) m++;
  }
  return shared / (a.length + b.length - shared);
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
  const sets = ranked(texts);
  const holding = new Map<number, number[]>();
  const pairs: NearPair[] = [];
  for (const [at, words] of sets.entries()) {
    const keys = words.subarray(0, words.length - Math.ceil(NEAR * words.length) + 1);
    const near = (other: number): boolean => {
      const size = (sets[other] as Uint32Array).length;
      const alike = size > NEAR * words.length && words.length > NEAR * size;
      return alike && jaccard(words, sets[other] as Uint32Array) > NEAR;
    };
    let of: number | undefined;
    for (const word of keys) of ??= holding.get(word)?.find(near);
    if (of !== undefined) pairs.push({ at, of });
    for (const word of keys) {
      const list = holding.get(word);
      if (list) list.push(at);
      else holding.set(word, [at]);
    }
  }
  return pairs;
}
