/** Keeps everything in one folder of files, for one process. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import { type Deed, type Entry, entryOf, follows, type Head, headOf, NO_ENTRIES, sealed } from './audit.ts';
import { type Audit, type Backend, BrokenDesk, type Files, LOOK_BACK, type Versions } from './backend.ts';
import { type Desk, deskSchema } from './desk.ts';
import { appendLine, sweepLeftOvers, writeWhole } from './disk.ts';
import { lockFolder } from './lock.ts';
import { filesOf, nameOf, textOf } from './naming.ts';
import { one } from './queue.ts';

const readText = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

/** The desk with the hash of its own text before it: one bit that a disk turned round is seen. */
const WRITTEN = /^{"sum":"([0-9a-f]{64})","desk":(.+)}$/s;
function deskText(desk: Desk): string {
  const body = JSON.stringify(desk);
  return `{"sum":"${nameOf(body)}","desk":${body}}`;
}

function parsed(text: string | null): Desk | null {
  const [, sum, body = ''] = WRITTEN.exec((text ?? '').replace(/^\uFEFF/, '').trimEnd()) ?? [];
  try {
    return sum === nameOf(body) ? deskSchema.parse(JSON.parse(body)) : null;
  } catch {
    return null;
  }
}

/** lowdb's adapter: the file, and beside it the last one that was good. */
class DeskFile implements Adapter<Desk> {
  readonly #path: string;
  readonly #good: string;
  readonly #onRepaired: () => void;
  /** What was read or written last: the same text need not be looked at again. */
  #last: { readonly text: string; readonly desk: Desk } | undefined;

  constructor(folder: string, onRepaired: () => void) {
    this.#path = join(folder, 'desk.json');
    this.#good = join(folder, 'desk.good.json');
    this.#onRepaired = onRepaired;
  }

  async read(): Promise<Desk | null> {
    const text = await readText(this.#path);
    const desk = this.#look(text);
    if (desk) return desk;
    const copy = await readText(this.#good);
    if (text === null && copy === null) return null;
    const good = parsed(copy);
    if (!good) throw new BrokenDesk(`${this.#path}, and the copy beside it,`);
    this.#onRepaired();
    return good;
  }

  async write(desk: Desk): Promise<void> {
    const before = await readText(this.#path);
    if (before !== null && this.#look(before)) await writeWhole(this.#good, before);
    const text = deskText(desk);
    await writeWhole(this.#path, text);
    this.#last = { text, desk: structuredClone(desk) };
  }

  #look(text: string | null): Desk | null {
    if (text !== null && text === this.#last?.text) return structuredClone(this.#last.desk);
    const desk = parsed(text);
    if (text !== null && desk) this.#last = { text, desk: structuredClone(desk) };
    return desk;
  }
}

/** Versions as files of a folder, each by its name. */
export function versionFiles(folder: string): Versions {
  const path = (id: string) => join(folder, `${id}.json`);
  return {
    async put(files: Files) {
      const text = textOf(files);
      const id = nameOf(text);
      if (filesOf(id, await readText(path(id))) === null) await writeWhole(path(id), text);
      return id;
    },
    get: async (id) => (/^[0-9a-f]{64}$/.test(id) ? filesOf(id, await readText(path(id))) : null),
  };
}

/** A line that a kill cut short is no entry: its deed was not done. */
const entriesOf = (text: string | null): Entry[] =>
  (text ?? '').split('\n').flatMap((line) => entryOf(line) ?? []);

/**
 * Nobody else writes to it (the folder is locked), so its end is read once and then known: a trail of years is some
 * megabytes, which a sign-in need not read.
 */
function auditFile(path: string, key: Uint8Array): Audit {
  const inTurn = one();
  let known: { last: readonly Entry[]; ended: boolean } | undefined;
  const look = async () => {
    const text = (await readText(path)) ?? '';
    return { last: entriesOf(text).slice(-LOOK_BACK), ended: text === '' || text.endsWith('\n') };
  };
  return {
    all: () => inTurn(async () => entriesOf(await readText(path))),
    add: (deed: Deed, seen: Head) =>
      inTurn(async () => {
        const { last, ended } = known ?? (await look());
        // Whatever goes wrong from here on, what stands in the file is to be looked at again.
        known = undefined;
        const end = last.at(-1);
        const whole = follows(last, seen);
        if (end && last.some(({ id }) => id === deed.id)) {
          known = { last, ended };
          return { head: headOf(end), whole };
        }
        const entry = sealed(key, end ?? NO_ENTRIES, deed);
        await appendLine(path, `${ended ? '' : '\n'}${JSON.stringify(entry)}`);
        known = { last: [...last, entry].slice(-LOOK_BACK), ended: true };
        return { head: headOf(entry), whole };
      }),
  };
}

/** What stands in a folder, without touching it: for who only looks while another Signpost works on it. */
export function lookInto(folder: string): Pick<Backend, 'versions'> & { desk: Pick<Adapter<Desk>, 'read'> } {
  return { desk: new DeskFile(folder, () => {}), versions: versionFiles(join(folder, 'versions')) };
}

/**
 * @param folder made when it is not there
 * @param onRepaired hears when the desk was unreadable and the good copy was taken
 * @throws FolderTaken when another process has it
 */
export async function openFiles(folder: string, key: Uint8Array, onRepaired: () => void): Promise<Backend> {
  await mkdir(join(folder, 'versions'), { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(folder);
  await Promise.all([sweepLeftOvers(folder), sweepLeftOvers(join(folder, 'versions'))]);
  return {
    desk: new DeskFile(folder, onRepaired),
    versions: versionFiles(join(folder, 'versions')),
    audit: auditFile(join(folder, 'audit.jsonl'), key),
    onWritten: () => {},
    close: unlock,
  };
}
