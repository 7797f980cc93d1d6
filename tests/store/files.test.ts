/** The folder of files: one process, no half-written file, a good copy. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Desk, newDesk } from '../../src/store/desk.ts';
import { openFiles } from '../../src/store/files.ts';
import { createStore } from '../../src/store/store.ts';
import { contract, KEY } from './contract.ts';

const fresh = () => mkdtempSync(join(tmpdir(), 'signpost-store-'));
contract('in files', () => {
  const folder = fresh();
  return {
    open: () => openFiles(folder, KEY, () => {}),
    clear: async () => rmSync(folder, { recursive: true }),
  };
});

let folder: string;
beforeEach(() => {
  folder = fresh();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function withChanges(): Promise<void> {
  const store = createStore(await openFiles(folder, KEY, () => {}));
  for (const live of ['a', 'b']) {
    await store.change((desk) => {
      desk.live = live.repeat(64);
    });
  }
  await store.close();
}

it('a storm of notices is one look under way, and one more', async () => {
  const files = await openFiles(folder, KEY, () => {});
  let notice: () => void = () => {};
  let reads = 0;
  const desk = {
    read: () => {
      reads += 1;
      return files.desk.read();
    },
    write: (value: Desk) => files.desk.write(value),
  };
  const onWritten = (listener: () => void) => {
    notice = listener;
  };
  const store = createStore({ ...files, desk, onWritten });
  const heard: string[] = [];
  store.onChange(({ live }) => heard.push(live));
  await store.read();
  reads = 0;
  for (let n = 0; n < 5_000; n += 1) notice();
  const other = { ...newDesk(), live: 'd'.repeat(64) };
  await files.desk.write(other);
  for (let n = 0; n < 5_000; n += 1) notice();
  await expect.poll(() => heard.at(-1)).toBe(other.live);
  await store.read();
  expect(reads).toBeLessThanOrEqual(4);
  await store.close();
});

it.each([
  ['empty', ''],
  ['cut off', '{"v":1,"live":"aaa'],
  ['of another shape', '{"v":2}'],
  ['poisoned', '{"__proto__":{"live":"shipped"}}'],
])('a desk that is %s: the last good copy is taken, and somebody is told', async (_, text) => {
  await withChanges();
  writeFileSync(join(folder, 'desk.json'), text);
  let told = 0;
  const store = createStore(await openFiles(folder, KEY, () => (told += 1)));
  expect((await store.read()).live).toBe('a'.repeat(64));
  expect(told).toBe(1);
  await store.close();
});

it('no good copy either: nothing is written over it', async () => {
  await withChanges();
  for (const name of ['desk.json', 'desk.good.json']) writeFileSync(join(folder, name), 'x');
  const store = createStore(await openFiles(folder, KEY, () => {}));
  await expect(store.change(() => {})).rejects.toThrow('cannot be read');
  expect(readFileSync(join(folder, 'desk.json'), 'utf8')).toBe('x');
  await store.close();
});

it('a second process is refused within a second, and let in when the first is gone', async () => {
  const first = await openFiles(folder, KEY, () => {});
  const started = performance.now();
  await expect(openFiles(folder, KEY, () => {})).rejects.toThrow('is in use by another');
  expect(performance.now() - started).toBeLessThan(1_000);
  await first.close();
  await (await openFiles(folder, KEY, () => {})).close();
});

it('what a kill left behind is swept at the next start', async () => {
  await withChanges();
  writeFileSync(join(folder, 'desk.json.123456'), 'half');
  writeFileSync(join(folder, 'versions', `${'a'.repeat(64)}.json.99`), 'half');
  await (await openFiles(folder, KEY, () => {})).close();
  const left = [...readdirSync(folder), ...readdirSync(join(folder, 'versions'))];
  expect(left.filter((name) => /\.\d+$/.test(name))).toEqual([]);
});

it('a version whose file was changed by hand is not given out', async () => {
  const store = createStore(await openFiles(folder, KEY, () => {}));
  const id = await store.putVersion({ 'dialogs/a.yaml': 'a' });
  writeFileSync(join(folder, 'versions', `${id}.json`), '{"dialogs/a.yaml":"evil"}');
  expect(await store.getVersion(id)).toBeNull();
  await store.close();
});
