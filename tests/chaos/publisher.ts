/** The child that is killed: opens the store and publishes version after version until it is no more. */
import { readFileSync, writeSync } from 'node:fs';
import { goLive } from '../../src/editor/drafts.ts';
import type { Files } from '../../src/store/backend.ts';
import { createStore } from '../../src/store/store.ts';
import { openAt, versionOf, type Where } from './place.ts';

export interface Order {
  readonly where: Where;
  /** The first version to publish; those before it are live or in the history. */
  readonly from: number;
}

/** The content that all children put up, as one file. */
const shipped = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Files;

/** Puts up the nth version, as the staff side does: kept first, then made live with its deed. */
async function publish(store: ReturnType<typeof createStore>, n: number): Promise<void> {
  const version = await store.putVersion(versionOf(shipped, n));
  await store.change(
    (desk) => goLive(desk, version, n),
    () => ({ at: n, who: 'tenant/person', role: 'approver', did: 'publish', about: { version, n } }),
  );
}

process.once('message', async ({ where, from }: Order) => {
  const store = createStore(await openAt(where, () => {}));
  for (let n = from; ; n += 1) {
    await publish(store, n);
    // Goes to the pipe at once; who killed us reads there what was answered before.
    writeSync(1, `${n}\n`);
  }
});
process.send?.('warm');
