/** How hard words are to read: sentences, and the school grade of a text. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { onceForText } from './once.ts';

const sentencesIn = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
const wordsIn = new Intl.Segmenter('en-GB', { granularity: 'word' });

/** The sentences of one bubble. A bubble that ends without a mark is a sentence too. */
export const sentences = onceForText((text): readonly string[] =>
  [...sentencesIn.segment(text)].map(({ segment }) => segment.trim()).filter((one) => wordCount(one) > 0),
);

/** The words of a text: letters and digits, an apostrophe or a hyphen within; no marks. */
export function words(text: string): string[] {
  return [...wordsIn.segment(text.replace(/(\p{L})-(?=\p{L})/gu, '$1 '))]
    .filter((piece) => piece.isWordLike)
    .map((piece) => piece.segment);
}

/** How many words. */
export const wordCount = onceForText((text): number => words(text).length);

/** What is counted of a text: sentences, words, syllables (English, by the `syllable` package). */
type Counted = Readonly<Record<'sentence' | 'word' | 'syllable', number>>;

const counted = onceForText((text): Counted => {
  const each = sentences(text).flatMap(words);
  const syllables = each.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return { sentence: sentences(text).length, word: each.length, syllable: syllables };
});

const total = (counts: readonly Counted[], of: keyof Counted): number =>
  counts.reduce((sum, one) => sum + one[of], 0);

/**
 * Flesch-Kincaid grade of English texts: the school year (US) that reads them easily; grade 5 is age 10.
 * Kincaid and others, Navy Research Branch Report 8-75, 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59.
 * @param texts bubbles; each ends a sentence
 * @returns 0 for no words; never below 0
 */
export function readingGrade(texts: readonly string[]): number {
  const counts = texts.map(counted);
  const all = {
    sentence: total(counts, 'sentence'),
    word: total(counts, 'word'),
    syllable: total(counts, 'syllable'),
  };
  return all.word === 0 ? 0 : Math.max(0, fleschKincaid(all));
}

/** A vowel; an i before another vowel only softens the consonant and is none. */
const POLISH_VOWEL = /i(?![aąeęoóu])|[aąeęoóuy]/gi;
const polishSyllables = (word: string): number => Math.max(1, word.match(POLISH_VOWEL)?.length ?? 0);

/**
 * Fog index of Polish texts: the years of school that read them easily. Gunning, The Technique of Clear Writing, 1952:
 * 0.4 (words a sentence + percent of hard words); in Polish a hard word has four syllables or more.
 */
export function polishFog(texts: readonly string[]): number {
  const all = texts.flatMap(sentences);
  const each = all.flatMap(words);
  if (each.length === 0) return 0;
  const hard = each.filter((word) => polishSyllables(word) > 3).length;
  return 0.4 * (each.length / all.length + (100 * hard) / each.length);
}

/** A text without the names that nobody can make shorter: those of services, and acronyms. Longest first. */
export function withoutNames(text: string, names: readonly string[]): string {
  let left = text;
  for (const name of names) left = left.replaceAll(name, ' ');
  return left.replace(/\(\s*\)/g, ' ').replace(/\s+/g, ' ');
}
