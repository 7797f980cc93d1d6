/** Tells what went wrong with the place of keeping from what the caller did wrong. */
import { ZodError } from 'zod';
import type { Store } from './store.ts';

/** The disk is full or read-only, the database is gone, another Signpost has the folder: nothing was changed. */
export class StoreAway extends Error {
  constructor(cause?: unknown) {
    super('staff’s work cannot be kept just now', { cause });
    this.name = 'StoreAway';
  }
}

const away = (error: unknown): never => {
  // A value of ours that does not fit is a fault of ours; one that stood there is a BrokenDesk.
  throw error instanceof ZodError ? error : new StoreAway(error);
};

/** @returns the same store, which throws StoreAway for all but what the work itself threw */
export function guarded(store: Store): Store {
  return {
    ...store,
    read: () => store.read().catch(away),
    async change(work, deed) {
      let thrown: { readonly error: unknown } | undefined;
      try {
        return await store.change((desk) => {
          try {
            thrown = undefined;
            return work(desk);
          } catch (error) {
            thrown = { error };
            throw error;
          }
        }, deed);
      } catch (error) {
        if (thrown?.error === error) throw error;
        return away(error);
      }
    },
    note: (deed) => store.note(deed).catch(away),
    putVersion: (files) => store.putVersion(files).catch(away),
    getVersion: (id) => store.getVersion(id).catch(away),
    trail: () => store.trail().catch(away),
  };
}
