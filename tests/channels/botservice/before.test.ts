/** Whoever has no good token is told before their body is read; whoever has one is believed by the keys of the guard. */
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTeams, type Teams } from './teams.ts';

const PATIENCE = 60_000;
/** The server gives a body 15 seconds. */
const AT_ONCE = 5_000;

let teams: Teams;
beforeEach(async () => {
  teams = await startTeams();
  teams.at = Date.now();
}, PATIENCE);
afterEach(async () => {
  vi.useRealTimers();
  await teams.close();
});

/** A call whose body is told of and never sent. */
function begun(token: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(`${teams.url}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': 200_000,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    call.once('error', reject);
    call.once('response', (answer) => {
      resolve(answer.statusCode ?? 0);
      call.destroy();
    });
    call.flushHeaders();
  });
}

describe('before the body is read', () => {
  const wrong: [string, () => Promise<string> | string | undefined][] = [
    ['is missing', () => undefined],
    ['is no token', () => 'nonsense'],
    ['is signed by a stranger', () => teams.azure.sign({}, {}, 'stranger')],
    ['is of another issuer', () => teams.azure.sign({ iss: 'https://login.example' })],
    ['is for another bot', () => teams.azure.sign({ aud: 'another' })],
    ['has expired', () => teams.azure.sign({ exp: 1, nbf: 0 })],
  ];
  it.each(wrong)('a token that %s is refused', async (_name, make) => {
    const started = performance.now();
    expect(await begun(await make())).toBe(401);
    expect(performance.now() - started).toBeLessThan(AT_ONCE);
  });
});

describe('the keys', () => {
  it('are asked for by the guard alone: what failed between does not refuse a signed call', async () => {
    teams.azure.hideMetadata();
    for (const text of ['hello', 'he is hurting me right now'])
      expect((await teams.post(teams.activity({ text }))).status).toBe(200);
  });

  it('may be new: who is signed with one is believed', async () => {
    expect((await teams.post(teams.activity({ text: 'hello' }))).status).toBe(200);
    await teams.azure.rotate();
    // One that nobody knows is looked for at most every half minute.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 });
    expect((await teams.post(teams.activity({ text: 'he is hurting me right now' }))).status).toBe(200);
  });
});
