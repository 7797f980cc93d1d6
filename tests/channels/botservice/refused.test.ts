/** Calls that are not from the Bot Service, not for this bot, not from our tenant, or not the first of their kind. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { APP, ISSUER, KID, type Sent, TENANT } from './azure.ts';
import { startTeams, type Teams } from './teams.ts';

const PATIENCE = 60_000;
let teams: Teams;
const written: string[] = [];

beforeAll(async () => {
  for (const way of ['log', 'error', 'warn', 'info'] as const)
    vi.spyOn(console, way).mockImplementation((...words) => void written.push(words.map(String).join(' ')));
  teams = await startTeams({ endorsements: ['msteams'] });
  teams.at = Date.now();
}, PATIENCE);
afterAll(async () => {
  vi.restoreAllMocks();
  await teams.close();
});

const b64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (): number => Math.floor(Date.now() / 1000);
const claims = () => ({ iss: ISSUER, aud: APP, serviceurl: teams.azure.url, exp: seconds() + 3600 });

/** Refused with this status, without a word to anybody, and without a stack or anything of the call in the answer. */
async function refused(activity: unknown, token: string, status: number, code: string): Promise<void> {
  const before = [teams.azure.delivered.length, teams.turns.length];
  const answer = await teams.post(activity, token);
  const body = await answer.text();
  expect([answer.status, JSON.parse(body).error.code]).toEqual([status, code]);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(body).not.toMatch(/\bat \S+:\d+|node_modules|Error:|29:one|a:one/);
  expect([teams.azure.delivered.length, teams.turns.length]).toEqual(before);
}

describe('a token', () => {
  it('that is right is taken', async () => {
    expect((await teams.post(teams.activity({ text: 'hello' }))).status).toBe(200);
  });

  it('that is missing: 401', () => refused(teams.activity(), '', 401, 'no-token'));

  const wrong: [string, () => Promise<string> | string][] = [
    ['is no token', () => 'nonsense'],
    ['has expired', () => teams.azure.sign({ exp: seconds() - 3600, nbf: seconds() - 7200 })],
    ['never expires', () => teams.azure.sign({ exp: undefined })],
    ['is not valid yet', () => teams.azure.sign({ nbf: seconds() + 3600, exp: seconds() + 7200 })],
    ['is for another bot', () => teams.azure.sign({ aud: 'another' })],
    ['is for several', () => teams.azure.sign({ aud: [APP, 'another'] })],
    ['is for nobody', () => teams.azure.sign({ aud: undefined })],
    ['is of another issuer', () => teams.azure.sign({ iss: 'https://api.botframework.com' })],
    ['is of Entra, for the emulator', () => teams.azure.sign({ iss: `https://sts.windows.net/${TENANT}/` })],
    ['is of another tenant', () => teams.azure.sign({ tid: 'another' })],
    ['is for answers elsewhere', () => teams.azure.sign({ serviceurl: 'http://127.0.0.1:9' })],
    ['says nothing of where answers go', () => teams.azure.sign({ serviceurl: undefined })],
    ['is signed by a stranger', () => teams.azure.sign({}, {}, 'stranger')],
    ['names a key that nobody has', () => teams.azure.sign({}, { kid: 'unknown' })],
    ['names no key', () => teams.azure.sign({}, { kid: undefined }, 'stranger')],
    ['is not signed', () => `${b64({ alg: 'none', kid: KID })}.${b64(claims())}.`],
    ['is not signed, with something there', () => `${b64({ alg: 'none', kid: KID })}.${b64(claims())}.AAAA`],
    [
      'is signed with a word',
      () => {
        const open = `${b64({ alg: 'HS256', kid: KID })}.${b64(claims())}`;
        return `${open}.${createHmac('sha256', 'word').update(open).digest('base64url')}`;
      },
    ],
    ['was changed', async () => (await teams.azure.sign()).replace(/\.[^.]+\./, `.${b64(claims())}.`)],
    ['has more after it', async () => `${await teams.azure.sign()}.AAAA`],
  ];
  it.each(wrong)('that %s: 401', async (_name, make) =>
    refused(teams.activity(), await make(), 401, 'not-signed'));

  it('whose key is for another channel: 401', async () =>
    refused(teams.activity({ channelId: 'webchat' }), await teams.azure.sign(), 401, 'not-signed'));

  const elsewhere: [string, object][] = [
    ['conversation', { conversation: { id: 'a:one', conversationType: 'personal', tenantId: 'another' } }],
    ['channel data', { channelData: { tenant: { id: 'another' } } }],
    ['conversation that is no word', { conversation: { id: 'a:one', tenantId: { toString: 1 } } }],
  ];
  it.each(elsewhere)('with another tenant in the %s: 401', async (_name, more) =>
    refused(teams.activity(more), await teams.azure.sign(), 401, 'not-signed'));
});

describe('a call', () => {
  it('is answered once', async () => {
    const activity = teams.activity({ text: 'hello' });
    expect((await teams.post(activity)).status).toBe(200);
    await refused(activity, await teams.azure.sign(), 401, 'replayed');
    // The same id in another conversation is another activity.
    const other = { ...activity, conversation: { id: 'a:two', conversationType: 'personal' } };
    expect((await teams.post(other)).status).toBe(200);
  });

  it('is answered once even when it comes twice at the same moment', async () => {
    const activity = teams.activity({ text: 'hello' });
    const answers = await Promise.all([teams.post(activity), teams.post(activity), teams.post(activity)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it('that was recorded is refused for good', async () => {
    const activity = teams.activity({ text: 'hello' });
    const token = await teams.azure.sign();
    expect((await teams.post(activity, token)).status).toBe(200);
    teams.at += 11 * 60_000;
    await refused(activity, token, 401, 'replayed');
  });

  it('that could not be answered may come again', async () => {
    const activity = teams.activity({ text: 'hello' });
    teams.azure.failing(403, 1_000);
    const lost = await teams.post(activity);
    expect([lost.status, JSON.parse(await lost.text()).error.code]).toEqual([502, 'reply-lost']);
    teams.azure.failing(200, 0);
    expect((await teams.post(activity)).status).toBe(200);
  });

  const shapes: [string, (activity: Sent) => unknown][] = [
    ['no type', ({ type: _, ...rest }) => rest],
    ['a type that is no word', (activity) => ({ ...activity, type: 7 })],
    ['no channel', ({ channelId: _, ...rest }) => rest],
    ['no conversation', ({ conversation: _, ...rest }) => rest],
    ['nowhere to answer to', ({ serviceUrl: _, ...rest }) => rest],
    ['a file to answer to', (activity) => ({ ...activity, serviceUrl: 'file:///etc/passwd' })],
    ['a text that is none', (activity) => ({ ...activity, text: { toString: 1 } })],
    ['attachments that are none', (activity) => ({ ...activity, attachments: 'x' })],
    ['a list', (activity) => [activity]],
    ['null', () => null],
  ];
  it.each(shapes)('with %s: 400', async (_name, change) =>
    refused(change(teams.activity()), await teams.azure.sign(), 400, 'bad-shape'));

  it('that is no JSON: 400', async () => refused('{"type":', await teams.azure.sign(), 400, 'bad-json'));

  it('that is nothing but depth: 400', async () =>
    refused(`${'['.repeat(100_000)}${']'.repeat(100_000)}`, await teams.azure.sign(), 400, 'bad-shape'));

  it('of another channel: 401', async () => {
    const webchat = teams.activity({ channelId: 'webchat' });
    await refused(webchat, await teams.azure.sign(), 401, 'not-signed');
  });

  it('that names no tenant: 401', async () => {
    const conversation = { conversationType: 'personal', id: 'a:nowhere' };
    const nowhere = teams.activity({ conversation, channelData: {} });
    await refused(nowhere, await teams.azure.sign(), 401, 'not-signed');
  });

  // Whoever put it there, it is not read: the person who writes is answered.
  const odd: [string, (activity: Sent) => unknown][] = [
    ['depth', (activity) => ({ ...activity, entities: JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`) })],
    [
      'a key named constructor',
      (activity) => ({ ...activity, channelData: { ...activity.channelData, constructor: 1 } }),
    ],
    [
      'a key named __proto__',
      (activity) => JSON.stringify(activity).replace('{', '{"__proto__":{"text":"x"},'),
    ],
    [
      'a long id',
      (activity) => ({
        ...activity,
        conversation: { ...activity.conversation, id: `a:${'x'.repeat(1_500)}` },
      }),
    ],
  ];
  it.each(odd)('with %s in it: answered', async (_name, change) =>
    expect((await teams.post(change(teams.activity({ text: 'help' })))).status).toBe(200));

  it('without an id and a time is answered each time', async () => {
    const { id: _, timestamp: __, ...activity } = teams.activity({ text: 'help' });
    for (let n = 0; n < 2; n += 1) expect((await teams.post(activity)).status).toBe(200);
  });

  it('that is too large: 413', async () =>
    refused(teams.activity({ text: 'x'.repeat(270_000) }), await teams.azure.sign(), 413, 'too-big'));
});

describe('without the keys', () => {
  it('nobody is believed, and it is told that the fault is ours', async () => {
    const cut = await startTeams();
    cut.at = Date.now();
    cut.azure.hideKeys();
    const answer = await cut.post(cut.activity({ text: 'hello' }));
    expect(answer.status).toBe(503);
    expect(cut.turns).toEqual([]);
    await cut.close();
  });
});

it('nothing of all this was written to the console', () => {
  expect(written).toEqual([]);
});
