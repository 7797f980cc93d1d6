/** Single letters: look-alikes from other alphabets and digits read as letters. Small tables, no words. */

/** Letters that look like Latin ones (Unicode confusables, the ones children paste from "fancy text" pages). */
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

/** Whole alphabets that only read like Latin when most of a word is Latin already are left alone. */
export const lookAlike = (letter: string): string => LOOK_ALIKES[letter] ?? letter;

/** The word with its digits and signs read as letters. */
export const unleet = (word: string): string => word.replace(/[0134578@$]/g, (sign) => LEET[sign] ?? sign);

/** One code point in lower case, compatibility forms and accents taken off. May be empty or several letters. */
export function plain(codePoint: string): string {
  const folded = codePoint.normalize('NFKD').toLowerCase();
  return folded.replace(/\p{M}+/gu, '');
}
