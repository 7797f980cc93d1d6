/** Staff's work, kept: drafts, approvals, which version is live, and who did what. */
import { randomUUID } from 'node:crypto';
import { Low } from 'lowdb';
import { type Deed, type Entry, type Head, NO_ENTRIES } from './audit.ts';
import { type Backend, type Files, Stale } from './backend.ts';
import { type Desk, deskSchema, newDesk } from './desk.ts';
import { one } from './queue.ts';

/** Instances that write at once: each tries again with what the others wrote. */
const TRIES = 60;

export interface Store {
  /** What stands there now. */
  read(): Promise<Desk>;
  /**
   * Changes the desk, whole or not at all. `work` is run again when another instance was quicker, so it must depend on
   * nothing but the desk it is given; what it throws changes nothing.
   * @param deed is written down with the change itself, and from there goes into the audit trail, once
   */
  change<T>(work: (desk: Desk) => T, deed?: (result: T) => Omit<Deed, 'id'>): Promise<T>;
  /** Enters a deed that changes nothing on the desk: a sign-in. */
  note(deed: Omit<Deed, 'id'>): Promise<void>;
  putVersion(files: Files): Promise<string>;
  getVersion(id: string): Promise<Files | null>;
  /** All entries, oldest first; a deed that a crash left in the desk is entered before. */
  trail(): Promise<Entry[]>;
  /** The end of the trail as far as it was seen here: whatever is cut off or written anew shows against it. */
  head(): Head;
  /** Hears of each change, ours and others'. */
  onChange(listener: (desk: Desk) => void): void;
  close(): Promise<void>;
}

/** @param onSealed hears the end of the audit trail after each entry, and whether it still held what was known of it */
export function createStore(
  backend: Backend,
  onSealed: (head: Head, whole: boolean) => void = () => {},
): Store {
  const low = new Low<Desk>(backend.desk, newDesk());
  const listeners = new Set<(desk: Desk) => void>();
  const inTurn = one();
  let head = NO_ENTRIES;

  async function fresh(): Promise<Desk> {
    low.data = newDesk();
    await low.read();
    if (low.data.head && low.data.head.n > head.n) head = low.data.head;
    return structuredClone(low.data);
  }

  const tell = (desk: Desk): void => {
    for (const listener of listeners) listener(desk);
  };

  /** Somebody cut or rewrote the trail: the end that was known is kept, so that it shows for good. */
  let torn = false;
  async function enter(deed: Deed): Promise<void> {
    const { head: now, whole } = await backend.audit.add(deed, head);
    torn ||= !whole;
    onSealed(now, !torn);
    if (!torn && now.n > head.n) head = now;
  }

  /** The trail takes each deed once, so one that a crash left here may be handed in again. */
  async function settle(desk: Desk): Promise<void> {
    for (const deed of desk.owed) await enter(deed);
  }

  async function change<T>(work: (desk: Desk) => T, deed?: (result: T) => Omit<Deed, 'id'>): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      const desk = await fresh();
      await settle(desk);
      desk.owed = [];
      desk.head = head.n > 0 ? head : null;
      const result = work(desk);
      if (deed) desk.owed.push({ id: randomUUID(), ...deed(result) } as Desk['owed'][number]);
      // A fault of ours must not be written down.
      low.data = deskSchema.parse(desk);
      try {
        await low.write();
      } catch (error) {
        if (error instanceof Stale && tries < TRIES) continue;
        throw error;
      }
      // The change is made. If the trail cannot take it now (a full disk), nothing more is changed until it has.
      await settle(low.data).catch(() => {});
      tell(structuredClone(low.data));
      return result;
    }
  }

  async function note(deed: Omit<Deed, 'id'>): Promise<void> {
    // A deed that still stands in the desk is looked for among the last entries: it must not sink below many of these.
    if ((await fresh()).owed.length > 0) await change(() => {});
    await enter({ id: randomUUID(), ...deed });
  }

  // However often others write, one look is under way and at most one more is due: it sees what all of them wrote.
  let due = false;
  backend.onWritten(() => {
    if (due) return;
    due = true;
    const look = () => {
      due = false;
      return fresh();
    };
    void inTurn(look).then(tell, () => {});
  });
  return {
    read: () => inTurn(fresh),
    change: (work, deed) => inTurn(() => change(work, deed)),
    note: (deed) => inTurn(() => note(deed)),
    head: () => head,
    putVersion: (files) => backend.versions.put(files),
    getVersion: (id) => backend.versions.get(id),
    trail: () =>
      inTurn(async () => {
        // What is owed stands in the desk: a trail that cannot be written to can still be read.
        await settle(await fresh()).catch(() => {});
        return backend.audit.all();
      }),
    onChange: (listener) => void listeners.add(listener),
    close: () => backend.close(),
  };
}
