/** What a version is with changes in it. */
import type { Changes, Files } from './workbench.ts';

/** @returns the files with the changes laid over them */
export function laid(files: Files, changes: Changes): Record<string, string> {
  const made: Record<string, string> = { ...files };
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) delete made[path];
    else made[path] = text;
  }
  return made;
}
