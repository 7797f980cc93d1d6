/** Single letters: look-alikes from other alphabets and digits read as letters. Small tables, no words. */

/**
 * Letters that look like Latin ones (Unicode confusables, the ones children paste from "fancy text" pages), and
 * Arabic letters that are typed for one another.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'аa',
    'вb',
    'сc',
    'еe',
    'ёe',
    'һh',
    'іi',
    'їi',
    'јj',
    'кk',
    'мm',
    'нh',
    'оo',
    'рp',
    'ѕs',
    'тt',
    'уy',
    'хx',
    'ԁd',
    'ԛq',
    'ԝw',
    'αa',
    'βb',
    'εe',
    'ηn',
    'ιi',
    'κk',
    'νv',
    'οo',
    'ρp',
    'τt',
    'υu',
    'χx',
    'ωw',
    'ıi',
    'łl',
    'øo',
    'đd',
    'ħh',
    'ŋn',
    'ſs',
    'ɑa',
    'ɡg',
    'ɩi',
    'ىي',
    'یي',
    'ةه',
    'کك',
  ].map((pair) => [...pair] as [string, string]),
);

/** Digits and signs written for letters (s3nd, d1e, p@rk). */
const LEET: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
};

/** A word of Ukrainian or Russian letters alone, as plain() leaves them. */
const CYRILLIC = /^[а-яєіґ0-9]+$/;

/** The word with its look-alikes read as Latin letters. A word that is Cyrillic throughout means what it says. */
export const lookAlikes = (word: string): string =>
  CYRILLIC.test(word) ? word : word.replace(/[^\0-\x7f]/g, (letter) => LOOK_ALIKES[letter] ?? letter);

/** The word with its digits and signs read as letters. */
export const unleet = (word: string): string => word.replace(/[0134578@$]/g, (sign) => LEET[sign] ?? sign);

/**
 * Accents, and the signs that writers leave out at will: Arabic vowels and tatweel, nukta and candrabindu. The other
 * signs of Devanagari and Bengali (vowels, virama) are part of the word.
 */
const LOOSE = /\u0640|(?![\u0902-\u093b\u093d-\u0980\u0982-\u09bb\u09bd-\u09ff])\p{M}/gu;

/** One code point in lower case, compatibility forms and accents taken off. May be empty or several letters. */
export function plain(codePoint: string): string {
  return codePoint.normalize('NFKD').toLowerCase().replace(LOOSE, '');
}

/** A word of the lexicon as the normaliser reads it: editors write it as natives do, accents and all. */
export const fold = (word: string): string => lookAlikes([...word].map(plain).join(''));
