/** Two instances of the service on one database: what staff decide at one, residents of both see within two seconds. */
import { randomBytes } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeService, type Service } from './service.ts';
import { type Say, signedIn } from './staff.ts';

const DATABASE = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';
/** The bar is for a machine with a core to itself: as many times longer as others are in the queue for the cores. */
const within = (): number => 2_000 * Math.max(1, (loadavg()[0] ?? 1) / availableParallelism());
const GIFTS = 'dialogs/gifts-and-favours.yaml';
const schema = `signpost_${randomBytes(6).toString('hex')}`;

async function run(query: string): Promise<void> {
  const client = new pg.Client(DATABASE);
  await client.connect();
  await client.query(query);
  await client.end();
}

let both: readonly [Service, Service];
let editor: Say;
let approver: Say;
beforeAll(async () => {
  await run(`create schema ${schema}`);
  const env = {
    DATABASE_URL: `${DATABASE}?options=${encodeURIComponent(`-c search_path=${schema}`)}`,
    AUDIT_KEY: randomBytes(32).toString('hex'),
  };
  both = [await makeService(env), await makeService(env)];
  await Promise.all(both.map((one) => one.start()));
  editor = await signedIn(both[0], 'editor');
  approver = await signedIn(both[1], 'approver');
});
afterAll(async () => {
  await Promise.all(both.map((one) => one.remove()));
  await run(`drop schema ${schema} cascade`);
});

const post = async (service: Service, fields: Record<string, string>): Promise<string> =>
  (await fetch(`${service.origin}/chat`, { method: 'POST', body: new URLSearchParams(fields) })).text();
const page = async (service: Service, path: string): Promise<string> =>
  (await fetch(service.origin + path)).text();

/** Until both say it. @returns milliseconds */
async function seenByBoth(look: (service: Service) => Promise<boolean>): Promise<number> {
  const from = performance.now();
  await expect
    .poll(async () => (await Promise.all(both.map(look))).every(Boolean), { timeout: 10_000, interval: 20 })
    .toBe(true);
  return performance.now() - from;
}

it('publishes, takes back, hides and switches off everywhere', async () => {
  const { text } = await editor('GET', `/file?version=shipped&path=${GIFTS}`);
  const files = { [GIFTS]: text.replace("I'm glad you asked.", 'It is good that you asked.') };
  await editor('PUT', '/drafts/one', { title: 'One', base: 'shipped', files, revision: 0 });
  await editor('POST', '/drafts/one/ask', { revision: 1 });
  await approver('POST', '/drafts/one/approve', { revision: 1 });
  await approver('POST', '/drafts/one/publish', { revision: 1 });
  const says = (words: string) => async (service: Service) =>
    (await post(service, { choice: ':open/gifts-and-favours' })).includes(words);
  expect(await seenByBoth(says('It is good that you asked.'))).toBeLessThan(within());

  await approver('POST', '/roll-back', { version: 'shipped', why: 'a trial' });
  expect(await seenByBoth(says('m glad you asked.'))).toBeLessThan(within());

  await editor('POST', '/services/hide', { service: 'childline', why: 'a trial' });
  const without = async (service: Service) => !(await page(service, '/get-help')).includes('tel:08001111');
  expect(await seenByBoth(without)).toBeLessThan(within());

  await editor('POST', '/off', { why: 'a trial' });
  const off = async (service: Service) => (await page(service, '/chat')).includes('The chat is switched off');
  expect(await seenByBoth(off)).toBeLessThan(within());
  expect((await post(both[0], { words: 'hello' })).includes('tel:999')).toBe(true);

  const { entries, faults } = await approver('GET', '/trail');
  expect(faults).toEqual([]);
  expect(entries.map((one: { did: string }) => one.did).filter((did: string) => did !== 'sign-in')).toEqual([
    'save',
    'ask',
    'approve',
    'publish',
    'roll-back',
    'hide',
    'off',
  ]);
});

it('an instance that starts later shows what was decided before', async () => {
  await both[0].kill();
  await both[0].start();
  expect((await page(both[0], '/chat')).includes('The chat is switched off')).toBe(true);
  expect((await page(both[0], '/get-help')).includes('tel:08001111')).toBe(false);
});
