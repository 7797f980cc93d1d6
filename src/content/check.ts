/** All mistakes of meaning in the content, collected; the same check runs at start, in CI and by hand. */
import { checkDialogs } from './checks/dialogs.ts';
import { checkHarm } from './checks/harm.ts';
import { checkNames } from './checks/names.ts';
import { checkOverlays } from './checks/overlays.ts';
import { checkPages } from './checks/pages.ts';
import { checkPlainWords } from './checks/plain-words.ts';
import { checkRegistry } from './checks/registry.ts';
import { checkSigns } from './checks/signs.ts';
import { checkSpelling } from './checks/spelling.ts';
import { checkTexts } from './checks/texts.ts';
import type { ContentFiles } from './files.ts';
import type { Problem } from './problem.ts';

/**
 * @param words also how plain, kind and well spelt every text is: before a publish and by hand, not at a start
 * @returns the problems in the order of their files and lines; none means that the content may be served
 */
export function check(files: ContentFiles, words: boolean): Problem[] {
  return [
    ...checkDialogs(files),
    ...checkRegistry(files),
    ...checkTexts(files),
    ...checkPages(files),
    ...(words
      ? [
          ...checkNames(files),
          ...checkSigns(files),
          ...checkOverlays(files),
          ...checkHarm(files),
          ...checkPlainWords(files),
          ...checkSpelling(files),
        ]
      : []),
  ].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
