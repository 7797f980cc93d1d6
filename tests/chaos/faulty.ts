/**
 * Works on a disk that fails, and says what came of it as one line of JSON. It is started with what is to go wrong:
 * ENOSPC and EROFS have a disk of their own, which it may fill and lock; EFBIG comes of a limit on its files.
 */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf } from '../../src/store/audit.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { KEY, openAt } from './place.ts';

const [, , folder = '', fault = ''] = process.argv;
const filler = join(folder, 'filler');

const BREAK: Readonly<Record<string, () => void>> = {
  ENOSPC() {
    for (let size = 1 << 20; size >= 1; size >>= 1)
      try {
        for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
      } catch {}
  },
  EROFS: () => void execFileSync('mount', ['-o', 'remount,ro', folder]),
};
const MEND: Readonly<Record<string, () => void>> = {
  ENOSPC: () => rmSync(filler),
  EROFS: () => void execFileSync('mount', ['-o', 'remount,rw', folder]),
};

/** More than the limit on files lets through. */
const LONG_TEXT = 'x'.repeat(1_500_000);
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
const entered = { at: 1, who: 'tenant/person', role: 'editor', did: 'phrase', about: {} } as const;
const changing = (store: Store, title: string, text: string): Promise<void> =>
  store.change(
    (desk) => {
      const writers = ['tenant/person'];
      const files = { 'dialogs/a.yaml': text };
      const made = { id: 'one', revision: 1, title, base: desk.live, writers, changed: 1, files };
      desk.drafts.one = { ...made, stage: 'draft', approvals: [], note: null };
    },
    () => entered,
  );

const store = createStore(await openAt({ folder }, () => {}));
const version = await store.putVersion({ 'dialogs/a.yaml': 'a' });
await changing(store, 'before', 'short');
const before = JSON.stringify(await store.read());
BREAK[fault]?.();
const put = await codeOf(store.putVersion({ 'dialogs/a.yaml': LONG_TEXT }));
const change = await codeOf(changing(store, 'meanwhile', LONG_TEXT));
const same = JSON.stringify(await store.read()) === before && (await store.getVersion(version)) !== null;
MEND[fault]?.();
await changing(store, 'after', 'short');
await store.close();

let repaired = 0;
const again = createStore(await openAt({ folder }, () => (repaired += 1)));
const { title } = (await again.read()).drafts.one ?? {};
const trail = await again.trail();
await again.close();
const faults = faultsOf(KEY, trail, again.head());
process.stdout.write(JSON.stringify({ put, change, same, title, entries: trail.length, faults, repaired }));
