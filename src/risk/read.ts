/** Reads a message once, for rules and model alike: clauses with idioms masked, and the concepts in each. */
import { maskIdioms } from './idioms.ts';
import type { Lexicon } from './lexicon.ts';
import { Found } from './match.ts';
import { type Clause, normalise } from './normalise.ts';

export interface Reading {
  /** As normalised, idioms and all. */
  readonly plain: readonly Clause[];
  readonly clauses: readonly Clause[];
  readonly found: readonly Found[];
}

/** What the model sees of a message: looking for concepts takes ten times as long, and it has no use for them. */
export function readClauses(lexicon: Lexicon, message: string): Pick<Reading, 'plain' | 'clauses'> {
  const plain = normalise(message, lexicon.vocabulary);
  return { plain, clauses: plain.map((clause) => maskIdioms(clause, lexicon)) };
}

export function readMessage(lexicon: Lexicon, message: string): Reading {
  const { plain, clauses } = readClauses(lexicon, message);
  const found = clauses.map(
    (clause) =>
      new Found(
        clause.map((token) => token.word),
        lexicon.concepts,
      ),
  );
  return { plain, clauses, found };
}
