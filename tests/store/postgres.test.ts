/** PostgreSQL: the same contract, and two instances at once. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusedBy } from '../../src/editor/refusals.ts';
import { faultsOf } from '../../src/store/audit.ts';
import { Stale } from '../../src/store/backend.ts';
import { newDesk } from '../../src/store/desk.ts';
import { guarded, StoreAway } from '../../src/store/guarded.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { createStore } from '../../src/store/store.ts';
import { contract, KEY } from './contract.ts';

const DATABASE = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';
const admin = new pg.Client(DATABASE);
beforeAll(() => admin.connect());
afterAll(() => admin.end());

async function schema(): Promise<{ name: string; drop: () => Promise<void> }> {
  const name = `signpost_${randomBytes(6).toString('hex')}`;
  await admin.query(`create schema ${name}`);
  return { name, drop: async () => void (await admin.query(`drop schema ${name} cascade`)) };
}

contract('in PostgreSQL', () => {
  let made: Awaited<ReturnType<typeof schema>> | undefined;
  return {
    open: async () => {
      made ??= await schema();
      return openPostgres(DATABASE, KEY, made.name);
    },
    clear: async () => made?.drop(),
  };
});

it('a write over what another instance wrote meanwhile is refused', async () => {
  const { name, drop } = await schema();
  const [one, two] = await Promise.all([1, 2].map(() => openPostgres(DATABASE, KEY, name)));
  await one?.desk.read();
  await two?.desk.read();
  await one?.desk.write(newDesk());
  await expect(two?.desk.write(newDesk())).rejects.toThrow(Stale);
  await two?.desk.read();
  await one?.desk.write(newDesk());
  await expect(two?.desk.write(newDesk())).rejects.toThrow(Stale);
  await Promise.all([one?.close(), two?.close()]);
  await drop();
});

it.each([
  '{"v":1}',
  'none',
  '[]',
])('a row that holds %s: staff’s work is away, and nothing is written over it', async (body) => {
  const { name, drop } = await schema();
  const backend = await openPostgres(DATABASE, KEY, name);
  const store = guarded(createStore(backend));
  await store.change(() => {});
  await admin.query(`update ${name}.signpost_desk set body = $1`, [body]);
  for (const asked of [store.read(), store.change(() => {}), store.trail()]) {
    const error = await asked.catch((thrown: unknown) => thrown);
    if (error instanceof Error)
      expect(refusedBy(error)).toMatchObject({ code: 'store-away', logged: 'desk-broken' });
  }
  await expect(store.read()).rejects.toThrow(StoreAway);
  const { rows } = await admin.query(`select body from ${name}.signpost_desk`);
  expect(rows).toEqual([{ body }]);
  await store.close();
  await drop();
});

it('two instances that save 200 times each at once lose nothing, and both hear of it', async () => {
  const { name, drop } = await schema();
  const stores = await Promise.all(
    [1, 2].map(async () => createStore(await openPostgres(DATABASE, KEY, name))),
  );
  const [one, two] = stores as [(typeof stores)[0], (typeof stores)[0]];
  let heard = 0;
  two.onChange(({ hidden }) => (heard = Math.max(heard, Object.keys(hidden).length)));
  const save = (store: typeof one, who: string) => async (n: number) =>
    store.change(
      (desk) => {
        desk.hidden[`${who}-${n}`] = { by: 'tenant/person', at: n, why: '', askedBack: null };
      },
      () => ({ at: n, who: `tenant/${who}`, role: 'editor', did: 'hide', about: { n } }),
    );
  const all = Array.from({ length: 200 }, (_, n) => n);
  await Promise.all([...all.map(save(one, 'one')), ...all.map(save(two, 'two'))]);
  expect(Object.keys((await one.read()).hidden)).toHaveLength(400);
  const trail = await two.trail();
  expect(trail).toHaveLength(400);
  expect(faultsOf(KEY, trail)).toEqual([]);
  await one.change((desk) => {
    desk.hidden.last = { by: 'tenant/person', at: 1, why: '', askedBack: null };
  });
  await expect.poll(() => heard).toBe(401);
  await Promise.all(stores.map((store) => store.close()));
  await drop();
}, 60_000);
