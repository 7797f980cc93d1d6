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

/** Whether two sorted sets share so many words: it stops where what is left cannot be enough. */
function sharesAtLeast(a: Uint32Array, b: Uint32Array, wanted: number): boolean {
  let missing = wanted;
  for (let n = 0, m = 0; missing > 0; ) {
    if (Math.min(a.length - n, b.length - m) < missing) return false;
    const [left, right] = [a[n] as number, b[m] as number];
    if (left === right) missing--;
    if (left <= right) n++;
    if (right <= left) m++;
  }
  return true;
}

/** So many words two sets of these sizes must share to be near: the least whole number above the bar. */
const wantedOf = (a: number, b: number): number => Math.floor((NEAR * (a + b)) / (1 + NEAR) + 1e-9) + 1;

export interface NearPair {
  /** Positions in the list: `of` stands before `at`. */
  readonly at: number;
  readonly of: number;
}

/** The messages that hold a word among their rarest, and which of them it is. */
interface Holding {
  readonly of: number[];
  readonly place: number[];
}

/**
 * For each message that is nearly the same as an earlier one: that pair. Two sets that share more than 60% must
 * share one of their few rarest words (prefix filtering: Chaudhuri et al. 2006), so that only those are compared; and
 * at the first word that they share there must be enough words left in both (positional filtering: Xiao et al. 2008).
 */
export function nearPairs(texts: readonly string[]): NearPair[] {
  const sets = ranked(texts);
  const holding = new Map<number, Holding>();
  const compared = new Int32Array(sets.length).fill(-1);
  const pairs: NearPair[] = [];
  for (const [at, words] of sets.entries()) {
    const keys = words.subarray(0, words.length - Math.ceil(NEAR * words.length) + 1);
    const nearWith = (word: number, place: number): number | undefined => {
      const { of, place: places } = holding.get(word) ?? NONE;
      for (let k = 0; k < of.length; k++) {
        const other = of[k] as number;
        if (compared[other] === at) continue;
        compared[other] = at;
        const set = sets[other] as Uint32Array;
        const wanted = wantedOf(words.length, set.length);
        if (Math.min(words.length - place, set.length - (places[k] as number)) < wanted) continue;
        if (sharesAtLeast(words, set, wanted)) return other;
      }
      return undefined;
    };
    let of: number | undefined;
    for (const [place, word] of keys.entries()) of ??= nearWith(word, place);
    if (of !== undefined) pairs.push({ at, of });
    for (const [place, word] of keys.entries()) {
      const list = holding.get(word) ?? { of: [], place: [] };
      list.of.push(at);
      list.place.push(place);
      holding.set(word, list);
    }
  }
  return pairs;
}
const NONE: Holding = { of: [], place: [] };
