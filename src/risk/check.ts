/** Mistakes in content/risk: lines that cannot be parsed, patterns whose own examples fail. */
import type { Content, RiskWords } from '../content/model.ts';
import { once } from '../content/once.ts';
import { compileLexicon, type Lexicon, type ReadyPattern } from './lexicon.ts';
import { readLexicon } from './lexicon-lines.ts';
import { readMessage } from './read.ts';
import { fires } from './rules.ts';

export interface RiskProblem {
  readonly in: 'concepts' | 'patterns' | 'idioms';
  /** The concept or pattern. */
  readonly id: string;
  readonly what: string;
}

/** Lines that cannot be parsed, concepts that do not exist. */
export const checkLexicon = (content: Content): readonly RiskProblem[] => readLexicon(content.risk).problems;

/** Every pattern must fire on its `hit` examples and stay silent on its `miss` ones. */
export function checkExamples({ risk }: Content): RiskProblem[] {
  const lexicon = compileLexicon(risk);
  const known = tried(risk, lexicon);
  return lexicon.patterns.flatMap((pattern) => {
    const key = JSON.stringify(pattern.entry);
    const found = known.get(key) ?? failing(pattern, lexicon);
    known.set(key, found);
    return found;
  });
}

/**
 * What was found of each pattern, as it is written: it holds as long as words are read in the same way and the concepts
 * are the same, whatever the other patterns say.
 */
const tried = ({ concepts, words, emoji, idioms, realWords }: RiskWords, { vocabulary }: Lexicon) =>
  triedWith(
    concepts,
    words,
    emoji,
    idioms,
    realWords,
    inOne(vocabulary.known),
    inOne(vocabulary.foreign ?? []),
  );
const triedWith = once(
  (_concepts: RiskWords['concepts'], ..._rest: readonly unknown[]) =>
    new Map<string, readonly RiskProblem[]>(),
);
const inOne = (words: Iterable<string>): string => [...words].sort().join(' ');

function failing(pattern: ReadyPattern, lexicon: Lexicon): RiskProblem[] {
  const { id, examples } = pattern.entry;
  const fired = (text: string): boolean => {
    const { clauses, found } = readMessage(lexicon, text);
    return fires(pattern, text, clauses, found) !== undefined;
  };
  const told = (what: string): RiskProblem => ({ in: 'patterns', id, what });
  return [
    ...examples.hit
      .filter((text) => !fired(text))
      .map((text) => told(`it does not notice its example "${text}"`)),
    ...examples.miss.filter(fired).map((text) => told(`it fires on "${text}"`)),
  ];
}
