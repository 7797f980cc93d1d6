/** Loads, saves and wipes the session of a conversation, in any botbuilder `Storage`, each call by a deadline. */
import type { Storage, StoreItem } from 'botbuilder-core';

/** A store call past this many milliseconds is given up (bars F2): the talk goes on without state. */
export const STORE_DEADLINE_MS = 250;

/** Something took longer than it may. */
export class Late extends Error {
  constructor(what: string, ms: number) {
    super(`${what} took over ${ms} ms`);
    this.name = 'Late';
  }
}

/** @throws Late when `work` has not settled within `ms`; what it does later is ignored. */
export function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Late(what, ms)), ms);
    work.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

export interface Loaded {
  /** The stored value, or null where there is none. */
  readonly value: unknown;
  readonly eTag: string | undefined;
}

export interface Sessions {
  load(conversation: string): Promise<Loaded>;
  save(conversation: string, value: object, eTag: string | undefined): Promise<void>;
  wipe(conversation: string): Promise<void>;
}

export function createSessions(storage: Storage): Sessions {
  const deadline = <T>(what: string, work: Promise<T>) => within(STORE_DEADLINE_MS, what, work);
  return {
    async load(conversation) {
      const items = await deadline('load', storage.read([conversation]));
      const item = items[conversation] as (StoreItem & { eTag?: string }) | undefined;
      if (!item) return { value: null, eTag: undefined };
      const { eTag, ...value } = item;
      return { value, eTag };
    },
    async save(conversation, value, eTag) {
      const item = eTag === undefined ? { ...value } : { ...value, eTag };
      await deadline('save', storage.write({ [conversation]: item }));
    },
    async wipe(conversation) {
      await deadline('wipe', storage.delete([conversation]));
    },
  };
}
