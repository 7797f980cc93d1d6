/** botbuilder's `Storage`, in memory, that forgets: idle and life times, ETags, nothing on disk. */
import type { Storage, StoreItem, StoreItems } from 'botbuilder-core';
import { ExpiringMap, type Lifetimes, MOST } from '../expiring.ts';

/** A save that lost against another: what was read has been changed since. */
export class StaleSave extends Error {
  constructor() {
    super('the stored item has changed since it was read');
    this.name = 'StaleSave';
  }
}

interface Kept {
  readonly json: string;
  readonly eTag: number;
}

export class MemoryStorage implements Storage {
  readonly #items: ExpiringMap<Kept>;
  #last = 0;

  /** Unless `times` says how many: one for each talk of both doors. */
  constructor(times: Lifetimes, now: () => number) {
    this.#items = new ExpiringMap<Kept>({ most: 2 * MOST, ...times }, now);
  }

  get size(): number {
    return this.#items.size;
  }

  /** @returns copies of the live items among `keys`, each with its eTag; reading counts as use. */
  async read(keys: string[]): Promise<StoreItems> {
    const found: StoreItems = {};
    for (const key of keys) {
      const kept = this.#items.get(key);
      if (!kept) continue;
      this.#items.touch(key);
      found[key] = { ...JSON.parse(kept.json), eTag: String(kept.eTag) };
    }
    return found;
  }

  /** @throws StaleSave when an item carries an eTag that is no longer the stored one ('*' or none: overwrite). */
  async write(changes: StoreItems): Promise<void> {
    for (const [key, item] of Object.entries(changes)) {
      const { eTag, ...value } = item as StoreItem & { eTag?: string };
      const kept = this.#items.get(key);
      if (eTag !== undefined && eTag !== '*' && String(kept?.eTag) !== eTag) throw new StaleSave();
      this.#items.set(key, { json: JSON.stringify(value), eTag: ++this.#last });
      // The first is written when a talk is opened; somebody talks where there is another.
      if (kept) this.#items.keep(key);
    }
  }

  async delete(keys: string[]): Promise<void> {
    for (const key of keys) this.#items.delete(key);
  }

  /** Forgets what is over; returns how many. */
  sweep(): number {
    return this.#items.sweep();
  }
}
