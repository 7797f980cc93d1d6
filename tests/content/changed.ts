/** What the check says when one file that ships reads otherwise. Nothing is written; what has not changed is read once. */
import { look } from '../../src/checking.ts';
import type { Problem } from '../../src/content/problem.ts';
import { Sources } from '../../src/content/sources.ts';
import { inMemory } from '../../src/content/texts.ts';
import { shippedFiles } from '../../src/store/shipped.ts';
import { ROOT } from '../library.ts';

const shipped = await shippedFiles(ROOT);
const sources = new Sources();

/**
 * @param change must change the file's text
 * @returns every problem of all files, of words too, and of patterns on their own examples
 */
export function problemsWith(file: string, change: (text: string) => string): readonly Problem[] {
  const before = shipped[file] ?? '';
  const after = change(before);
  if (after === before) throw new Error(`the change left ${file} as it was`);
  return look({ texts: inMemory({ ...shipped, [file]: after }), sources, words: true, examples: true })
    .problems;
}
