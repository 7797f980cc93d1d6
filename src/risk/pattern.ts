/**
 * The language of content/risk: how a line of a pattern or of a concept is written.
 *
 *   word          that word, as the normaliser reads it      wait*      a word that begins so
 *   {concept}     any phrase of that concept                 (a|b c)    one of these phrases
 *   (a|b)?        one of these, or nothing
 *   ...           up to three words between                  ...6       up to six words between
 *   [number]      any number (14, 6pm, 13yo)                 [10-15]    a number from 10 to 15
 *   [start]       nothing stands before                      [end]      nothing stands after
 *   [anywhere]    first in a line of `unless`: looked for in the whole message, not only near by
 *
 * Words of any language are written as natives write them; accents are taken off as in a message (letters.ts).
 * No regular expressions, nothing that can run away: matching is linear in the words of a clause.
 */
import { fold } from './letters.ts';
import { bracketSlip, pieceSlip } from './slips.ts';

export type Element =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'concept'; readonly id: string }
  | { readonly kind: 'any'; readonly of: readonly (readonly Element[])[]; readonly optional: boolean }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'edge'; readonly at: 'start' | 'end' }
  | { readonly kind: 'gap'; readonly max: number };

const DEFAULT_GAP = 3;
const MAX_GAP = 12;
const PIECE = /\{[^{}]*\}|\([^()]*\)\??|[^\s({]+/g;
const BRACKETED = /^[({]/;

/** A line that is not of this language; the message says what is wrong with it. */
export class PatternError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PatternError';
  }
}

function element(piece: string): Element {
  const concept = /^\{([a-z][a-z0-9-]*)\}$/.exec(piece);
  if (concept) return { kind: 'concept', id: concept[1] as string };
  const gap = /^\.\.\.(\d*)$/.exec(piece);
  if (gap) {
    const max = gap[1] ? Number(gap[1]) : DEFAULT_GAP;
    if (max < 1 || max > MAX_GAP)
      throw new PatternError(`"${piece}": after three dots write a number from 1 to ${MAX_GAP}`);
    return { kind: 'gap', max };
  }
  const number = /^\[(?:number|(\d+)-(\d+))\]$/.exec(piece);
  if (number) {
    const [min, max] = number[1] ? [Number(number[1]), Number(number[2])] : [0, Number.POSITIVE_INFINITY];
    if (min > max) throw new PatternError(`"${piece}": write the smaller number first`);
    return { kind: 'number', min, max };
  }
  if (piece === '[start]' || piece === '[end]')
    return { kind: 'edge', at: piece === '[start]' ? 'start' : 'end' };
  const group = /^\((.*)\)(\??)$/.exec(piece);
  if (group) {
    const options = (group[1] as string).split('|').map((option) => option.trim());
    if (options.some((option) => option === '')) throw new PatternError(`an empty choice in "${piece}"`);
    return { kind: 'any', of: options.map(elements), optional: group[2] === '?' };
  }
  if (piece === piece.toLowerCase()) {
    if (/^[\p{L}\p{M}\p{N}@]{2,}\*$/u.test(piece))
      return { kind: 'prefix', prefix: fold(piece.slice(0, -1)) };
    if (/^[\p{L}\p{M}\p{N}@]+$/u.test(piece)) return { kind: 'word', word: fold(piece) };
  }
  throw new PatternError(pieceSlip(piece));
}

function elements(line: string): Element[] {
  const slip = bracketSlip(line);
  if (slip) throw new PatternError(slip);
  let before: { readonly piece: string; readonly end: number } | undefined;
  return [...line.matchAll(PIECE)].map(({ 0: piece, index }) => {
    if (before?.end === index && (BRACKETED.test(piece) || BRACKETED.test(before.piece)))
      throw new PatternError(`put a space between brackets and other words: "${before.piece}${piece}"`);
    before = { piece, end: index + piece.length };
    return element(piece);
  });
}

/** Where nothing may stand before or after: elsewhere such a line would never be found. */
function checkEdges(line: readonly Element[], first: boolean, last: boolean): void {
  for (const [n, one] of line.entries()) {
    const [begins, ends] = [first && n === 0, last && n === line.length - 1];
    if (one.kind === 'any') for (const option of one.of) checkEdges(option, begins, ends);
    if (one.kind === 'edge' && !(one.at === 'start' ? begins : ends))
      throw new PatternError(`[${one.at}] stands only ${one.at === 'start' ? 'first' : 'last'} in a line`);
  }
}

const ANYWHERE = '[anywhere] ';

/** A line of `unless`, and whether it counts in the whole message. */
export function parseUnless(line: string): { readonly line: readonly Element[]; readonly anywhere: boolean } {
  const anywhere = line.startsWith(ANYWHERE);
  return { line: parseLine(anywhere ? line.slice(ANYWHERE.length) : line), anywhere };
}

/**
 * @param line one line of `all`, `unless` or a concept
 * @throws PatternError
 */
export function parseLine(line: string): readonly Element[] {
  const parsed = elements(line);
  const [first, last] = [parsed[0], parsed.at(-1)];
  if (!first || !last) throw new PatternError('the line is empty');
  for (const edge of [first, last])
    if (edge.kind === 'gap' || (edge.kind === 'any' && edge.optional))
      throw new PatternError(
        '... or (this)? stands at an end of the line, where it changes nothing: take it out',
      );
  checkEdges(parsed, true, true);
  return parsed;
}

/** All plain words of a line, for the vocabulary. */
export function* wordsOf(line: readonly Element[]): Generator<string> {
  for (const one of line) {
    if (one.kind === 'word') yield one.word;
    else if (one.kind === 'any') for (const option of one.of) yield* wordsOf(option);
  }
}

/** All concepts that a line names. */
export function* conceptsOf(line: readonly Element[]): Generator<string> {
  for (const one of line) {
    if (one.kind === 'concept') yield one.id;
    else if (one.kind === 'any') for (const option of one.of) yield* conceptsOf(option);
  }
}
