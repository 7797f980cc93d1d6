/** The same hostile tokens, carried by real HTTP. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Entra, rigOf, startEntra } from './entra.ts';
import { OID, TENANT, tokensOf } from './hostile.ts';
import { folder, type Place, type Rig } from './rig.ts';

// Names only: each token is made again for the provider that the test starts.
const { HOSTILE, ROLELESS } = tokensOf('https://login.microsoftonline.com/x/v2.0');
/** White space around a header's value belongs to HTTP: it never reaches us. */
const TRIMMED = ['trailing space'];

let place: Place;
let entra: Entra;
let at: Rig;
let tokens: ReturnType<typeof tokensOf>;
beforeAll(async () => {
  place = await folder();
  entra = await startEntra();
  tokens = tokensOf(entra.config.issuer);
  at = await rigOf(entra, place);
});
afterAll(async () => {
  await at.stop();
  entra.close();
  await place.clear();
});

/** As bytes, since no client of HTTP would send some of them. */
async function statusOf(authorization: string): Promise<number> {
  const { hostname, port, host } = new URL(at.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `GET /editor/api/trail HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nAuthorization: ${authorization}\r\n\r\n`,
  );
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
}

describe('as bearer', () => {
  it('one of ours is taken', async () => {
    const { body } = await at.person('', '').call('GET', '/desk', undefined, {
      authorization: `Bearer ${tokens.good}`,
    });
    expect(body.me).toEqual({ person: `${TENANT}/${OID}`, roles: ['editor'], csrf: '', local: false });
  });

  it.each(Object.keys(HOSTILE).filter((name) => !TRIMMED.includes(name)))('%s', async (name) => {
    // Node itself refuses what is no header at all, or is longer than headers may be.
    expect([400, 401, 431]).toContain(await statusOf(`Bearer ${tokens.HOSTILE[name]}`));
  });

  it.each(Object.keys(ROLELESS))('%s', async (name) => {
    expect(await statusOf(`Bearer ${tokens.ROLELESS[name]}`)).toBe(403);
  });

  it.each(['Basic eDp5', 'Bearer', 'bearer x', 'Bearer a b', ''])('no bearer: "%s"', async (value) => {
    expect(await statusOf(value)).toBe(401);
  });

  it('the keys were fetched once, and not again for each unknown one', async () => {
    await Promise.all(Array.from({ length: 50 }, () => statusOf(`Bearer ${tokens.HOSTILE['kid unknown']}`)));
    expect(entra.fetched()).toBeLessThanOrEqual(2);
  });
});
