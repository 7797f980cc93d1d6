/** Which patterns of the lexicon fire on a message, and on which of its words. */
import { LEVELS } from '../content/schema.ts';
import type { Lexicon, Pattern } from './lexicon.ts';
import type { Found, Span } from './match.ts';
import type { Clause } from './normalise.ts';

/** A pattern that fired, and the words of the message that made it so. */
export interface Hit {
  readonly pattern: Pattern;
  readonly words: readonly string[];
}

const wordsAt = (message: string, clause: Clause, { from, to }: Span): string => {
  const [first, last] = [clause[from], clause[to - 1]];
  return first && last ? message.slice(first.from, last.to) : '';
};

/** Whether the lines are all found in one clause (or anywhere), clauses with an `unless` in them or beside them left out. */
function fires(
  pattern: Pattern,
  message: string,
  clauses: readonly Clause[],
  found: readonly Found[],
): Hit | undefined {
  const { entry, all, unless, never } = pattern;
  const [first] = all;
  if (!first || !found.some((clause) => clause.find(first))) return undefined;
  if (never.some((line) => found.some((clause) => clause.find(line)))) return undefined;
  const holds = found.map((clause) => unless.some((line) => clause.find(line)));
  const open = [...found.keys()].filter((n) => !holds[n - 1] && !holds[n] && !holds[n + 1]);
  for (const group of entry.within === 'message' ? [open] : open.map((n) => [n])) {
    const words: string[] = [];
    const hit = all.every((line) =>
      group.some((n) => {
        const span = found[n]?.find(line);
        if (span) words.push(wordsAt(message, clauses[n] as Clause, span));
        return span !== undefined;
      }),
    );
    if (hit) return { pattern, words };
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

/** The rule that names the level: the highest, then the one that needed most. */
export const strongest = (hits: readonly Hit[]): Hit | undefined =>
  [...hits].sort(
    (a, b) =>
      LEVELS.indexOf(b.pattern.entry.level) - LEVELS.indexOf(a.pattern.entry.level) ||
      b.pattern.all.length - a.pattern.all.length,
  )[0];
