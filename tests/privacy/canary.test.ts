/**
 * The canary test (bars P1, P2, P4, P6): a child gives away everything about themselves, in every place where a
 * client can put something. When their talks are over no trace of it is left in any file, in what the server
 * wrote, in what others were sent, or in its memory. plants.test.ts shows that the search would find it.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Client } from './client.ts';
import { fillForms } from './forms.ts';
import { ANSWERS, beRefused } from './hostile.ts';
import { endings, fillFields, stumble, tellAll } from './journey.ts';
import { FAULTS } from './planted/plant.ts';
import { word } from './search/canaries.ts';
import { searchMemory, searchReplies, searchWritten, told } from './search/places.ts';
import { filesUnder, type Hit, Search } from './search/search.ts';
import { buildServers, IDLE_MINUTES, newFolder, Server } from './server.ts';

const IDLE_MS = IDLE_MINUTES * 60_000;
/** How long after its end a talk may linger (bar P6). */
const LINGER_MS = 5_000;
const PATIENCE_MS = 60_000;
/** What an open socket is closed with when its talk is over. */
const EXPIRED = 4000;

interface Journey {
  readonly client: Client;
  readonly filesBefore: readonly string[];
  /** How long after the last message all talks were gone. */
  readonly goneAfterMs: number;
  readonly closedWith: number;
  readonly search: Search;
  readonly memory: readonly Hit[];
}

let folder: string;
let dist: string;
let real: Server;
let failing: Server;
let whole: Journey;
let unlucky: Journey;

const sweptBy = (server: Server): number =>
  server
    .log()
    .filter(({ event }) => event === 'swept')
    .reduce((sum, { count }) => sum + Number(count), 0);

/** @param go sends what there is to send, and leaves a socket open */
async function travel(
  server: Server,
  go: (client: Client) => Promise<{ readonly ended: Promise<number> }>,
): Promise<Journey> {
  const client = new Client(await server.port());
  const filesBefore = filesUnder(server.folder);
  const other = await client.open();
  await client.listen(other);
  await client.say(other, 'hello');
  const { ended } = await go(client);
  await client.poll(other);
  const since = Date.now();
  // Each talk is two things to forget: a conversation and a session.
  const gone = () => sweptBy(server) >= 2 * client.alive.size;
  await vi.waitUntil(gone, { timeout: PATIENCE_MS, interval: 50 });
  const goneAfterMs = Date.now() - since;
  const search = new Search(client.canaries);
  // Nobody has come meanwhile: what the last person left behind has not been overwritten by the next.
  const memory = await searchMemory(server, search);
  const next = await client.open();
  await client.say(next, 'what is grooming');
  await client.poll(next);
  for (const path of ['/', '/metrics']) await client.send({ path });
  return { client, filesBefore, goneAfterMs, closedWith: await ended, search, memory };
}

/** Everything that a client can send, right and wrong; the last is what a person types. */
async function sendEverything(client: Client): Promise<{ ended: Promise<number> }> {
  await fillFields(client);
  await endings(client);
  await stumble(client);
  await fillForms(client);
  await beRefused(client);
  return tellAll(client);
}

/** Messages at which the server fails, each in another place, with the words in the error. */
async function meetFaults(client: Client): Promise<{ ended: Promise<number> }> {
  for (const fault of FAULTS) {
    const talk = await client.open({ headers: { 'user-agent': client.plant(`agent of ${fault}`) } });
    const more = client.plant(`beside ${fault}`, word('polish'));
    await client.say(talk, `help ${fault}${client.plant(fault)} ${more}`, { name: fault });
    await client.say(talk, 'are you there', { name: `after ${fault}` });
    await client.poll(talk);
  }
  return client.listen(await client.open());
}

beforeAll(async () => {
  folder = newFolder('canary');
  dist = await buildServers(folder);
  real = new Server(dist, 'main');
  failing = new Server(dist, 'planted');
  [whole, unlucky] = await Promise.all([travel(real, sendEverything), travel(failing, meetFaults)]);
}, 240_000);

afterAll(async () => {
  for (const server of [real, failing]) await server?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const journeys = [
  ['talks about everything', () => whole, () => real],
  ['talks that failed', () => unlucky, () => failing],
] as const;

describe.each(journeys)('after %s', (_name, journey, server) => {
  it('they are forgotten in time', () => {
    expect(journey().goneAfterMs).toBeLessThan(IDLE_MS + LINGER_MS);
    expect(journey().closedWith).toBe(EXPIRED);
  });

  it('nothing of them is left in memory', () => {
    expect(told(journey().memory)).toEqual([]);
  });

  it('nothing of them was written to stdout, stderr or a file', () => {
    expect(told(searchWritten(server(), journey().search))).toEqual([]);
    expect(filesUnder(server().folder)).toEqual(journey().filesBefore);
  });

  it('nothing of them was sent to anybody else, and no refusal repeats anything', () => {
    expect(told(searchReplies(journey().client, journey().search))).toEqual([]);
  });
});

describe('the journey', () => {
  it('went everywhere', () => {
    const { client, search } = whole;
    expect(client.canaries.length).toBeGreaterThan(250);
    expect(search.traces.length).toBeGreaterThan(20 * client.canaries.length);
    const names = Object.keys(client.statuses);
    const answers = Object.entries(ANSWERS).flatMap(([status, of]) =>
      of.map((name) => [name, Number(status)]),
    );
    expect(client.statuses).toEqual(Object.fromEntries(answers));
    expect(names).toHaveLength(answers.length);
  });

  it('was answered, and some of it was urgent', () => {
    const turns = real.log().filter(({ event }) => event === 'turn');
    expect(turns.length).toBeGreaterThan(40);
    expect(turns.filter(({ level }) => level === 'urgent').length).toBeGreaterThan(0);
  });

  it('failed in every place that it should, and every message was answered', () => {
    const codes = failing.log().flatMap(({ log, code }) => (log === 'error' ? [code] : []));
    expect([...new Set(codes)].sort()).toEqual([
      'assess-failed',
      'store-failed',
      'store-late',
      'turn-late',
      'uncaught',
    ]);
    expect(Object.values(unlucky.client.statuses)).toEqual(FAULTS.flatMap(() => [200, 200]));
  });
});

describe('the server', () => {
  it('refuses to start when Node itself would write down what it reads', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, 'main.js')], {
      cwd: join(real.folder, 'work'),
      env: { NODE_DEBUG: 'stream', PORT: '0' },
      encoding: 'utf8',
      timeout: PATIENCE_MS / 2,
      killSignal: 'SIGKILL',
    });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('NODE_DEBUG');
  });

  it('leaves nothing behind when it is killed in the middle of a turn', async () => {
    const client = new Client(await real.port());
    const talk = await client.open();
    const mark = (n: number) => client.plant(`last words ${n}`);
    const turns = Array.from({ length: 8 }, (_, n) => client.say(talk, `please help ${mark(n)}`));
    const settled = Promise.allSettled(turns);
    await Promise.race(turns);
    await real.kill();
    await settled;
    expect(told(searchWritten(real, new Search(client.canaries)))).toEqual([]);
    expect(filesUnder(real.folder)).toEqual(whole.filesBefore);
  });
});
