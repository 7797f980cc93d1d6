/** The search of canary.test.ts finds every leak that is planted, one at a time, and nothing where none is. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Client } from './client.ts';
import { PLANTS, type Plant } from './planted/plant.ts';
import { word } from './search/canaries.ts';
import { searchMemory, searchReplies, searchWritten, told } from './search/places.ts';
import { type Hit, Search } from './search/search.ts';
import { buildServers, newFolder, Server } from './server.ts';

/** A heap snapshot of a busy machine is slow. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = newFolder('plants');
  server = new Server(await buildServers(folder), 'planted');
  await server.port();
});

afterAll(async () => {
  await server?.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Found {
  readonly where: RegExp;
  /** How it is written there. */
  readonly as: string;
  /** Unless they are the words that were typed. */
  readonly canaries?: readonly string[];
  /** A snapshot takes a second: only where something is expected in it. */
  readonly memory?: true;
}
const FOUND: Readonly<Record<Plant, Found>> = {
  'a console line': { where: /^output$/, as: 'raw' },
  'an error on stderr': { where: /^output$/, as: 'upper case' },
  'a file in the data folder': { where: /^file work.talks\.csv$/, as: 'URL-encoded' },
  'a packed temp file': { where: /^file temp.cache\.bin, in gzip$/, as: 'raw' },
  'a file in the home folder': { where: /^file home.\.history$/, as: 'UTF-16LE' },
  'a global array': { where: /^heap: .*\.kept/, as: 'raw', memory: true },
  'a buffer': { where: /^buffers$/, as: 'raw', memory: true },
  'a timer that waits': { where: /^heap: .*Timeout/, as: 'raw', memory: true },
  'an error reply': { where: /^reply: body of POST .* 400$/, as: 'raw', canaries: ['refused'] },
  'another talk': { where: /^reply: body of /, as: 'raw' },
  'a hashed id': { where: /^output$/, as: 'sha256, hex', canaries: ['id of talk 2'] },
};

/** A talk that is deleted at its end, another beside it, and what is found of them afterwards. */
async function searchAfter(plant: Plant | null): Promise<Hit[]> {
  await server.tell({ plant });
  const client = new Client(await server.port());
  const [other, talk] = [await client.open(), await client.open()];
  const name = client.plant('typed name');
  await client.say(talk, `my name is ${name} and ${client.plant('typed Hebrew', word('hebrew'))}`);
  await client.poll(other);
  await client.post(talk, { type: 'message', text: [client.plant('refused')] });
  await client.poll(talk);
  await client.wipe(talk);
  await client.wipe(other);
  const search = new Search(client.canaries);
  const memory = plant === null || FOUND[plant].memory ? await searchMemory(server, search) : [];
  return [...searchWritten(server, search), ...searchReplies(client, search), ...memory];
}

it('finds nothing where nothing is planted: a deleted talk is gone at once', async () => {
  expect(told(await searchAfter(null))).toEqual([]);
});

it.each(PLANTS)('finds %s', async (plant) => {
  const hits = await searchAfter(plant);
  const { where, as, canaries = ['typed name', 'typed Hebrew'] } = FOUND[plant];
  expect(told(hits.filter((hit) => !where.test(hit.where)))).toEqual([]);
  expect(new Set(hits.map(({ canary }) => canary))).toEqual(new Set(canaries));
  expect(hits.map((hit) => hit.as)).toContain(as);
});
