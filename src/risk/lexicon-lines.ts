/** The lines of content/risk, parsed: what cannot be is left out and named. The lexicon is made of the others. */
import type { PatternEntry, RiskWords } from '../content/model.ts';
import { once } from '../content/once.ts';
import type { Pattern } from './lexicon.ts';
import type { Concept, Line } from './line-index.ts';
import { conceptsOf, PatternError, parseLine, parseUnless } from './pattern.ts';

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

/** The line with its words as the dictionary reads them in a message (Romanian "m-a", "mă" as "am a", "mum"). */
const asRead = (line: Line, read: (word: string) => string): Line =>
  line.map((one) => {
    if (one.kind === 'word') return { ...one, word: read(one.word) };
    return one.kind === 'any' ? { ...one, of: one.of.map((option) => asRead(option, read)) } : one;
  });

/** All lines, the words of each as the dictionary reads them. */
export interface Lines {
  /** Each after those that it names. */
  readonly concepts: readonly Concept[];
  readonly patterns: readonly Pattern[];
  readonly idioms: readonly Line[];
  /** Every line that had to be left out (content's check makes these errors). */
  readonly problems: readonly LexiconProblem[];
}

type Outcome<T> = { readonly read: T } | { readonly wrong: string };

const outcomeOf =
  <T>(parse: (line: string) => T) =>
  (line: string): Outcome<T> => {
    try {
      return { read: parse(line) };
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      return { wrong: error.message };
    }
  };
const lineOf = outcomeOf(parseLine);
const unlessOf = outcomeOf(parseUnless);

type Where = LexiconProblem['in'];
type Dictionary = RiskWords['words'];

/** Reads lines, and notes those that cannot be read. */
function reading<T>(
  parse: (line: string) => Outcome<T>,
  where: Where,
  id: string,
  lines: readonly string[],
): { readonly good: T[]; readonly problems: LexiconProblem[] } {
  const [good, problems]: [T[], LexiconProblem[]] = [[], []];
  for (const line of lines) {
    const outcome = parse(line);
    if ('read' in outcome) good.push(outcome.read);
    else problems.push({ in: where, id, what: `"${line}": ${outcome.wrong}` });
  }
  return { good, problems };
}

/** What a word is read as in a message. */
const reader =
  (dictionary: Dictionary) =>
  (word: string): string => {
    const meant = Object.hasOwn(dictionary, word) ? dictionary[word] : undefined;
    return meant === undefined || /\d/.test(word) || meant.includes(' ') ? word : meant;
  };

interface Read<T> {
  readonly value: T;
  readonly problems: readonly LexiconProblem[];
}

const readLines = once(
  (lines: readonly string[], where: Where, id: string, dictionary: Dictionary): Read<Line[]> => {
    const { good, problems } = reading(lineOf, where, id, lines);
    return { value: good.map((line) => asRead(line, reader(dictionary))), problems };
  },
);

/** A pattern with a line that cannot be read is left out whole: with the rest of its lines it would fire on anything. */
const readPattern = once((entry: PatternEntry, dictionary: Dictionary): Read<Pattern | undefined> => {
  const all = reading(lineOf, 'patterns', entry.id, entry.all);
  const unless = reading(unlessOf, 'patterns', entry.id, entry.unless);
  const problems = [...all.problems, ...unless.problems];
  if (problems.length > 0) return { value: undefined, problems };
  const read = reader(dictionary);
  const those = (wanted: boolean): Line[] =>
    unless.good.filter(({ anywhere }) => anywhere === wanted).map(({ line }) => asRead(line, read));
  return {
    value: {
      entry,
      all: all.good.map((line) => asRead(line, read)),
      unless: those(false),
      never: those(true),
    },
    problems,
  };
});

/** The lines of a pattern, of whatever kind. */
export const linesOf = ({ all, unless, never }: Pattern): Line[] => [...all, ...unless, ...never];

/** The same words are read once: the check of them comes before their use. */
export const readLexicon = once(({ concepts, patterns, words, idioms }: RiskWords): Lines => {
  const problems: LexiconProblem[] = [];
  const noted = <T>({ value, problems: own }: Read<T>): T => {
    problems.push(...own);
    return value;
  };
  const lines = new Map(
    Object.entries(concepts).map(([id, own]) => [id, noted(readLines(own, 'concepts', id, words))]),
  );
  for (const id of [...WHO, SAYS_LITTLE])
    if (!lines.has(id)) problems.push({ in: 'concepts', id, what: 'this concept is needed, and missing' });
  const ordered = inOrder(lines, (id, what) => problems.push({ in: 'concepts', id, what }));
  const whole = patterns.flatMap((entry) => noted(readPattern(entry, words)) ?? []);
  for (const pattern of whole)
    for (const named of linesOf(pattern).flatMap((line) => [...conceptsOf(line)]))
      if (!lines.has(named))
        problems.push({
          in: 'patterns',
          id: pattern.entry.id,
          what: `it names {${named}}, which is no concept`,
        });
  const sayings = idioms.flatMap((line) => {
    const { good, problems: own } = reading(lineOf, 'idioms', line, [line]);
    return noted({ value: good.map((one) => asRead(one, reader(words))), problems: own });
  });
  for (const named of sayings.flatMap((line) => [...conceptsOf(line)]))
    if (!lines.has(named))
      problems.push({ in: 'idioms', id: named, what: `an idiom names {${named}}, which is no concept` });
  return { concepts: ordered, patterns: whole, idioms: sayings, problems };
});
