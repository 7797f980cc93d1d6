/**
 * Mends a slip of one letter (a letter too many, missing, wrong, or two swapped) in words that the lexicon knows:
 * an index of all words with one letter taken out (symmetric deletes: Garbe 2012), checked with natural's
 * Damerau-Levenshtein distance. Constant time for a word, whatever its letters.
 */
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';

/** Shorter words have too many neighbours: hurt, hunt, hut. Longer ones are no words. */
const LENGTHS = { from: 5, to: 20 } as const;

export interface Spelling {
  /** The known word that this one is a slip of, or undefined when it is none, or is spelt right. */
  repair(word: string): string | undefined;
  /** Whether it is a word at all, as far as we know. */
  isWord(word: string): boolean;
}

const isPlain = (word: string): boolean =>
  word.length >= LENGTHS.from && word.length <= LENGTHS.to && /^[a-z]+$/.test(word);

/** The word, and all words with one letter taken out. */
function* withoutOne(word: string): Generator<string> {
  yield word;
  for (let at = 0; at < word.length; at++)
    if (word[at] !== word[at + 1]) yield word.slice(0, at) + word.slice(at + 1);
}

const undoubled = (word: string): string => word.replace(/(.)\1+/g, '$1');

/**
 * @param known the words to mend to
 * @param real words that are spelt right, though the lexicon has no use for them: beach is no slip of bleach
 */
export function indexSpelling(known: Iterable<string>, real: ReadonlySet<string>): Spelling {
  const targets = [...new Set(known)].filter(isPlain).sort();
  const right = new Set(targets);
  const isReal = (word: string): boolean =>
    real.has(word) || (word.endsWith('s') && real.has(word.slice(0, -1)));
  const holding = new Map<string, string[]>();
  for (const target of targets)
    for (const key of withoutOne(target)) {
      const list = holding.get(key);
      if (list) list.push(target);
      else holding.set(key, [target]);
    }
  // Which letter is doubled is a slip of its own: dissapear, accross. Never where two words differ in nothing else.
  const single = new Map<string, string | undefined>();
  for (const target of targets)
    single.set(undoubled(target), single.has(undoubled(target)) ? undefined : target);
  const isSlip = (word: string, target: string): boolean =>
    Math.abs(word.length - target.length) <= 1 &&
    DamerauLevenshteinDistance(word, target, { restricted: true }) === 1;
  return {
    isWord: (word) => right.has(word) || isReal(word),
    repair(word) {
      if (!isPlain(word) || right.has(word) || isReal(word)) return undefined;
      let best: string | undefined;
      for (const key of withoutOne(word))
        for (const target of holding.get(key) ?? []) {
          // The first letter is seldom wrong: a word that begins the same is the likelier one.
          const better = best === undefined || (target[0] === word[0] && best[0] !== word[0]);
          if (better && isSlip(word, target)) best = target;
        }
      return best ?? single.get(undoubled(word));
    },
  };
}
