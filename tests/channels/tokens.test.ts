/** Only our own, living, signed tokens for this very conversation open a door. */
import { createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTokens } from '../../src/channels/directline/tokens.ts';
import { HELP, type Opened, ROOT, START, type Stage, serve } from './stage.ts';

const SECRET = new Uint8Array(32).fill(7);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const inAnHour = START / 1000 + 3600;

let stage: Stage;
let talk: Opened;
beforeEach(async () => {
  stage = await serve();
  talk = await stage.open();
});
afterEach(() => stage.close());

const forged = (conv: string): Record<string, string | Promise<string>> => ({
  'alg none': `${part({ alg: 'none' })}.${part({ conv, exp: inAnHour })}.`,
  'alg none with a signature': `${part({ alg: 'none' })}.${part({ conv, exp: inAnHour })}.AAAA`,
  'another secret': new SignJWT({ conv })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(inAnHour)
    .sign(new Uint8Array(32).fill(8)),
  'another algorithm': new SignJWT({ conv })
    .setProtectedHeader({ alg: 'HS384' })
    .setExpirationTime(inAnHour)
    .sign(new Uint8Array(64).fill(7)),
  'no end': new SignJWT({ conv }).setProtectedHeader({ alg: 'HS256' }).sign(SECRET),
  'no conversation': new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(inAnHour)
    .sign(SECRET),
  'a number for a conversation': new SignJWT({ conv: 7 })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(inAnHour)
    .sign(SECRET),
  'a changed payload': `${talk.token.split('.')[0]}.${part({ conv, exp: inAnHour + 9 })}.${talk.token.split('.')[2]}`,
  'crit header': (() => {
    const head = `${part({ alg: 'HS256', crit: ['x'], x: 1 })}.${part({ conv, exp: inAnHour })}`;
    return `${head}.${createHmac('sha256', SECRET).update(head).digest('base64url')}`;
  })(),
  'no token at all': 'undefined',
  'a long one': `${'a'.repeat(200)}.${'b'.repeat(200)}.${'c'.repeat(200)}`,
});
const KINDS = [
  'alg none',
  'alg none with a signature',
  'another secret',
  'another algorithm',
  'no end',
  'no conversation',
  'a number for a conversation',
  'a changed payload',
  'crit header',
  'no token at all',
  'a long one',
];

describe('a token', () => {
  it.each(KINDS)('is refused everywhere: %s', async (kind) => {
    const bad = await forged(talk.conversationId)[kind];
    const path = `${ROOT}/conversations/${talk.conversationId}`;
    const answers = await Promise.all([
      stage.call('POST', `${path}/activities`, bad, { type: 'message', text: 'x' }),
      stage.call('GET', `${path}/activities`, bad),
      stage.call('GET', path, bad),
      stage.call('POST', `${path}/upload`, bad),
      stage.call('POST', `${ROOT}/tokens/refresh`, bad),
      stage.call('POST', `${ROOT}/conversations`, bad),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    const body = await answers[0]?.json();
    expect(body).toEqual({
      error: { code: 'bad-token', message: expect.any(String) },
      help: { text: HELP },
    });
    expect(stage.asked.filter(({ text }) => text === 'x')).toEqual([]);
  });

  it('is asked for: 401 without one', async () => {
    const path = `${ROOT}/conversations/${talk.conversationId}`;
    for (const answer of [
      await stage.call('POST', `${path}/activities`, undefined, { type: 'message', text: 'x' }),
      await stage.call('GET', `${path}/activities`),
      await stage.call('GET', path),
      await stage.call('POST', `${ROOT}/tokens/refresh`),
    ]) {
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect((await answer.json()).help.text).toBe(HELP);
    }
  });

  it('opens its own conversation only', async () => {
    const other = await stage.open();
    const path = `${ROOT}/conversations/${talk.conversationId}`;
    expect((await stage.call('GET', `${path}/activities`, other.token)).status).toBe(403);
    expect((await stage.say({ ...talk, token: other.token }, 'x')).status).toBe(403);
    expect((await stage.call('GET', `${ROOT}/conversations/unknown/activities`, talk.token)).status).toBe(
      403,
    );
  });

  it('lives half an hour, and longer when it is refreshed', async () => {
    const long = await serve({ times: { idleMs: 60 * 60_000, lifeMs: 120 * 60_000 } });
    const first = await long.open();
    long.tick(29 * 60_000);
    const answer = await long.call('POST', `${ROOT}/tokens/refresh`, first.token);
    const { conversationId, token, expires_in } = await answer.json();
    expect([answer.status, conversationId, expires_in]).toEqual([200, first.conversationId, 1800]);
    long.tick(2 * 60_000);
    expect((await long.say(first, 'x')).status).toBe(403);
    expect((await long.say({ ...first, token }, 'x')).status).toBe(200);
    await long.close();
  });

  it('is not refreshed once its conversation is over', async () => {
    stage.tick(16 * 60_000);
    expect((await stage.call('POST', `${ROOT}/tokens/refresh`, talk.token)).status).toBe(404);
  });
});

it('a token is good for another instance with the same secret, until it ends', async () => {
  const claims = { conversation: 'a', ends: START / 1000 + 1800 };
  const token = await createTokens(SECRET, () => START).sign(claims);
  expect(await createTokens(SECRET, () => START).verify(token)).toEqual(claims);
  expect(await createTokens(SECRET, () => START + 30 * 60_000).verify(token)).toBeUndefined();
  expect(await createTokens(new Uint8Array(32), () => START).verify(token)).toBeUndefined();
});
