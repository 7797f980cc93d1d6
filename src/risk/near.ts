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

/** A signature is so many times 32 bits; each word of a set lights one of them. */
const WORDS_OF_BITS = 4;

/** The signatures of all sets, one after the other. */
function signaturesOf(sets: readonly Uint32Array[]): Int32Array {
  const bits = new Int32Array(sets.length * WORDS_OF_BITS);
  for (const [n, words] of sets.entries())
    for (const word of words) {
      const bit = Math.imul(word, 0x9e3779b1) >>> 25;
      const at = n * WORDS_OF_BITS + (bit >>> 5);
      bits[at] = (bits[at] as number) | (1 << (bit & 31));
    }
  return bits;
}

/** How many bits are lit (Hacker's Delight, 5-1). */
function lit(bits: number): number {
  let x = bits - ((bits >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** At least so many words of `a` are not in `b`: the bits that only `a` lights. */
function lacking(bits: Int32Array, a: number, b: number): number {
  let only = 0;
  for (let n = 0; n < WORDS_OF_BITS; n++)
    only += lit((bits[a * WORDS_OF_BITS + n] as number) & ~(bits[b * WORDS_OF_BITS + n] as number));
  return only;
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
 * at the first word that they share there must be enough words left in both (positional filtering: Xiao et al. 2008), and
 * signatures must not differ too much.
 */
export function nearPairs(texts: readonly string[]): NearPair[] {
  const sets = ranked(texts);
  const sizes = Int32Array.from(sets, ({ length }) => length);
  const bits = signaturesOf(sets);
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
        const size = sizes[other] as number;
        const wanted = wantedOf(words.length, size);
        if (Math.min(words.length - place, size - (places[k] as number)) < wanted) continue;
        if (words.length - lacking(bits, at, other) < wanted) continue;
        if (sharesAtLeast(words, sets[other] as Uint32Array, wanted)) return other;
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
