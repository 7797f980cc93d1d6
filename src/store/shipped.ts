/** The words that ship with the code: version `shipped`, as it lies in dialogs/ and content/. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from './backend.ts';
import { FILE } from './desk.ts';

/** The paths of a folder's files that belong to a version, in order. */
async function pathsIn(root: string, folder: string): Promise<string[]> {
  const found = await readdir(join(root, folder), { withFileTypes: true, recursive: true });
  return found
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => FILE.test(path))
    .sort();
}

/**
 * @param root the folder that holds dialogs/ and content/, without a slash at its end
 * @returns path -> text
 */
export async function shippedFiles(root: string): Promise<Files> {
  const paths = (await Promise.all(['content', 'dialogs'].map((folder) => pathsIn(root, folder)))).flat();
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const)),
  );
}
