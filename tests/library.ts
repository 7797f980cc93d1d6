/** The real content, opened once for a test file; and a copy of it on disk that a test may break. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Library, openLibrary } from '../src/library.ts';

export const ROOT = join(import.meta.dirname, '..');

let library: Library | undefined;
export const realLibrary = (): Library => (library ??= openLibrary(ROOT));

/** Copies dialogs/ and content/ into a folder of its own, changes one file, hands over the folder, cleans up. */
export function withBroken<T>(file: string, change: (text: string) => string, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'signpost-content-'));
  try {
    for (const folder of ['dialogs', 'content'])
      cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`the change left ${file} as it was`);
    writeFileSync(path, after);
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
