/** Whatever is wrong with the place where staff's work is kept, what residents see is known. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { keptKey } from '../../src/store/audit-key.ts';
import { SHIPPED } from '../../src/store/desk.ts';
import { StoreAway } from '../../src/store/guarded.ts';
import { type DeskConfig, type LiveDesk, openDesk } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { wireTo } from './proxy.ts';

const DATABASE = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';
const PATH = 'dialogs/a.yaml';
const WHO = { at: 1, who: 'tenant/person', role: 'editor', about: {} } as const;
const SOON = { timeout: 10_000, interval: 50 };

let root: string;
let lines: string[];
const opened: LiveDesk[] = [];
const log = createLog((line) => lines.push(line), 'debug');
const ship = (text: string) => writeFileSync(join(root, PATH), text);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'signpost-open-'));
  lines = [];
  for (const folder of ['dialogs', 'content/risk']) mkdirSync(join(root, folder), { recursive: true });
  ship('one');
  writeFileSync(join(root, 'content/risk/messages.jsonl'), 'no part of a version');
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((desk) => desk.close()));
  rmSync(root, { recursive: true, force: true });
});

const FILES: DeskConfig = { dataDir: 'data', databaseUrl: undefined, auditKey: undefined };
async function open(config = FILES): Promise<LiveDesk> {
  const desk = await openDesk(config, log, root);
  opened.push(desk);
  return desk;
}
const storeOf = (desk: LiveDesk): Store => {
  const store = desk.store();
  if (!store) throw new Error('the store is not there');
  return store;
};
const switchOff = (desk: LiveDesk, why: string) =>
  storeOf(desk).change(
    (now) => {
      now.off = { by: 'tenant/person', at: 1, why };
    },
    () => ({ ...WHO, did: 'off' }),
  );
async function publish(desk: LiveDesk, text: string): Promise<string> {
  const version = await storeOf(desk).putVersion({ [PATH]: text });
  await storeOf(desk).change((now) => {
    now.live = version;
  });
  return version;
}

describe('in files', () => {
  it('begins with what ships, and tells of each change', async () => {
    const desk = await open();
    expect(desk.current().live).toBe(SHIPPED);
    expect(await desk.filesOf(SHIPPED)).toEqual({ [PATH]: 'one' });
    expect(await desk.filesOf('f'.repeat(64))).toBeNull();
    const heard: unknown[] = [];
    desk.onChange(({ off }) => heard.push(off?.why));
    await switchOff(desk, 'test');
    expect([heard, desk.current().off?.why]).toEqual([['test'], 'test']);
  });

  it('a second one on the same folder sees the same, and takes over when the first is gone', async () => {
    const first = await open();
    const version = await publish(first, 'two');
    const second = await open();
    expect([second.store(), second.current().live]).toEqual([null, version]);
    expect(await second.filesOf(version)).toEqual({ [PATH]: 'two' });
    expect(lines.join()).toContain('"code":"folder-taken"');
    await switchOff(first, 'seen by both');
    await expect.poll(() => second.current().off?.why, SOON).toBe('seen by both');
    await first.close();
    await expect.poll(() => second.store() !== null, SOON).toBe(true);
    await switchOff(second, 'mine now');
    expect(lines.join()).toContain('"code":"store-back"');
  });

  it('a desk that cannot be read: what was seen last is still seen', async () => {
    const first = await open();
    await switchOff(first, 'test');
    await first.close();
    for (const name of ['desk.json', 'desk.good.json']) writeFileSync(join(root, 'data', name), 'x');
    const second = await open();
    expect([second.store(), second.current().off?.why]).toEqual([null, 'test']);
  });

  it('a folder that cannot be made keeps nobody from starting', async () => {
    writeFileSync(join(root, 'data'), 'a file');
    const desk = await open();
    expect([desk.store(), desk.current().live]).toEqual([null, SHIPPED]);
    expect(await desk.filesOf(SHIPPED)).toEqual({ [PATH]: 'one' });
  });

  it.skipIf(process.platform !== 'linux')(
    'a full disk: nothing is changed, and later all goes on',
    async () => {
      const desk = await open();
      await switchOff(desk, 'before');
      // The kernel refuses every file over 512 bytes, as it refuses all when a disk is full.
      // Else it would end the process as well.
      process.on('SIGXFSZ', () => {});
      const limit = (bytes: string) =>
        execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`]);
      limit('512');
      try {
        await expect(switchOff(desk, 'x'.repeat(500))).rejects.toThrow(StoreAway);
        await expect(storeOf(desk).putVersion({ [PATH]: 'x'.repeat(1_000) })).rejects.toThrow(StoreAway);
        expect((await storeOf(desk).read()).off?.why).toBe('before');
      } finally {
        limit('unlimited');
      }
      await switchOff(desk, 'after');
      expect((await storeOf(desk).read()).off?.why).toBe('after');
      expect((await storeOf(desk).trail()).map(({ n }) => n)).toEqual([1, 2]);
      await desk.close();
      const left = readdirSync(join(root, 'data')).filter((name) => /\.\d+$/.test(name));
      expect(left).toEqual([]);
    },
  );

  it.skipIf(process.platform !== 'linux')(
    'a trail that cannot be written holds up the next change, and loses no deed',
    async () => {
      const desk = await open();
      const trail = join(root, 'data', 'audit.jsonl');
      symlinkSync('/dev/full', trail);
      await switchOff(desk, 'first');
      expect(desk.current().off?.why).toBe('first');
      await expect(switchOff(desk, 'second')).rejects.toThrow(StoreAway);
      rmSync(trail);
      await switchOff(desk, 'third');
      expect((await storeOf(desk).trail()).map(({ did }) => did)).toEqual(['off', 'off']);
      expect((await storeOf(desk).read()).off?.why).toBe('third');
    },
  );

  it('new words that ship leave drafts and history with the words they were made from', async () => {
    const first = await open();
    await storeOf(first).change((desk) => {
      desk.drafts.one = {
        id: 'one',
        revision: 1,
        title: 'One',
        base: SHIPPED,
        writers: ['tenant/person'],
        changed: 1,
        files: { [PATH]: 'mine' },
        stage: 'draft',
        approvals: [],
        note: null,
      };
    });
    await first.close();
    ship('two');
    const second = await open();
    const { drafts, history, live } = second.current();
    const base = drafts.one?.base ?? '';
    expect(live).toBe(SHIPPED);
    expect(await second.filesOf(base)).toEqual({ [PATH]: 'one' });
    expect(await second.filesOf(SHIPPED)).toEqual({ [PATH]: 'two' });
    expect(history.map(({ version }) => version)).toEqual([base]);
    await second.close();
    const third = await open();
    expect(third.current().history).toEqual(history);
  });

  it('makes one key, for its owner alone', async () => {
    const folder = join(root, 'data');
    const keys = await Promise.all(Array.from({ length: 8 }, () => keptKey(folder)));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(statSync(join(folder, 'audit.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['audit.key']);
    writeFileSync(join(folder, 'audit.key'), 'x');
    await expect(keptKey(folder)).rejects.toThrow('holds no key of ours');
  });
});

describe('in PostgreSQL', () => {
  let schema: string;
  let admin: pg.Client;
  beforeEach(async () => {
    schema = `signpost_${randomBytes(6).toString('hex')}`;
    admin = new pg.Client(DATABASE);
    await admin.connect();
    await admin.query(`create schema ${schema}`);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((desk) => desk.close()));
    await admin.query(`drop schema ${schema} cascade`);
    await admin.end();
  });

  it('gone at a start: what was seen last, within some seconds; then all of it again', async () => {
    const wire = await wireTo(DATABASE);
    const config = { ...FILES, databaseUrl: wire.url, schema };
    const first = await open(config);
    const version = await publish(first, 'two');
    await switchOff(first, 'test');
    await first.close();
    expect(readdirSync(join(root, 'data', 'seen'))).toEqual([`${version}.json`]);
    await wire.cut();
    const started = performance.now();
    const second = await open(config);
    expect(performance.now() - started).toBeLessThan(4_000);
    expect([second.store(), second.current().live]).toEqual([null, version]);
    expect(await second.filesOf(version)).toEqual({ [PATH]: 'two' });
    await wire.mend();
    await expect.poll(() => second.store() !== null, SOON).toBe(true);
    expect((await storeOf(second).read()).off?.why).toBe('test');
    await second.close();
    await wire.close();
  });

  it('gone in between: nothing is changed; back again, both hear of each other', async () => {
    const wire = await wireTo(DATABASE);
    const near = await open({ ...FILES, databaseUrl: wire.url, schema });
    const far = await open({ ...FILES, dataDir: 'other', databaseUrl: DATABASE, schema });
    await switchOff(near, 'both');
    await expect.poll(() => far.current().off?.why, SOON).toBe('both');
    await wire.cut();
    await expect(switchOff(near, 'lost')).rejects.toThrow(StoreAway);
    expect([near.current().off?.why, near.current().live]).toEqual(['both', SHIPPED]);
    await switchOff(far, 'meanwhile');
    await wire.mend();
    await expect.poll(() => near.current().off?.why, SOON).toBe('meanwhile');
    await switchOff(near, 'again');
    await expect.poll(() => far.current().off?.why, SOON).toBe('again');
    await Promise.all([near.close(), far.close()]);
    await wire.close();
  });
});
