/** Mistakes in content/risk: lines that cannot be parsed, patterns whose own examples fail. */
import type { Content } from '../content/model.ts';
import { type Assessor, assess } from './assess.ts';
import { compileLexicon } from './lexicon.ts';

export interface RiskProblem {
  readonly in: 'concepts' | 'patterns' | 'idioms';
  /** The concept or pattern. */
  readonly id: string;
  readonly what: string;
}

/** Every pattern must fire on its `hit` examples and stay silent on its `miss` ones. */
export function checkRisk(content: Content, assessor: Assessor): RiskProblem[] {
  const { problems } = compileLexicon(content.risk);
  const found: RiskProblem[] = [...problems];
  const fired = (id: string, text: string): boolean => assess(assessor, text).reasons.some((reason) => reason.rule === id);
  for (const { id, examples } of content.risk.patterns) {
    for (const text of examples.hit) if (!fired(id, text)) found.push({ in: 'patterns', id, what: `it does not notice its example "${text}"` });
    for (const text of examples.miss) if (fired(id, text)) found.push({ in: 'patterns', id, what: `it fires on "${text}"` });
  }
  return found;
}
