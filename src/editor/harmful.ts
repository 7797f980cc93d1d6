/** What no text may hold: code for web pages, and signs that nobody sees but that change what is read. */

import type { Changes } from '../workbench/weight.ts';
import type { Marked } from '../workbench/workbench.ts';

const HARMFUL: readonly (readonly [RegExp, string, string])[] = [
  [/<[a-z/!?]/i, 'a text begins like code for web pages', 'write plain words; put a space behind "<"'],
  [/(?:java|vb)script\s*:|\bdata:[a-z]+\/[a-z]/i, 'a link that would run code', 'take the link out'],
  [
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/,
    'a sign that nobody can see',
    'delete the line and type it again',
  ],
];

/**
 * @param base what is changed: its own lines are none of the writer's doing
 * @returns each place, by file and line; the text itself is not repeated
 */
export function harmfulTexts(changes: Changes, base: Readonly<Record<string, string>>): Marked[] {
  return Object.entries(changes).flatMap(([file, text]) => {
    const known = new Set((base[file] ?? '').split('\n'));
    return (text ?? '')
      .split('\n')
      .flatMap((line, n) =>
        HARMFUL.filter(([sign]) => !known.has(line) && sign.test(line)).map(
          ([, what, mend]): Marked => ({ file, line: n + 1, what, mend, grade: 'error', path: [] }),
        ),
      );
  });
}
