/** Mistakes in content/risk: lines that cannot be parsed, patterns whose own examples fail. */
import type { Content } from '../content/model.ts';
import { compileLexicon } from './lexicon.ts';
import { readMessage } from './read.ts';
import { firing } from './rules.ts';

export interface RiskProblem {
  readonly in: 'concepts' | 'patterns' | 'idioms';
  /** The concept or pattern. */
  readonly id: string;
  readonly what: string;
}

/** Lines that cannot be parsed, concepts that do not exist. */
export const checkLexicon = (content: Content): RiskProblem[] => compileLexicon(content.risk).problems;

/** Every pattern must fire on its `hit` examples and stay silent on its `miss` ones. */
export function checkExamples(content: Content): RiskProblem[] {
  const { lexicon } = compileLexicon(content.risk);
  const found: RiskProblem[] = [];
  const fired = (id: string, text: string): boolean => {
    const { clauses, found: concepts } = readMessage(lexicon, text);
    return firing(lexicon, text, clauses, concepts).some(({ pattern }) => pattern.entry.id === id);
  };
  for (const { id, examples } of content.risk.patterns) {
    const say = (what: string): number => found.push({ in: 'patterns', id, what });
    for (const text of examples.hit) if (!fired(id, text)) say(`it does not notice its example "${text}"`);
    for (const text of examples.miss) if (fired(id, text)) say(`it fires on "${text}"`);
  }
  return found;
}
