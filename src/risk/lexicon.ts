/** The compiled lexicon: concepts in order, patterns with their lines parsed, the vocabulary of both. */
import type { PatternEntry, RiskWords } from '../content/model.ts';
import { IDIOM } from './idioms.ts';
import { type Concept, indexLines, type Line, type LineIndex } from './line-index.ts';
import type { Vocabulary } from './normalise.ts';
import { conceptsOf, PatternError, parseLine, parseUnless, wordsOf } from './pattern.ts';
import { indexSpelling } from './spelling.ts';

export interface Pattern {
  readonly entry: PatternEntry;
  readonly all: readonly Line[];
  /** A clause that holds one of these, or stands beside one that does, is not read for this pattern. */
  readonly unless: readonly Line[];
  /** A message that holds one of these, in whatever clause, is not read for this pattern. */
  readonly never: readonly Line[];
}

export interface Lexicon {
  readonly concepts: LineIndex;
  readonly patterns: readonly Pattern[];
  /** One concept (IDIOM) of all idioms, with the concepts that they name. */
  readonly idioms: LineIndex;
  readonly vocabulary: Vocabulary;
}

/** Concepts that assess itself asks for: who speaks, and about whom. */
export const WHO = ['who-parent', 'who-professional', 'who-business', 'who-friend'] as const;

/** The concept of clauses of which the model makes nothing. */
export const SAYS_LITTLE = 'says-little';

/** Something in content/risk that cannot be compiled: which concept or pattern, and why. */
export interface LexiconProblem {
  readonly in: 'concepts' | 'patterns' | 'idioms';
  readonly id: string;
  readonly what: string;
}

function inOrder(
  lines: ReadonlyMap<string, readonly Line[]>,
  report: (id: string, what: string) => void,
): Concept[] {
  const done = new Map<string, Concept>();
  const doing = new Set<string>();
  const visit = (id: string, from: string): void => {
    if (done.has(id)) return;
    const own = lines.get(id);
    if (!own || doing.has(id)) {
      report(from, own ? `{${id}} leads back to itself` : `it names {${id}}, which is no concept`);
      return;
    }
    doing.add(id);
    for (const line of own) for (const named of conceptsOf(line)) visit(named, id);
    doing.delete(id);
    done.set(id, { id, lines: own });
  };
  for (const id of lines.keys()) visit(id, id);
  return [...done.values()];
}

/** Of these concepts, in their order, those that the lines need. */
function withAllNamed(concepts: readonly Concept[], lines: readonly Line[]): Concept[] {
  const needed = new Set(lines.flatMap((line) => [...conceptsOf(line)]));
  for (const { id, lines: own } of [...concepts].reverse())
    if (needed.has(id)) for (const line of own) for (const named of conceptsOf(line)) needed.add(named);
  return concepts.filter(({ id }) => needed.has(id));
}

/** The line with its words as the dictionary reads them in a message (Romanian "m-a", "mă" as "am a", "mum"). */
const asRead = (line: Line, read: (word: string) => string): Line =>
  line.map((one) => {
    if (one.kind === 'word') return { ...one, word: read(one.word) };
    return one.kind === 'any' ? { ...one, of: one.of.map((option) => asRead(option, read)) } : one;
  });

interface Compiled {
  readonly lexicon: Lexicon;
  readonly problems: LexiconProblem[];
}

const compiled = new WeakMap<RiskWords, Compiled>();

/**
 * @param words the same words are compiled once: the check of them comes before their use
 * @returns the lexicon, and every line that had to be left out of it (content's check makes these errors)
 */
export function compileLexicon(words: RiskWords): Compiled {
  let known = compiled.get(words);
  if (!known) {
    known = compile(words);
    compiled.set(words, known);
  }
  return known;
}

function compile(words: RiskWords): Compiled {
  const problems: LexiconProblem[] = [];
  const dictionary = new Map(Object.entries(words.words));
  const read = (word: string): string => {
    const meant = dictionary.get(word);
    return meant === undefined || /\d/.test(word) || meant.includes(' ') ? word : meant;
  };
  const reading = <T>(
    where: LexiconProblem['in'],
    id: string,
    line: string,
    reader: (line: string) => T,
  ): T | undefined => {
    try {
      return reader(line);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      problems.push({ in: where, id, what: `"${line}": ${error.message}` });
      return undefined;
    }
  };
  const parse = (where: LexiconProblem['in'], id: string, own: readonly string[]): Line[] =>
    own.flatMap((line): Line[] => {
      const parsed = reading(where, id, line, parseLine);
      return parsed ? [asRead(parsed, read)] : [];
    });
  const lines = new Map<string, Line[]>();
  for (const [id, own] of Object.entries(words.concepts)) lines.set(id, parse('concepts', id, own));
  for (const id of [...WHO, SAYS_LITTLE])
    if (!lines.has(id)) problems.push({ in: 'concepts', id, what: 'this concept is needed, and missing' });
  const concepts = inOrder(lines, (id, what) => problems.push({ in: 'concepts', id, what }));
  // A pattern with a line that cannot be read is left out whole: with the rest of its lines it would fire on anything.
  const patterns = words.patterns.flatMap((entry): Pattern[] => {
    const before = problems.length;
    const all = parse('patterns', entry.id, entry.all);
    const unless = entry.unless
      .map((line) => reading('patterns', entry.id, line, parseUnless))
      .filter((one) => one !== undefined);
    if (problems.length > before) return [];
    const [never, here] = [
      unless.filter(({ anywhere }) => anywhere),
      unless.filter(({ anywhere }) => !anywhere),
    ];
    const readyOf = (some: typeof unless): Line[] => some.map(({ line }) => asRead(line, read));
    return [{ entry, all, unless: readyOf(here), never: readyOf(never) }];
  });
  for (const pattern of patterns)
    for (const line of [...pattern.all, ...pattern.unless, ...pattern.never])
      for (const named of conceptsOf(line))
        if (!lines.has(named))
          problems.push({
            in: 'patterns',
            id: pattern.entry.id,
            what: `it names {${named}}, which is no concept`,
          });
  const idioms = words.idioms.flatMap((line) => parse('idioms', line, [line]));
  const linesOf = (some: readonly Pattern[]): Line[] =>
    some.flatMap((one) => [...one.all, ...one.unless, ...one.never]);
  const wordsIn = (some: readonly Line[]): Set<string> => new Set(some.flatMap((line) => [...wordsOf(line)]));
  const patternLines = linesOf(patterns);
  const english = linesOf(patterns.filter(({ entry }) => !entry.language));
  const known = wordsIn([...concepts.flatMap((one) => one.lines), ...english, ...idioms]);
  for (const line of idioms)
    for (const named of conceptsOf(line))
      if (!lines.has(named))
        problems.push({ in: 'idioms', id: named, what: `an idiom names {${named}}, which is no concept` });
  const named = withAllNamed(concepts, idioms);
  const vocabulary = {
    words: dictionary,
    emoji: new Map(Object.entries(words.emoji)),
    known,
    foreign: wordsIn(linesOf(patterns.filter(({ entry }) => entry.language))),
    spelling: indexSpelling(
      [...known, ...Object.values(words.words).flatMap((to) => to.split(' '))],
      words.realWords,
    ),
  };
  return {
    lexicon: {
      concepts: indexLines(concepts, patternLines),
      patterns,
      idioms: indexLines([...named, { id: IDIOM, lines: idioms }]),
      vocabulary,
    },
    problems,
  };
}
