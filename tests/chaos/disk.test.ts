/** Disks that are full, locked, limited or torn: what was kept before is still there, and whoever saves is told. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BrokenDesk } from '../../src/store/backend.ts';
import { openFiles } from '../../src/store/files.ts';
import { createStore } from '../../src/store/store.ts';
import { KEY } from './place.ts';
import { chance } from './random.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-disk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FAULTY = join(import.meta.dirname, 'faulty.ts');
/** A disk of one's own, of 4 MB, that nobody else sees. */
const OWN_DISK = ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=4m none "$1" && shift && exec "$@"', 'sh'];
const canMount = spawnSync('unshare', [...OWN_DISK, tmpdir(), 'true']).status === 0;

describe('a disk that fails', () => {
  const told = (fault: string) => ({
    put: fault,
    change: fault,
    same: true,
    title: 'after',
    entries: 2,
    faults: [],
    repaired: 0,
  });

  it.skipIf(!canMount).each(['ENOSPC', 'EROFS'])('%s', (fault) => {
    const args = [...OWN_DISK, folder, process.execPath, FAULTY, folder, fault];
    expect(JSON.parse(execFileSync('unshare', args, { encoding: 'utf8' }))).toEqual(told(fault));
  });

  it('EFBIG', () => {
    const limited = ['-c', 'ulimit -f 1000 && exec "$@"', 'sh', process.execPath, FAULTY, folder, 'EFBIG'];
    expect(JSON.parse(execFileSync('sh', limited, { encoding: 'utf8' }))).toEqual(told('EFBIG'));
  });

  // Reading a process's memory at 0 is an error of the device.
  it.skipIf(process.platform !== 'linux')(
    'EIO: is no broken desk, and nothing is written over it',
    async () => {
      symlinkSync('/proc/self/mem', join(folder, 'desk.json'));
      const store = createStore(await openFiles(folder, KEY, () => {}));
      await expect(store.read()).rejects.toMatchObject({ code: 'EIO' });
      await expect(store.change(() => {})).rejects.toMatchObject({ code: 'EIO' });
      expect(readdirSync(folder).sort()).toEqual(['desk.json', 'lock', 'versions']);
      await store.close();
    },
  );
});

const read = (name: string): Buffer => readFileSync(join(folder, name));

/** Two states: the last, and the one before, which is the good copy. */
async function worked(): Promise<Buffer> {
  const store = createStore(await openFiles(folder, KEY, () => {}));
  for (const why of ['first', 'last'])
    await store.change(
      (desk) => {
        for (let n = 0; n < 20; n += 1)
          desk.hidden[`service-${n}`] = { by: 'tenant/person', at: n, why, askedBack: null };
      },
      () => ({ at: 1, who: 'tenant/person', role: 'editor', did: 'hide', about: { why } }),
    );
  await store.close();
  return read('desk.json');
}

/** @returns what is read of a desk with these bytes, and how often a repair was told of */
async function readBack(bytes: Uint8Array): Promise<{ why: string | undefined; told: number }> {
  writeFileSync(join(folder, 'desk.json'), bytes);
  let told = 0;
  const store = createStore(await openFiles(folder, KEY, () => (told += 1)));
  const desk = await store.read();
  await store.close();
  return { why: desk.hidden['service-7']?.why, told };
}

const THE_GOOD_COPY = { why: 'first', told: 1 };

describe('a torn desk', () => {
  it('cut anywhere: the last good copy is taken, and it is said', async () => {
    const whole = await worked();
    for (let at = 0; at < whole.length; at += 100)
      expect(await readBack(whole.subarray(0, at)), `cut at ${at}`).toEqual(THE_GOOD_COPY);
  });

  it('300 single bits turned round: each is seen', async () => {
    const whole = await worked();
    const random = chance();
    for (let n = 0; n < 300; n += 1) {
      const bytes = Buffer.from(whole);
      const at = random.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      expect(await readBack(bytes), `seed ${random.seed}, byte ${at}`).toEqual(THE_GOOD_COPY);
    }
  });

  it('zeros, and a page of another file in the midst', async () => {
    const whole = await worked();
    expect(await readBack(Buffer.alloc(whole.length))).toEqual(THE_GOOD_COPY);
    expect(await readBack(Buffer.from(whole).fill('{}', 512, 1024))).toEqual(THE_GOOD_COPY);
  });

  it('with a byte order mark it is whole, and is read as it is', async () => {
    const whole = await worked();
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), whole, Buffer.from('\r\n')]);
    expect(await readBack(marked)).toEqual({ why: 'last', told: 0 });
  });

  it('work goes on from the good copy, and the trail is whole', async () => {
    const whole = await worked();
    writeFileSync(join(folder, 'desk.json'), whole.subarray(0, 300));
    let store = createStore(await openFiles(folder, KEY, () => {}));
    await store.change((desk) => {
      desk.off = { by: 'tenant/person', at: 1, why: 'after' };
    });
    await store.close();
    let told = 0;
    store = createStore(await openFiles(folder, KEY, () => (told += 1)));
    expect((await store.read()).off?.why).toBe('after');
    expect(told).toBe(0);
    expect((await store.trail()).map(({ about }) => about.why)).toEqual(['first', 'last']);
    await store.close();
  });

  it('and the good copy too: it is said, and nothing is written', async () => {
    const whole = await worked();
    for (const [desk, good] of [
      [whole.subarray(0, 500), read('desk.good.json').subarray(0, 300)],
      [Buffer.alloc(0), Buffer.alloc(0)],
    ] as const) {
      writeFileSync(join(folder, 'desk.json'), desk);
      writeFileSync(join(folder, 'desk.good.json'), good);
      const trail = read('audit.jsonl');
      const store = createStore(await openFiles(folder, KEY, () => {}));
      await expect(store.read()).rejects.toThrow(BrokenDesk);
      await expect(store.change(() => {})).rejects.toThrow(BrokenDesk);
      await store.close();
      expect([read('desk.json'), read('desk.good.json'), read('audit.jsonl')]).toEqual([desk, good, trail]);
    }
  });
});
