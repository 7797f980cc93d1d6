/**
 * What is worked out once and kept on disk: the trained model, and what the YAML files say. Nothing of it is needed;
 * what cannot be kept is worked out again. It holds content only.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const WEEK_MS = 7 * 86_400_000;

/** The project's top: the nearest folder with a package.json, whether this runs from src/, dist/ or a build of a test. */
function topAbove(folder: string): string {
  const above = dirname(folder);
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : topAbove(above);
}
/** Beside the packages. */
const FOLDER = join(topAbove(import.meta.dirname), 'node_modules', '.cache', 'signpost');

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
