/** All mistakes of meaning in the content, collected; the same check runs at start, in CI and by hand. */
import { checkDialogs } from './checks/dialogs.ts';
import { checkRegistry } from './checks/registry.ts';
import { checkTexts } from './checks/texts.ts';
import type { ContentFiles } from './files.ts';
import type { Problem } from './problem.ts';

/** @returns the problems in the order of their files and lines; none means that the content may be served */
export function check(files: ContentFiles): Problem[] {
  return [...checkDialogs(files), ...checkRegistry(files), ...checkTexts(files)].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  );
}
