/** The compiled lexicon: concepts in order, patterns with their lines parsed, the vocabulary of both. */
import type { PatternEntry, RiskWords } from '../content/model.ts';
import { once } from '../content/once.ts';
import { IDIOM } from './idioms.ts';
import { linesOf, readLexicon } from './lexicon-lines.ts';
import { type Concept, indexLines, type Line, type LineIndex, type ReadyLine } from './line-index.ts';
import type { Vocabulary } from './normalise.ts';
import { conceptsOf, wordsOf } from './pattern.ts';
import { indexSpelling } from './spelling.ts';

export interface Pattern<L = Line> {
  readonly entry: PatternEntry;
  readonly all: readonly L[];
  /** A clause that holds one of these, or stands beside one that does, is not read for this pattern. */
  readonly unless: readonly L[];
  /** A message that holds one of these, in whatever clause, is not read for this pattern. */
  readonly never: readonly L[];
}
/** A pattern whose lines are ready to be looked for. */
export type ReadyPattern = Pattern<ReadyLine>;

export interface Lexicon {
  readonly concepts: LineIndex;
  readonly patterns: readonly ReadyPattern[];
  /** One concept (IDIOM) of all idioms, with the concepts that they name. */
  readonly idioms: LineIndex;
  readonly vocabulary: Vocabulary;
}

/** Of these concepts, in their order, those that the lines need. */
function withAllNamed(concepts: readonly Concept[], lines: readonly Line[]): Concept[] {
  const needed = new Set(lines.flatMap((line) => [...conceptsOf(line)]));
  for (const { id, lines: own } of [...concepts].reverse())
    if (needed.has(id)) for (const line of own) for (const named of conceptsOf(line)) needed.add(named);
  return concepts.filter(({ id }) => needed.has(id));
}

/** The same words are compiled once. What cannot be read is left out (lexicon-lines.ts). */
export const compileLexicon = once((words: RiskWords): Lexicon => {
  const { concepts, patterns, idioms } = readLexicon(words);
  const wordsIn = (some: readonly Line[]): Set<string> => new Set(some.flatMap((line) => [...wordsOf(line)]));
  const english = patterns.filter(({ entry }) => !entry.language).flatMap(linesOf);
  const foreign = patterns.filter(({ entry }) => entry.language).flatMap(linesOf);
  const known = wordsIn([...concepts.flatMap((one) => one.lines), ...english, ...idioms]);
  const named = withAllNamed(concepts, idioms);
  const vocabulary = {
    words: new Map(Object.entries(words.words)),
    emoji: new Map(Object.entries(words.emoji)),
    known,
    foreign: wordsIn(foreign),
    spelling: indexSpelling(
      [...known, ...Object.values(words.words).flatMap((to) => to.split(' '))],
      words.realWords,
    ),
  };
  const index = indexLines(concepts, patterns.flatMap(linesOf));
  const ready = (lines: readonly Line[]): ReadyLine[] => lines.flatMap((line) => index.asked.get(line) ?? []);
  return {
    concepts: index,
    patterns: patterns.map(({ entry, all, unless, never }) => {
      return { entry, all: ready(all), unless: ready(unless), never: ready(never) };
    }),
    idioms: indexLines([...named, { id: IDIOM, lines: idioms }]),
    vocabulary,
  };
});
