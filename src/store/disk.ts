/** Writes files so that neither a killed process nor a power cut leaves half of one. */
import { randomInt } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A rename is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Whole or not at all: written beside, synced, renamed, the folder synced. (The package write-file-atomic takes a short
 * write for a whole one: on a disk that fills up, half a file would take the place of a whole.)
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const fresh = `${path}.${randomInt(2 ** 47)}`;
  try {
    const handle = await open(fresh, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Adds a line to a file, and waits until it is on the disk. */
export async function appendLine(path: string, line: string): Promise<void> {
  const handle = await open(path, 'a', 0o600);
  try {
    await handle.appendFile(`${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a kill left behind: `desk.json.1234567`. */
const LEFT_OVER = /\.(?:json|jsonl)\.\d+$/;

/** @returns how many left-over files were taken away */
export async function sweepLeftOvers(folder: string): Promise<number> {
  const names = (await readdir(folder)).filter((name) => LEFT_OVER.test(name));
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
  return names.length;
}
