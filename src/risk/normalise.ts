/**
 * Reads a message the way it was meant: look-alike letters, accents, emoji, drawn-out, split and leet words,
 * textspeak. Linear in the length. Each word keeps where it stood in the original, for the reasons.
 */
import { isCount } from './counts.ts';
import { lookAlikes, plain, unleet } from './letters.ts';
import type { Spelling } from './spelling.ts';
import { isOnlyTears, TEARS } from './tears.ts';

export interface Token {
  readonly word: string;
  /** Span in the original message, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/** Words between two marks that end a sentence or part it, or a "but". */
export type Clause = readonly Token[];

/** What the normaliser knows: how people type -> what we read, and all words that the lexicon uses. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, string>;
  readonly emoji: ReadonlyMap<string, string>;
  readonly known: ReadonlySet<string>;
  /** Words of other languages: left as they are; a word is read as one of them only if it was drawn out. */
  readonly foreign?: ReadonlySet<string>;
  readonly spelling: Spelling;
}

/** Longer messages are read at both ends (architecture: the path of one message). */
export const MAX_CHARS = 10_000;
/** A clause without stops is cut before it is longer than this, at a word that joins if there is one. */
export const MAX_WORDS = 30;
const JOINTS = new Set(['and', 'then', 'so', 'because', 'when', 'while', 'if', 'which', 'who', 'that', 'or']);
/** Single letters in a row that are joined to a word: d i e. */
const MAX_SPLIT = 12;

interface Raw {
  word: string;
  /** The word with its apostrophes, if it has any inside: he'll is not hell. */
  spelt?: string;
  from: number;
  to: number;
}

const BREAK = '\n';
const ENDS = new Set(['.', '!', '?', ';', ',', '(', ')', '\n', '\r', '…', '–', '—', '।', '؟', '،', '؛']);
/** Words that turn to something else, and so begin a clause. */
const TURNS = new Set(['but', 'anyway', 'anyways', 'however', 'although']);

/** Signs that stand for an apostrophe: dont and don't are one word. */
const APOSTROPHES = new Set(["'", '\u2019', '\u2018', '\u02bc', '\u2032', '\u00b4', '`']);

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';

const isWordChar = (c: string): boolean =>
  (c >= 'a' && c <= 'z') ||
  (c >= '0' && c <= '9') ||
  c === '@' ||
  c === '$' ||
  (c > '\u007f' && /[\p{L}\p{M}\p{N}]/u.test(c));

/** Letters and signs to raw words; a BREAK word where a sentence ends. */
function split(text: string, vocabulary: Vocabulary): Raw[] {
  if (isOnlyTears(text)) return [{ word: TEARS, from: 0, to: text.length }];
  const raws: Raw[] = [];
  let word = '';
  let spelt = '';
  let from = 0;
  let at = 0;
  const flush = (): void => {
    if (word !== '') {
      const raw = { word: lookAlikes(word), from, to: at };
      raws.push(/[^']'[^']/.test(spelt) ? { ...raw, spelt: lookAlikes(spelt.replace(/^'+|'+$/g, '')) } : raw);
    }
    word = '';
    spelt = '';
  };
  for (const codePoint of text) {
    const next = at + codePoint.length;
    const ascii = codePoint.length === 1 && codePoint < '\u0080';
    const emoji = ascii ? undefined : vocabulary.emoji.get(codePoint);
    if (APOSTROPHES.has(codePoint)) {
      spelt += "'";
    } else if ((codePoint === '.' || codePoint === ',') && isDigit(text[at - 1]) && isDigit(text[next])) {
      flush(); // 6.30 is a time, not two sentences
    } else if (emoji !== undefined) {
      flush();
      for (const one of emoji.split(' ')) raws.push({ word: one, from: at, to: next });
    } else {
      const folded = ascii ? codePoint.toLowerCase() : plain(codePoint);
      for (const letter of folded) {
        if (isWordChar(letter)) {
          if (word === '') from = at;
          word += letter;
          spelt += letter;
        } else if (!/\p{Cf}/u.test(letter)) {
          flush();
          if (ENDS.has(letter)) raws.push({ word: BREAK, from: at, to: next });
        }
      }
    }
    at = next;
  }
  flush();
  return raws;
}

const isLetter = (raw: Raw | undefined): boolean => /^[a-z0-9]$/.test(raw?.word ?? '');

/** d.i.e: a full stop that clings to single letters on both sides ends no sentence. */
function looseStops(raws: readonly Raw[]): Raw[] {
  return raws.filter((raw, n) => {
    const [before, after] = [raws[n - 1], raws[n + 1]];
    const clings = before?.to === raw.from && after?.from === raw.to;
    return !(raw.word === BREAK && clings && isLetter(before) && isLetter(after));
  });
}

/** d i e -> die, when the joined letters are a word we know. */
function joinSplit(raws: readonly Raw[], known: (word: string) => boolean): Raw[] {
  const out: Raw[] = [];
  for (let i = 0; i < raws.length; i++) {
    let end = i;
    while (end < raws.length && end - i < MAX_SPLIT && isLetter(raws[end])) end++;
    const first = raws[i] as Raw;
    let joined = false;
    for (let stop = end; stop - i >= 3 && !joined; stop--) {
      const word = raws
        .slice(i, stop)
        .map((raw) => raw.word)
        .join('');
      const read = known(word) ? word : unleet(word);
      if (!known(read)) continue;
      out.push({ word: read, from: first.from, to: (raws[stop - 1] as Raw).to });
      i = stop - 1;
      joined = true;
    }
    if (!joined) out.push(first);
  }
  return out;
}

/** heeelp -> help, s3nd -> send: the first reading that is a word we know, else letters drawn out at most twice. */
function read(word: string, known: (word: string) => boolean, foreign: (word: string) => boolean): string {
  if (known(word) || foreign(word) || /^\d+$/.test(word)) return word; // 22 is not a drawn-out 2
  const twice = word.replace(/(.)\1{2,}/g, '$1$1');
  const once = word.replace(/(.)\1+/g, '$1');
  const readings = [twice, once, word.replace(/(.)\1{2,}/g, '$1')];
  for (const reading of readings) if (known(reading)) return reading;
  if (twice !== word) for (const reading of readings) if (foreign(reading)) return reading; // poor is not por
  if (/[0-9@$]/.test(word) && /[a-z]/.test(word)) {
    for (const reading of [unleet(word), unleet(twice), unleet(once)]) if (known(reading)) return reading;
  }
  return twice;
}

/** The clause in parts that are not too long. */
function cut(clause: Token[]): Token[][] {
  const parts: Token[][] = [];
  let rest = clause;
  while (rest.length > MAX_WORDS) {
    const joint = rest.slice(0, MAX_WORDS).findLastIndex(({ word }) => JOINTS.has(word));
    const at = joint > MAX_WORDS / 2 ? joint : MAX_WORDS;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...parts, rest];
}

/** Both ends of a message that is too long, the whole of any other. */
export const bothEnds = (text: string): string =>
  text.length <= MAX_CHARS ? text : `${text.slice(0, MAX_CHARS / 2)}\n${text.slice(-MAX_CHARS / 2)}`;

/**
 * @param message what was typed
 * @returns its clauses, none of them empty; all words are lower case, as the lexicon writes them
 */
export function normalise(message: string, vocabulary: Vocabulary): readonly Clause[] {
  const known = (word: string): boolean => vocabulary.known.has(word) || vocabulary.words.has(word);
  const foreign = (word: string): boolean => vocabulary.foreign?.has(word) ?? false;
  const clauses: Clause[] = [];
  let clause: Token[] = [];
  const end = (): void => {
    if (clause.length > 0) clauses.push(...cut(clause));
    clause = [];
  };
  const raws = joinSplit(looseStops(split(bothEnds(message), vocabulary)), known);
  for (const [at, raw] of raws.entries()) {
    if (raw.word === BREAK) {
      end();
      continue;
    }
    const typed = read(raw.word, known, foreign);
    const word = known(typed) || foreign(typed) ? typed : (vocabulary.spelling.repair(typed) ?? typed);
    if (TURNS.has(word)) end();
    const meant = isCount(word, raws[at - 1]?.word, raws[at + 1]?.word)
      ? word
      : (vocabulary.words.get(raw.spelt ?? '') ?? vocabulary.words.get(word) ?? word);
    for (const one of meant.split(' ')) clause.push({ word: one, from: raw.from, to: raw.to });
  }
  end();
  return clauses;
}
