/** Who approves a text presses the button for it: a draft says nothing of it. */
import { isDeepStrictEqual } from 'node:util';
import { unapproved } from '../content/approvals.ts';
import { headOf } from '../content/edit-page.ts';
import { errorIn, type Problem } from '../content/problem.ts';
import { plainValue } from '../content/yaml.ts';
import type { Changes, Files } from './workbench.ts';

/** As it is read, whatever way it is written. */
function approvedIn(file: string, text: string | undefined): unknown {
  if (text === undefined) return [];
  const said = file.endsWith('.md') ? headOf(text) : plainValue(text);
  return (said as { approved?: unknown } | null | undefined)?.approved ?? [];
}

/** @param base the files that the changes are laid over */
export function approvedByHand(changes: Changes, base: Files): Problem[] {
  return Object.entries(changes).flatMap(([file, text]): Problem[] => {
    if (text === null) return [];
    const before = base[file];
    const known = approvedIn(file, before);
    const left = approvedIn(file, unapproved(text, before));
    // An approval that would stay with other words is written so that it is not found.
    const stays = unapproved(text, before) !== before && !isDeepStrictEqual(left, []);
    if (isDeepStrictEqual(approvedIn(file, text), known) && !stays) return [];
    return [
      errorIn(file)(
        1,
        'the draft changes who has approved this text',
        'leave that as it was: only the button "I have read it" approves a text',
        ['approved'],
      ),
    ];
  });
}
