/** Where the content's files are read from: a folder on disk, or the files of a version, which lie in memory. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Texts {
  /** The text of a file; undefined when there is none, or it cannot be read. */
  read(path: string): string | undefined;
  /** The names in a folder, in order; undefined when there is no such folder. */
  names(folder: string): string[] | undefined;
  /** The names of the folders in a folder. */
  folders(folder: string): string[];
}

/** @param root the folder that holds dialogs/ and content/ */
export function onDisk(root: string): Texts {
  const list = (folder: string) => readdirSync(join(root, folder), { withFileTypes: true });
  const or = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  return {
    read: (path) => or(() => readFileSync(join(root, path), 'utf8')),
    names: (folder) =>
      existsSync(join(root, folder))
        ? or(() =>
            list(folder)
              .map(({ name }) => name)
              .sort(),
          )
        : undefined,
    folders: (folder) =>
      list(folder)
        .filter((one) => one.isDirectory())
        .map(({ name }) => name),
  };
}

/** @param files path -> text, as a version keeps them */
export function inMemory(files: Readonly<Record<string, string>>): Texts {
  const paths = Object.keys(files).sort();
  const under = (folder: string) =>
    paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
  return {
    read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    names: (folder) => {
      const names = new Set(under(folder).map((rest) => rest.split('/')[0] ?? ''));
      return names.size > 0 ? [...names] : undefined;
    },
    folders: (folder) => [
      ...new Set(
        under(folder)
          .filter((rest) => rest.includes('/'))
          .map((rest) => rest.split('/')[0] ?? ''),
      ),
    ],
  };
}
