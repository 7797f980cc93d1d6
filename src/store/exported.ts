/** How the live words become files in git again: what is to be written, what is gone, and what nobody may write over. */
import { wordsIn } from '../content/approvals.ts';
import type { Files } from './backend.ts';

export interface ExportPlan {
  /** Path -> text of files that are new or another. */
  readonly write: Readonly<Record<string, string>>;
  readonly remove: readonly string[];
  /** Files among these that hold words which were never live: somebody changed them on disk. */
  readonly foreign: readonly string[];
}

/** Days on which a number was rung and who approved are written by the export itself: they tell not whose words these are. */
const wordsOf = (text: string | undefined): string | undefined =>
  text && wordsIn(text).replace(/^( *rung:).*$/gm, '$1');

/**
 * @param disk what lies in dialogs/ and content/ now
 * @param live what is to lie there
 * @param known versions that were live, and the one that shipped
 */
export function planExport(disk: Files, live: Files, known: readonly Files[]): ExportPlan {
  const paths = [...new Set([...Object.keys(disk), ...Object.keys(live)])].sort();
  const differing = paths.filter((path) => disk[path] !== live[path]);
  return {
    write: Object.fromEntries(
      differing.flatMap((path) => {
        const text = live[path];
        return text === undefined ? [] : [[path, text] as const];
      }),
    ),
    remove: differing.filter((path) => live[path] === undefined),
    foreign: differing.filter(
      (path) => !known.some((version) => wordsOf(version[path]) === wordsOf(disk[path])),
    ),
  };
}
