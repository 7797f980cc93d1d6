/** Staff's work, kept: drafts, approvals, which version is live, and who did what. */
import { randomUUID } from 'node:crypto';
import { Low } from 'lowdb';
import type { Deed, Entry } from './audit.ts';
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
  putVersion(files: Files): Promise<string>;
  getVersion(id: string): Promise<Files | null>;
  trail(): Promise<Entry[]>;
  /** Hears of each change, ours and others'. */
  onChange(listener: (desk: Desk) => void): void;
  close(): Promise<void>;
}

export function createStore(backend: Backend): Store {
  const low = new Low<Desk>(backend.desk, newDesk());
  const listeners = new Set<(desk: Desk) => void>();
  const inTurn = one();

  async function fresh(): Promise<Desk> {
    low.data = newDesk();
    await low.read();
    return structuredClone(low.data);
  }

  const tell = (desk: Desk): void => {
    for (const listener of listeners) listener(desk);
  };

  /** The trail takes each deed once, so one that a crash left here may be handed in again. */
  async function settle(desk: Desk): Promise<void> {
    for (const deed of desk.owed) await backend.audit.add(deed);
  }

  async function change<T>(work: (desk: Desk) => T, deed?: (result: T) => Omit<Deed, 'id'>): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      const desk = await fresh();
      await settle(desk);
      desk.owed = [];
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
      await settle(low.data);
      tell(structuredClone(low.data));
      return result;
    }
  }

  backend.onWritten(() => void inTurn(fresh).then(tell, () => {}));
  return {
    read: () => inTurn(fresh),
    change: (work, deed) => inTurn(() => change(work, deed)),
    putVersion: (files) => backend.versions.put(files),
    getVersion: (id) => backend.versions.get(id),
    trail: () => backend.audit.all(),
    onChange: (listener) => void listeners.add(listener),
    close: () => backend.close(),
  };
}
