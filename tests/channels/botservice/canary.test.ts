/**
 * Who writes, where they work, what they write with: a word that nobody has ever written stands in every field in which
 * Teams could tell it. None of them is in what the turn is handed, in what is kept, counted, logged or written, or in
 * what is sent back, but for the address of the answer.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Canary, word } from '../../privacy/search/canaries.ts';
import { Search } from '../../privacy/search/search.ts';
import { type Sent, TENANT } from './azure.ts';
import { startTeams, type Teams } from './teams.ts';

const canaries: Canary[] = [];
const plant = (name: string): string => {
  const value = word();
  canaries.push({ name, value });
  return value;
};
/** Where the answer goes, and what it answers: it must be repeated there, and only there. */
const ADDRESS = ['conversation id', 'activity id'];

const person = (who: string): Sent => ({
  id: `29:${plant(`id of ${who}`)}`,
  name: plant(`name of ${who}`),
  aadObjectId: plant(`object id of ${who}`),
  userPrincipalName: `${plant(`address of ${who}`)}@${plant(`domain of ${who}`)}.example`,
  email: plant(`email of ${who}`),
  role: plant(`role of ${who}`),
  tenantId: plant(`tenant of ${who}`),
  properties: { department: plant(`department of ${who}`) },
});

/** An activity in which everything tells something. */
const telling = (kind: string): Sent => ({
  from: person(`the writer of ${kind}`),
  recipient: {
    id: '28:bot',
    name: plant(`recipient's name of ${kind}`),
    aadObjectId: plant(`recipient of ${kind}`),
  },
  id: plant('activity id'),
  conversation: {
    id: `a:${plant('conversation id')}`,
    conversationType: 'personal',
    name: plant(`conversation's name of ${kind}`),
    aadObjectId: plant(`conversation's object of ${kind}`),
    role: plant(`conversation's role of ${kind}`),
  },
  channelData: {
    // Our own: without it the call is none of ours.
    tenant: { id: TENANT },
    team: { id: plant(`team of ${kind}`), name: plant(`team's name of ${kind}`) },
    source: { name: plant(`source of ${kind}`) },
    settings: { selectedChannel: { id: plant(`channel of ${kind}`) } },
    legacy: { replyToId: plant(`legacy reply of ${kind}`) },
    clientActivityID: plant(`client's id of ${kind}`),
  },
  entities: [
    { type: 'clientInfo', locale: plant(`locale of ${kind}`), country: plant(`country of ${kind}`) },
    { type: 'mention', mentioned: person(`somebody named in ${kind}`), text: plant(`mention of ${kind}`) },
  ],
  locale: plant(`activity's locale of ${kind}`),
  localTimezone: plant(`time zone of ${kind}`),
  callerId: plant(`caller of ${kind}`),
  replyToId: plant(`reply of ${kind}`),
  label: plant(`label of ${kind}`),
  relatesTo: { user: person(`somebody related to ${kind}`) },
  semanticAction: { id: plant(`semantic action of ${kind}`) },
  [plant(`field of ${kind}`)]: plant(`unknown field of ${kind}`),
});

let teams: Teams;
const written: string[] = [];
const statuses: number[] = [];

beforeAll(async () => {
  for (const way of ['log', 'error', 'warn', 'info', 'debug'] as const)
    vi.spyOn(console, way).mockImplementation((...words) => void written.push(words.map(String).join(' ')));
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  teams = await startTeams();
  teams.at = Date.now();
  const send = async (kind: string, more: object, token?: string) => {
    const activity = teams.activity({ ...telling(kind), ...more });
    statuses.push((await teams.post(activity, token)).status);
    return activity;
  };
  const words = { text: `${plant('what is typed')} what is grooming` };
  await send('an arrival', { type: 'conversationUpdate', membersAdded: [person('somebody who comes')] });
  await send('an installation', { type: 'installationUpdate', action: 'add' });
  const again = await send('a message', words);
  statuses.push((await teams.post(again)).status);
  const group = { id: `19:${plant('conversation id')}`, conversationType: 'groupChat', isGroup: true };
  await send('a group', { ...words, conversation: group });
  const file = {
    contentType: 'image/png',
    contentUrl: plant('url of a file'),
    name: plant('name of a file'),
  };
  await send('a file', { attachments: [file] });
  await send('a reaction', { type: 'messageReaction', reactionsAdded: [{ type: plant('reaction') }] });
  await send('an edit', { type: 'messageUpdate', ...words });
  await send('a call', {
    type: 'invoke',
    name: plant('name of a call'),
    value: { x: plant('value of a call') },
  });
  await send('a value', { value: { choice: plant('choice'), more: plant('more of a value') } });
  await send('no token', words, '');
  await send('an old token', words, await teams.azure.sign({ exp: 1, sub: plant('subject of a token') }));
  await send(
    'a wrong token',
    words,
    await teams.azure.sign({ aud: plant('audience') }, { kid: plant('key') }),
  );
  teams.azure.failing(403, 1_000);
  await send('what is lost', words);
  vi.restoreAllMocks();
}, 60_000);
afterAll(() => teams.close());

const found = (what: unknown, but: readonly string[] = []): string[] => {
  const search = new Search(canaries.filter(({ name }) => !but.includes(name)));
  const bytes = Buffer.from(typeof what === 'string' ? what : JSON.stringify(what));
  return [...search.in(bytes).keys()].map(({ canary, as }) => `${canary} (${as})`);
};

describe('who writes', () => {
  it('has written everywhere', () => {
    expect(statuses).toEqual([200, 200, 200, 401, 200, 200, 200, 200, 501, 200, 401, 401, 401, 502]);
    expect(canaries.length).toBeGreaterThan(300);
    // The search finds what is there.
    expect(found(canaries.at(-1)?.value ?? '').length).toBeGreaterThan(0);
  });

  it('is not told to the turn', () => {
    expect(teams.turns.length).toBeGreaterThan(5);
    expect(found(teams.turns, ['what is typed', 'choice'])).toEqual([]);
    for (const { conversation } of teams.turns) expect(conversation).toMatch(/^[\w-]{43}$/);
  });

  it('is not kept', async () => {
    const keys = teams.turns.map(({ conversation }) => conversation);
    const kept = await teams.storage.read(keys);
    expect(Object.keys(kept).length).toBeGreaterThan(0);
    expect(found(kept)).toEqual([]);
  });

  it('is not counted, logged or written', async () => {
    const metrics = await (await fetch(`${teams.url}/metrics`)).text();
    expect(found([teams.counts.snapshot(), metrics])).toEqual([]);
    expect(teams.lines.length).toBeGreaterThan(5);
    expect(found(teams.lines)).toEqual([]);
    expect(found(written)).toEqual([]);
  });

  it('is not sent back, and no way but the answer’s own is named', () => {
    const sent = teams.azure.delivered;
    expect(sent.length).toBeGreaterThan(10);
    expect(found(sent, ADDRESS)).toEqual([]);
    expect(found(teams.azure.asked.map(String))).toEqual([]);
  });
});
