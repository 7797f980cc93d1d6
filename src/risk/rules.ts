/** Which patterns of the lexicon fire on a message, and on which of its words. */
import { LEVELS } from '../content/schema.ts';
import type { Lexicon, ReadyPattern } from './lexicon.ts';
import type { Found, Span } from './match.ts';
import type { Clause } from './normalise.ts';

/** A pattern that fired, and the words of the message that made it so. */
export interface Hit {
  readonly pattern: ReadyPattern;
  readonly words: readonly string[];
}

const wordsAt = (message: string, clause: Clause, { from, to }: Span): string => {
  const [first, last] = [clause[from], clause[to - 1]];
  return first && last ? message.slice(first.from, last.to) : '';
};

/** Whether all that the pattern asks for is there; most patterns end here, at their first line. */
function isThere({ entry, all }: ReadyPattern, found: readonly Found[]): boolean {
  if (entry.within === 'message') return all.every((line) => found.some((clause) => clause.holds(line)));
  return found.some((clause) => all.every((line) => clause.holds(line)));
}

/** Whether the lines are all found in one clause (or anywhere), clauses with an `unless` in them or beside them left out. */
export function fires(
  pattern: ReadyPattern,
  message: string,
  clauses: readonly Clause[],
  found: readonly Found[],
): Hit | undefined {
  if (!isThere(pattern, found)) return undefined;
  const { entry, all, unless, never } = pattern;
  const places = [...found.keys()];
  const groups = entry.within === 'message' ? [places] : places.map((n) => [n]);
  const held = groups.filter((group) => all.every((line) => group.some((n) => found[n]?.holds(line))));
  if (never.some((line) => found.some((clause) => clause.holds(line)))) return undefined;
  const holdsUnless = (n: number): boolean => unless.some((line) => found[n]?.holds(line));
  for (const group of held) {
    const where = all.map((line) =>
      group.find((n) => found[n]?.holds(line) && ![n - 1, n, n + 1].some(holdsUnless)),
    );
    if (where.includes(undefined)) continue;
    const words = all.map((line, k) => {
      const n = where[k] as number;
      return wordsAt(message, clauses[n] as Clause, found[n]?.find(line) as Span);
    });
    return { pattern, words };
  }
  return undefined;
}

/** All patterns that fire. */
export const firing = (
  lexicon: Lexicon,
  message: string,
  clauses: readonly Clause[],
  found: readonly Found[],
): Hit[] => lexicon.patterns.flatMap((pattern) => fires(pattern, message, clauses, found) ?? []);

/** The strongest rule first: by level, then by how much it needed. */
export const byStrength = (hits: readonly Hit[]): Hit[] =>
  [...hits].sort(
    (a, b) =>
      LEVELS.indexOf(b.pattern.entry.level) - LEVELS.indexOf(a.pattern.entry.level) ||
      b.pattern.all.length - a.pattern.all.length,
  );
