/** Signing in as a browser does: at a real OpenID provider, with real cookies, over HTTP. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenIdProvider, registeredAt, startProvider, TENANT } from './provider.ts';
import { cookieFrom, folder, type Place, type Rig, rig } from './rig.ts';

/** As Entra tells it: its object ids are GUIDs. */
const OID = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const PERSON = { ver: '2.0', tid: TENANT, oid: OID, roles: ['Editor', 'Approver'] };

/** The address must be known before the server is there: the provider sends people back to it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

let place: Place;
let provider: OpenIdProvider;
let at: Rig;
let base: string;
beforeAll(async () => {
  place = await folder();
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  provider = await startProvider(`${base}/editor/signed-in`);
  at = await rig(place, {
    config: { entra: registeredAt(provider.issuer), publicUrl: base },
    server: { config: { port, publicUrl: base } },
  });
});
afterAll(async () => {
  await at.stop();
  provider.close();
  await place.clear();
});

const open = (path: string, cookie = ''): Promise<Response> =>
  fetch(path.startsWith('http') ? path : `${base}${path}`, { redirect: 'manual', headers: { cookie } });
const begin = async (): Promise<{ back: string; state: string; answer: Response }> => {
  const answer = await open('/editor/sign-in');
  const to = answer.headers.get('location') ?? '';
  return { answer, state: cookieFrom(answer, 'signpost-sign-in'), back: await provider.through(to) };
};

describe('a person', () => {
  it('goes to Entra, comes back, and is signed in', async () => {
    provider.claims = PERSON;
    const { answer, state, back } = await begin();
    expect(answer.status).toBe(303);
    const [line = ''] = answer.headers.getSetCookie();
    expect(line).toMatch(/; Path=\/editor; HttpOnly; SameSite=Lax; Max-Age=600$/);
    const signedIn = await open(back, state);
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/editor']);
    const cookies = signedIn.headers.getSetCookie();
    expect(cookies[0]).toMatch(/^signpost-staff=[\w-]{32}; Path=\/editor; HttpOnly; SameSite=Strict$/);
    expect(cookies[1]).toMatch(/^signpost-sign-in=; .*Max-Age=0$/);
    const { body } = await at.person(cookieFrom(signedIn), '').get('/desk');
    expect(body.me).toMatchObject({
      person: `${TENANT}/${OID}`,
      roles: ['editor', 'approver'],
      local: false,
    });
    const person = at.person(cookieFrom(signedIn), body.me.csrf);
    const { entries } = (await person.get('/trail')).body;
    expect(entries.at(-1)).toMatchObject({
      did: 'sign-in',
      who: `${TENANT}/${OID}`,
      about: { how: 'entra' },
    });

    expect((await person.post('/sign-out')).status).toBe(200);
    expect((await person.get('/desk')).status).toBe(401);
  });

  it('with the cookie of another sign-in, or a second time, is not', async () => {
    provider.claims = PERSON;
    const one = await begin();
    const two = await begin();
    for (const cookie of ['', two.state]) {
      const refused = await open(one.back, cookie);
      expect([refused.status, cookieFrom(refused)]).toEqual([401, '']);
      expect(await refused.text()).toContain('Sign in again');
    }
    expect((await open(one.back, one.state)).status).toBe(303);
    expect((await open(one.back, one.state)).status).toBe(401);
  });

  it.each([
    ['of another tenant', { tid: '9' }, 401, 'wrong-tenant'],
    ['a guest', { acct: 1 }, 401, 'not-a-person'],
    ['without a role', { roles: ['Boss'] }, 403, 'no-role'],
  ])('%s reads why not', async (_, change, status, code) => {
    provider.claims = { ...PERSON, ...change };
    const { state, back } = await begin();
    const refused = await open(back, state);
    expect([refused.status, cookieFrom(refused)]).toEqual([status, '']);
    expect(refused.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(at.log.at(-1)).toContain(`"code":"${code}"`);
  });

  it('cannot sign in while the provider is away, and reads so', async () => {
    const away = registeredAt('http://127.0.0.1:9');
    const other = await rig(place, { desk: at.desk, config: { entra: away, publicUrl: base } });
    const answer = await fetch(`${other.url}/editor/sign-in`);
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('does not answer')]);
    await other.stop();
  });
});

it('with an address of https the cookies are for https alone', async () => {
  const https = { publicUrl: 'https://signpost.example' };
  const entra = registeredAt(provider.issuer);
  const other = await rig(place, { desk: at.desk, config: { entra, ...https }, server: { config: https } });
  const answer = await fetch(`${other.url}/editor/sign-in`, { redirect: 'manual' });
  expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure$/);
  await other.stop();
});
