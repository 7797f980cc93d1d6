/**
 * What is worked out once and kept on disk: the trained model, and what the YAML files say. Nothing of it is needed;
 * what cannot be kept is worked out again. It holds content only.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WEEK_MS = 7 * 86_400_000;
/** Beside the packages: in src/content this file is two folders below the project's top, in dist/ one. */
const TOP = import.meta.dirname.endsWith('content') ? join('..', '..') : '..';
const FOLDER = join(import.meta.dirname, TOP, 'node_modules', '.cache', 'signpost');

/** The path of a kept file. */
export const keptAt = (name: string): string => join(FOLDER, name);

/** Takes away what nobody has read for a week: each is some megabytes. */
function sweep(but: string): void {
  for (const name of readdirSync(FOLDER)) {
    const path = join(FOLDER, name);
    if (path !== but && Date.now() - statSync(path).atimeMs > WEEK_MS) rmSync(path, { force: true });
  }
}

/** Keeps bytes under a name, whole or not at all; a disk that refuses is no error. */
export function keep(name: string, bytes: string | Uint8Array): void {
  const path = keptAt(name);
  const fresh = `${path}.${process.pid}`;
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(fresh, bytes);
    renameSync(fresh, path);
    sweep(path);
  } catch {
    rmSync(fresh, { force: true });
  }
}
