/**
 * What residents were shown last, on this machine's own disk: when the database is away at a start, that is what they
 * see again. Nothing of drafts or of who did what is in it but why something is hidden.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Files } from './backend.ts';
import { type Desk, deskSchema, newDesk, SHIPPED } from './desk.ts';
import { writeWhole } from './disk.ts';
import { versionFiles } from './files.ts';
import { one } from './queue.ts';

const seenSchema = deskSchema.pick({ v: true, live: true, hidden: true, off: true, rung: true, read: true });
type Seen = z.infer<typeof seenSchema>;

export interface LastSeen {
  /** @returns a desk with what was seen last; null when nothing can be read */
  read(): Promise<Desk | null>;
  /** Keeps it; a disk that refuses is told of by the promise and changes nothing. `files`: of the live version. */
  keep(desk: Desk, files: Files | null): Promise<void>;
  filesOf(version: string): Promise<Files | null>;
}

const seenOf = ({ v, live, hidden, off, rung, read }: Desk): Seen => ({
  v,
  live,
  hidden,
  off,
  rung,
  read,
});

/** @param folder DATA_DIR */
export function createLastSeen(folder: string): LastSeen {
  const path = join(folder, 'last-seen.json');
  const cache = join(folder, 'seen');
  const versions = versionFiles(cache);
  const inTurn = one();
  let kept = '';

  async function keep(desk: Desk, files: Files | null): Promise<void> {
    const text = JSON.stringify(seenOf(desk));
    if (text === kept) return;
    await mkdir(cache, { recursive: true, mode: 0o700 });
    if (files && desk.live !== SHIPPED) await versions.put(files);
    await writeWhole(path, text);
    kept = text;
    const old = (await readdir(cache)).filter((name) => !name.startsWith(desk.live));
    await Promise.all(old.map((name) => rm(join(cache, name), { force: true })));
  }

  return {
    async read() {
      try {
        return { ...newDesk(), ...seenSchema.parse(JSON.parse(await readFile(path, 'utf8'))) };
      } catch {
        return null;
      }
    },
    keep: (desk, files) => inTurn(() => keep(desk, files)),
    filesOf: (version) => versions.get(version),
  };
}
