/**
 * Opens the place where staff's work is kept, and never keeps anybody waiting for it: what residents see is known from
 * the store, else from what this machine saw last, else it is what ships.
 */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { Newest } from '../content/newest.ts';
import type { Log, LogCode } from '../log.ts';
import { keptKey } from './audit-key.ts';
import { type Backend, BrokenDesk, type Files } from './backend.ts';
import { type Desk, HISTORY, newDesk, SHIPPED } from './desk.ts';
import { lookInto, openFiles } from './files.ts';
import { guarded } from './guarded.ts';
import { createLastSeen } from './last-seen.ts';
import { FolderTaken } from './lock.ts';
import { openPostgres } from './postgres.ts';
import { shippedFiles } from './shipped.ts';
import { createStore, type Store } from './store.ts';

export type DeskConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'auditKey'> & {
  /** Tests only: keeps the tables apart. */
  readonly schema?: string;
};

export interface LiveDesk {
  /** The last state that is known; there is always one. */
  current(): Desk;
  /** All files of a version; null when it is not there, or cannot be had now. */
  filesOf(version: string): Promise<Files | null>;
  /** Hears of each change, ours and others', and of what is found when the store comes back. */
  onChange(listener: (desk: Desk) => void): void;
  /** Null: not available now; another attempt is made every two seconds. */
  store(): Store | null;
  /** Of the audit trail; undefined before the store was first there. */
  key(): Uint8Array | undefined;
  close(): Promise<void>;
}

const AGAIN_MS = 2_000;
/** A start does not wait longer for a database. */
const FIRST_MS = 3_000;
/** Versions held in memory: the live one, and those that drafts began from. */
const HELD = 4;

const awayBy = (error: unknown): LogCode => {
  if (error instanceof FolderTaken) return 'folder-taken';
  return error instanceof BrokenDesk ? 'desk-broken' : 'store-away';
};

/**
 * Words may ship anew while drafts were made from the old ones: these keep the old under its own name, so that nobody's
 * change is laid over words that its writer never saw.
 */
async function nameShipped(store: Store, files: Files): Promise<void> {
  const id = await store.putVersion(files);
  if ((await store.read()).shipped === id) return;
  await store.change((desk) => {
    const before = desk.shipped;
    desk.shipped = id;
    if (before === null || before === id) return;
    for (const draft of Object.values(desk.drafts)) if (draft.base === SHIPPED) draft.base = before;
    const history = desk.history.map((one) => (one.version === SHIPPED ? { ...one, version: before } : one));
    const until = { version: before, until: Date.now() };
    desk.history = (desk.live === SHIPPED ? [until, ...history] : history).slice(0, HISTORY);
  });
}

/**
 * @param root the folder that holds dialogs/ and content/; DATA_DIR is seen from there
 * @returns within some three seconds, whatever is wrong with the store
 */
export async function openDesk(config: DeskConfig, log: Log, root: string): Promise<LiveDesk> {
  const folder = resolve(root, config.dataDir);
  const shipped = shippedFiles(root);
  shipped.catch(() => {});
  const seen = createLastSeen(folder);
  const listeners = new Set<(desk: Desk) => void>();
  const held = new Newest<string, Files>(HELD);
  let current = (await seen.read()) ?? newDesk();
  let store: Store | null = null;
  let key = config.auditKey;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let keeping: Promise<void> = Promise.resolve();

  async function find(version: string): Promise<Files | null> {
    if (version === SHIPPED) return shipped;
    const kept = store
      ? await store.getVersion(version).catch(() => null)
      : await lookInto(folder).versions.get(version);
    return kept ?? seen.filesOf(version);
  }
  async function filesOf(version: string): Promise<Files | null> {
    const known = held.get(version);
    if (known) return known;
    const files = await find(version).catch(() => null);
    return files && held.put(version, files);
  }

  /** @returns when this machine has noted what it saw, as far as its disk takes it */
  async function heard(desk: Desk): Promise<void> {
    current = desk;
    for (const listener of listeners) listener(desk);
    if (!store) return;
    // The folder of files is itself what can be seen again; of a database a copy is kept.
    const copy = config.databaseUrl ? filesOf(desk.live) : Promise.resolve(null);
    keeping = copy
      .then((files) => seen.keep(desk, files))
      .catch(() => log.error('desk', { code: 'store-failed' }));
    await keeping;
  }

  async function open(): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => {});
    key ??= await keptKey(folder);
    const onRepaired = () => log.error('desk', { code: 'desk-repaired' });
    const backend: Backend = config.databaseUrl
      ? await openPostgres(config.databaseUrl, key, config.schema)
      : await openFiles(folder, key, onRepaired);
    const opened = createStore(backend, ({ n, seal }, whole) => {
      if (whole) log.info('audit', { n, seal });
      else log.error('audit', { code: 'trail-torn', n, seal });
    });
    try {
      await nameShipped(opened, await shipped);
      const desk = await opened.read();
      if (closed) throw new Error('closed');
      opened.onChange((changed) => void heard(changed));
      store = guarded(opened);
      await heard(desk);
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  let told = false;
  async function attempt(): Promise<void> {
    try {
      await open();
      if (told) log.info('desk', { code: 'store-back' });
    } catch (error) {
      if (closed) return;
      if (!told) log.error('desk', { code: awayBy(error) });
      told = true;
      if (!config.databaseUrl) await look();
      timer = setTimeout(() => void attempt(), AGAIN_MS);
      timer.unref();
    }
  }
  /** The folder is another's, or cannot be written: what stands in it can be seen all the same. */
  async function look(): Promise<void> {
    const desk = await lookInto(folder)
      .desk.read()
      .catch(() => null);
    if (desk && !closed && JSON.stringify(desk) !== JSON.stringify(current)) await heard(desk);
  }

  const first = attempt();
  await Promise.race([first, sleep(FIRST_MS, undefined, { ref: false })]);
  return {
    current: () => current,
    filesOf,
    onChange: (listener) => void listeners.add(listener),
    store: () => store,
    key: () => key,
    async close() {
      closed = true;
      clearTimeout(timer);
      const open = store;
      store = null;
      await keeping;
      await open?.close();
    },
  };
}
