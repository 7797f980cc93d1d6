/** Takes idioms that only look dangerous ("this homework is killing me") out of a clause before it is read. */
import type { Lexicon } from './lexicon.ts';
import { Found } from './match.ts';
import type { Clause, Token } from './normalise.ts';

/** What an idiom's words become: no lexicon line can hold it, and gaps still count it. */
const MASK = '_';

/** The clause with the words of every idiom masked. */
export function maskIdioms(clause: Clause, lexicon: Lexicon): Clause {
  const found = new Found(
    clause.map((token) => token.word),
    lexicon.idioms,
  );
  let masked: Token[] | undefined;
  for (const { from, to } of found.spans(IDIOM)) {
    masked ??= [...clause];
    for (let n = from; n < to; n++) masked[n] = { ...(masked[n] as Token), word: MASK };
  }
  return masked ?? clause;
}

/** The one concept of the index of idioms. */
export const IDIOM = 'idiom';
