/**
 * The canary test (bars P1, P2, P4, P6): a child gives away everything about themselves, in every place where a
 * client can put something; when their talks are over, no trace of it is left in files, in what the server wrote,
 * in what others were sent, or in its memory. And the search finds every leak that is planted.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { word } from './canaries.ts';
import { Client } from './client.ts';
import { searchHeap } from './heap.ts';
import { beRefused, endings, fillFields, type Statuses, tellAll } from './journey.ts';
import { FAULTS, PLANTS, type Plant } from './plant.ts';
import { filesUnder, type Hit, Search } from './search.ts';
import { buildServers, IDLE_MINUTES, newFolder, Server } from './server.ts';

const IDLE_MS = IDLE_MINUTES * 60_000;
/** How long after its end a talk may linger (bar P6). */
const LINGER_MS = 5_000;
const TOO_LATE_MS = 20_000;

let folder: string;
let dist: string;
let main: Server;
let planted: Server;
let lonely: Journey;
let unlucky: Journey;
const servers: Server[] = [];

interface Journey {
  readonly client: Client;
  readonly statuses: Statuses;
  readonly filesBefore: readonly string[];
  /** How long after the last message all talks were gone. */
  readonly goneAfterMs: number;
  /** The code that an open socket ended with. */
  readonly closedWith: number;
  readonly search: Search;
  readonly heap: readonly Hit[];
}

/** What was found, in words; the same thing in the same place once. */
const told = (hits: readonly Hit[]): string[] => [
  ...new Set(hits.map(({ canary, as, where }) => `${canary} (${as}): ${where}`)),
];

/** What is alive in the server's memory: objects, strings, and the bytes of buffers. */
async function searchMemory(server: Server, search: Search): Promise<Hit[]> {
  const own = newFolder('probe');
  const order = { heap: join(own, 'heap.heapsnapshot'), buffers: join(own, 'buffers') };
  await server.tell(order);
  const hits = [...searchHeap(search, order.heap), ...search.bytes(readFileSync(order.buffers), 'buffers')];
  rmSync(own, { recursive: true });
  return hits;
}

/** What was sent to clients. Ids and tokens may go to those whose they are; a refusal may repeat nothing. */
const searchReplies = ({ heard, owners }: Client, search: Search): Hit[] =>
  heard.flatMap(({ to, what, bytes }) =>
    search.bytes(bytes, `reply: ${what}`).filter(({ canary }) => to === null || owners.get(canary) !== to),
  );

const searchWritten = (server: Server, search: Search): Hit[] => [
  ...search.folder(server.folder),
  ...search.bytes(server.output, 'output'),
];

const sweptBy = (server: Server): number =>
  server
    .log()
    .filter(({ event }) => event === 'swept')
    .reduce((sum, { count }) => sum + Number(count), 0);

/** Each talk is two things to forget: a conversation and a session. */
async function allGone(server: Server, { alive }: Client): Promise<number> {
  const since = Date.now();
  await vi.waitUntil(() => sweptBy(server) >= 2 * alive.size, { timeout: TOO_LATE_MS, interval: 50 });
  return Date.now() - since;
}

async function travel(
  server: Server,
  go: (client: Client, statuses: Statuses) => Promise<{ readonly ended: Promise<number> }>,
): Promise<Journey> {
  const client = new Client(await server.port());
  const filesBefore = filesUnder(server.folder);
  const statuses: Statuses = {};
  const other = await client.open();
  await client.listen(other);
  await client.say(other, 'hello');
  const { ended } = await go(client, statuses);
  await client.say(other, 'are you there');
  await client.poll(other);
  const goneAfterMs = await allGone(server, client);
  const search = new Search(client.canaries);
  // Nobody else has come meanwhile: what the last person left behind has not been overwritten by the next.
  const heap = await searchMemory(server, search);
  const next = await client.open();
  await client.say(next, 'what is grooming');
  await client.poll(next);
  for (const path of ['/', '/metrics']) await client.send({ path });
  return { client, statuses, filesBefore, goneAfterMs, closedWith: await ended, search, heap };
}

/** Everything that a client can send, right and wrong. */
const wholeJourney = (server: Server): Promise<Journey> =>
  travel(server, async (client, statuses) => {
    await fillFields(client, statuses);
    await endings(client, statuses);
    await beRefused(client, statuses);
    return tellAll(client, statuses);
  });

/** Messages at which the server fails, each in another place, with the words in the error. */
const unluckyJourney = (server: Server): Promise<Journey> =>
  travel(server, async (client, statuses) => {
    for (const fault of FAULTS) {
      const talk = await client.open({
        headers: { 'user-agent': client.plant(`agent of ${fault}`, word()) },
      });
      const text = `help ${fault}${client.plant(fault, word())} ${client.plant(`beside ${fault}`, word('polish'))}`;
      statuses[fault] = (await client.say(talk, text)).status;
      statuses[`after ${fault}`] = (await client.say(talk, 'are you there')).status;
      await client.poll(talk);
    }
    return client.listen(await client.open());
  });

beforeAll(async () => {
  folder = newFolder('canary');
  dist = await buildServers(folder);
  main = new Server(dist, 'main');
  planted = new Server(dist, 'planted');
  servers.push(main, planted);
  [lonely, unlucky] = await Promise.all([wholeJourney(main), unluckyJourney(planted)]);
}, 90_000);

afterAll(async () => {
  for (const server of servers) await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

const journeys = [
  ['a talk about everything', () => lonely, () => main],
  ['a talk that fails', () => unlucky, () => planted],
] as const;

describe.each(journeys)('after %s', (_name, journey, server) => {
  it('everything is forgotten in time', () => {
    expect(journey().goneAfterMs).toBeLessThan(IDLE_MS + LINGER_MS);
    expect(journey().closedWith).toBe(4000);
  });

  it('nothing is left in memory', () => {
    expect(told(journey().heap)).toEqual([]);
  });

  it('nothing was written to stdout, stderr or any file', () => {
    expect(told(searchWritten(server(), journey().search))).toEqual([]);
    expect(filesUnder(server().folder)).toEqual(journey().filesBefore);
  });

  it('nothing was sent to anybody else, and no refusal repeats anything', () => {
    expect(told(searchReplies(journey().client, journey().search))).toEqual([]);
  });
});

/** Status, or code of a closed socket -> what was answered with it. */
const WENT = {
  200: [
    ...['everything', 'picture', 'event', 'typing', 'other type', 'upload'],
    ...['over the limit', 'delete', 'leave', 'two at once', '/', '/chat', '/metrics', '/health/ready'],
    ...Array.from({ length: 17 }, (_, n) => `sentence ${n}`),
  ],
  204: ['preflight'],
  400: [
    ...[
      'bad JSON',
      'bad key',
      'no JSON',
      'bad UTF-8',
      'proto key',
      'constructor',
      'too deep',
      'bad shape',
      'no type',
    ],
    ...[
      'expectation',
      'no request line',
      'no method',
      'bad header',
      'bad chunk',
      'trailer',
      'whole address',
      'bad host',
    ],
    'bad upgrade',
  ],
  401: ['unknown talk', 'unknown talk, in a browser', 'bad query', 'bad query, in a browser'],
  403: [
    ...[
      'Basic authorization',
      'odd authorization',
      'three parts',
      'alg none',
      'refresh',
      'preflight from elsewhere',
    ],
    ...['beacon', 'bad origin', 'bad socket token'],
  ],
  404: [
    ...[
      'after deleting',
      'unknown path',
      'unknown path, in a browser',
      'long path',
      'long path, in a browser',
    ],
    ...['bad escape', 'bad escape, in a browser', 'two slashes', 'unknown stream'],
  ],
  405: ['no such method'],
  413: ['oversize'],
  415: ['wrong type', 'packed'],
  431: ['long header'],
  1003: ['bytes on a socket'],
  1008: ['text on a socket'],
};

describe('the journey', () => {
  it('went everywhere', () => {
    const { client, statuses, search } = lonely;
    expect(client.canaries.length).toBeGreaterThan(200);
    expect(search.traces.length).toBeGreaterThan(20 * client.canaries.length);
    expect(Object.groupBy(Object.keys(statuses), (name) => statuses[name] as number)).toEqual(WENT);
  });

  it('was answered, and one message was urgent', () => {
    const turns = main.log().filter(({ event }) => event === 'turn');
    expect(turns.length).toBeGreaterThan(40);
    expect(turns.filter(({ level }) => level === 'urgent').length).toBeGreaterThan(0);
  });

  it('failed in every place that it should, and every message was answered', () => {
    const codes = planted
      .log()
      .filter(({ log }) => log === 'error')
      .map(({ code }) => code);
    expect(new Set(codes)).toEqual(
      new Set(['uncaught', 'assess-failed', 'store-late', 'store-failed', 'turn-late']),
    );
    expect(Object.values(unlucky.statuses)).toEqual(FAULTS.flatMap(() => [200, 200]));
  });
});

describe('the server', () => {
  it('refuses to start when Node would write down what it reads', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, 'main.js')], {
      cwd: join(main.folder, 'work'),
      env: { NODE_DEBUG: 'stream', PORT: '0' },
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('NODE_DEBUG');
  });

  it('leaves nothing behind when it is killed in the middle of a turn', async () => {
    const client = new Client(await main.port());
    const talk = await client.open();
    const turns = Array.from({ length: 8 }, (_, n) =>
      client.say(talk, `please help ${client.plant(`last words ${n}`, word())}`),
    );
    const settled = Promise.allSettled(turns);
    await Promise.race(turns);
    await main.kill();
    await settled;
    expect(told(searchWritten(main, new Search(client.canaries)))).toEqual([]);
    expect(filesUnder(main.folder)).toEqual(lonely.filesBefore);
  });
});

/** Where each is found, and in what form. */
interface Found {
  readonly where: RegExp;
  readonly as: string;
  /** Unless they are the words that were typed. */
  readonly canaries?: readonly string[];
  readonly memory?: true;
}
const FOUND: Readonly<Record<Plant, Found>> = {
  'a console line': { where: /^output$/, as: 'raw' },
  'an error on stderr': { where: /^output$/, as: 'upper case' },
  'a file in the data folder': { where: /^file work.talks\.csv$/, as: 'raw' },
  'a packed temp file': { where: /^file temp.cache\.bin, in gzip$/, as: 'raw' },
  'a file in the home folder': { where: /^file home.\.history$/, as: 'UTF-16LE' },
  'a global array': { where: /^heap: .*kept/, as: 'raw', memory: true },
  'a buffer': { where: /^buffers$/, as: 'raw', memory: true },
  'a timer that waits': { where: /^heap: /, as: 'raw', memory: true },
  'an error reply': { where: /^reply: body of POST/, as: 'raw', canaries: ['refused'] },
  'another talk': { where: /^reply: body of /, as: 'raw' },
  'a hashed id': { where: /^output$/, as: 'sha256, hex', canaries: ['id of talk 2'] },
};

/** A talk in the planted server that is deleted at its end; what is found of it afterwards. */
async function plantAndSearch(plant: Plant | null): Promise<Hit[]> {
  await planted.tell({ plant });
  const client = new Client(await planted.port());
  const [other, talk] = [await client.open(), await client.open()];
  await client.say(
    talk,
    `my name is ${client.plant('typed name', word())} and ${client.plant('typed Hebrew', word('hebrew'))}`,
  );
  await client.poll(other);
  await client.post(talk, { type: 'message', text: [client.plant('refused', word())] });
  await client.poll(talk);
  await client.wipe(talk);
  await client.wipe(other);
  const search = new Search(client.canaries);
  const memory = plant === null || FOUND[plant].memory ? await searchMemory(planted, search) : [];
  return [...searchWritten(planted, search), ...searchReplies(client, search), ...memory];
}

describe('the search', () => {
  it('finds nothing where nothing is planted: a deleted talk is gone at once', async () => {
    expect(told(await plantAndSearch(null))).toEqual([]);
  });

  it.each(PLANTS)('finds %s', async (plant) => {
    const hits = await plantAndSearch(plant);
    const { where, as, canaries = ['typed name', 'typed Hebrew'] } = FOUND[plant];
    expect(told(hits.filter((hit) => !where.test(hit.where)))).toEqual([]);
    expect(new Set(hits.map(({ canary }) => canary))).toEqual(new Set(canaries));
    expect(hits.map((hit) => hit.as)).toContain(as);
  });
});
