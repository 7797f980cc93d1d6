/** A draft brought onto words that have changed under it: line by line, as far as the two do not touch. */
import { applyPatch, structuredPatch } from 'diff';

export interface Merged {
  readonly text: string | null;
  /** Both changed the same lines: the draft's own text stands. */
  readonly clash: boolean;
}

/** @param base what the draft was made from; null in any of them: there is no such file */
export function merged(base: string | null, mine: string | null, live: string | null): Merged {
  if (base === live || mine === live) return { text: mine, clash: false };
  if (base === null || mine === null || live === null) return { text: mine, clash: true };
  const patch = structuredPatch('', '', base, mine, '', '', { context: 1 });
  const text = applyPatch(live, patch, { fuzzFactor: 0 });
  return text === false ? { text: mine, clash: true } : { text, clash: false };
}
