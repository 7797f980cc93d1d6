/** The files of risk phrases, as a form that is being filled in may leave them. */
import type { PatternEntry } from '../../../content/schema.ts';
import type { DeepPartial } from '../kit/partial.ts';

export const CONCEPTS = 'content/risk/concepts.yaml';
export const DICTIONARY = 'content/risk/dictionary.yaml';
const FILE = /^content\/risk\/patterns-([a-z0-9-]+)\.yaml$/;

export type Pattern = DeepPartial<PatternEntry>;
export interface Patterns {
  readonly patterns?: readonly Pattern[];
}
export interface Concepts {
  readonly concepts?: Readonly<Record<string, readonly string[]>>;
}

/** Order of the keys of a pattern in its file. */
export const ORDER = [
  'id',
  'level',
  'variant',
  'topic',
  'answer',
  'about',
  'within',
  'language',
  'all',
  'unless',
  'examples',
];

export const pathOf = (name: string): string => `content/risk/patterns-${name}.yaml`;
/** content/risk/patterns-gifts.yaml -> gifts; '' for another file */
export const nameOf = (path: string): string => FILE.exec(path)?.[1] ?? '';

/** Concepts that a line names. */
export const conceptsIn = (line: string): string[] =>
  [...line.matchAll(/\{([a-z][a-z0-9-]*)\}/g)].map((match) => match[1] as string);

export const newPattern = (id: string): Record<string, unknown> => ({
  id,
  level: 'concern',
  topic: 'other-problem',
  all: [''],
  unless: [],
  examples: { hit: [''], miss: [''] },
});
