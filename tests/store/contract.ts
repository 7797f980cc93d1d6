/** What every place to keep things must do, whichever it is. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultsOf, NO_ENTRIES } from '../../src/store/audit.ts';
import type { Backend } from '../../src/store/backend.ts';
import { newDesk, SHIPPED } from '../../src/store/desk.ts';
import { createStore, type Store } from '../../src/store/store.ts';

export const KEY = new Uint8Array(32).fill(7);
const WHO = { at: 1, who: 'tenant/person', role: 'editor' } as const;

export interface Place {
  /** A backend on the same place as the one before; `first` on an empty one. */
  open(): Promise<Backend>;
  clear(): Promise<void>;
}

export function contract(name: string, place: () => Place): void {
  describe(name, () => {
    let at: Place;
    let backend: Backend;
    let store: Store;
    beforeEach(async () => {
      at = place();
      backend = await at.open();
      store = createStore(backend);
    });
    afterEach(async () => {
      await store.close();
      await at.clear();
    });
    const reopen = async () => {
      await store.close();
      backend = await at.open();
      store = createStore(backend);
    };

    it('begins with the shipped words', async () => {
      expect(await store.read()).toEqual(newDesk());
      expect((await store.read()).live).toBe(SHIPPED);
    });

    it('keeps a change, and what was done, over a restart', async () => {
      await store.change(
        (desk) => {
          desk.off = { by: 'tenant/person', at: 5, why: 'test' };
        },
        () => ({ ...WHO, did: 'switch-off', about: { why: 'test' } }),
      );
      await reopen();
      expect((await store.read()).off?.why).toBe('test');
      expect((await store.trail()).map(({ did }) => did)).toEqual(['switch-off']);
      expect(faultsOf(KEY, await store.trail())).toEqual([]);
    });

    it('changes nothing when the work throws', async () => {
      const refused = store.change((desk) => {
        desk.live = 'a'.repeat(64);
        throw new Error('no');
      });
      await expect(refused).rejects.toThrow('no');
      expect((await store.read()).live).toBe(SHIPPED);
    });

    it('writes nothing that it could not read again', async () => {
      const wrong = store.change((desk) => {
        desk.live = 'anything';
      });
      await expect(wrong).rejects.toThrow();
      await reopen();
      expect((await store.read()).live).toBe(SHIPPED);
    });

    it('loses none of 400 changes made at once', async () => {
      const add = (n: number) =>
        store.change((desk) => {
          desk.hidden[`service-${n}`] = { by: 'tenant/person', at: n, why: '', askedBack: null };
        });
      await Promise.all(Array.from({ length: 400 }, (_, n) => add(n)));
      expect(Object.keys((await store.read()).hidden)).toHaveLength(400);
    });

    it('enters a deed that a crash left behind once, and only once', async () => {
      const deed = { id: 'x', ...WHO, did: 'publish', about: {} };
      await backend.desk.read();
      await backend.desk.write({ ...newDesk(), owed: [deed] });
      await reopen();
      await store.change(() => {});
      await backend.audit.add(deed, NO_ENTRIES);
      expect((await store.trail()).map(({ id }) => id)).toEqual(['x']);
    });

    it('enters a deed once, however many sign-ins come after it', async () => {
      const entered = (did: string) => ({ ...WHO, did, about: {} });
      await store.change(
        () => {},
        () => entered('publish'),
      );
      for (let n = 0; n < 120; n += 1) await store.note(entered('sign-in'));
      await reopen();
      await store.change(() => {});
      const trail = await store.trail();
      expect(trail.filter(({ did }) => did === 'publish')).toHaveLength(1);
      expect(trail).toHaveLength(121);
    });

    it('names a version by what is in it, whatever the order', async () => {
      const one = await store.putVersion({ 'dialogs/a.yaml': 'a', 'dialogs/b.yaml': 'b' });
      const two = await store.putVersion({ 'dialogs/b.yaml': 'b', 'dialogs/a.yaml': 'a' });
      expect(two).toBe(one);
      expect(one).toMatch(/^[0-9a-f]{64}$/);
      await reopen();
      expect(await store.getVersion(one)).toEqual({ 'dialogs/a.yaml': 'a', 'dialogs/b.yaml': 'b' });
      expect(await store.getVersion('0'.repeat(64))).toBeNull();
      expect(await store.getVersion('../../etc/passwd')).toBeNull();
    });

    it('a version that names what is no file of ours is not there, whatever its name says', async () => {
      for (const path of ['../x', 'dialogs/../../x.yaml', '/etc/x.yaml', 'content/x.jsonl']) {
        const planted = await backend.versions.put({ [path]: 'x' });
        expect(await store.getVersion(planted), path).toBeNull();
      }
      const shapeless = await backend.versions.put({ 'dialogs/a.yaml': { a: 1 } as never });
      expect(await store.getVersion(shapeless)).toBeNull();
    });

    it('tells who listens', async () => {
      const heard: string[] = [];
      store.onChange(({ live }) => heard.push(live));
      await store.change((desk) => {
        desk.live = 'c'.repeat(64);
      });
      expect(heard).toContain('c'.repeat(64));
    });
  });
}
