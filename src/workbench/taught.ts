/**
 * What the trained model was taught with: how words are typed, and which are words at all. With others it would have
 * to be trained again, which is a developer's work; a draft may not change them.
 */
import type { ContentFiles } from '../content/files.ts';
import { errorAt, errorIn, type Problem } from '../content/problem.ts';
import type { Changes } from './workbench.ts';

const DICTIONARY = 'content/risk/dictionary.yaml';
const REAL_WORDS = 'content/risk/real-words.txt';
/** As many problems as anybody reads. */
const MOST = 20;

/** Whether the changes touch what the model was taught with. */
export const touchesTaught = (changes: Changes): boolean =>
  Object.keys(changes).some((path) => path === DICTIONARY || path === REAL_WORDS);

/** Whether the changes may change what a pattern makes of its examples. */
export const touchesRisk = (changes: Changes): boolean =>
  Object.keys(changes).some((path) => path.startsWith('content/risk/'));

const WHAT = 'these words are what the model was taught with';
const MEND = 'leave them as they were; a developer changes them';

type Entries = Readonly<Record<string, string>>;

/** The keys that are new, gone or another. */
const changed = (before: Entries, after: Entries): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]);

/** @param before the version that a draft is made from */
export function otherWordsTaught(before: ContentFiles, after: ContentFiles): Problem[] {
  const problems: Problem[] = [];
  const { value } = after.dictionary;
  for (const part of ['words', 'emoji'] as const)
    for (const key of changed(before.dictionary.value[part], value[part])) {
      const path = Object.hasOwn(value[part], key) ? [part, key] : [part];
      problems.push(errorAt(after.dictionary, path, `"${key}": ${WHAT}`, MEND));
    }
  const same =
    before.realWords === after.realWords ||
    (before.realWords.size === after.realWords.size &&
      [...before.realWords].every((word) => after.realWords.has(word)));
  if (!same) problems.push(errorIn(REAL_WORDS)(1, WHAT, MEND, []));
  return problems.slice(0, MOST);
}
