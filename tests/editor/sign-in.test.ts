/** Signing in at a real OpenID provider of our own. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignIn, type SignIn } from '../../src/editor/sign-in.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const BACK = 'https://signpost.example/editor/signed-in';
let server: Server;
let issuer: string;
/** What the provider says of the person who signs in. */
let claims: Record<string, unknown>;
const PERSON = { tid: TENANT, oid: 'aaaa-bbbb', roles: ['Editor'] };
let clock = Date.now();

beforeAll(async () => {
  const { createServer } = await import('node:http');
  server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'us',
        client_secret: 'secret',
        redirect_uris: [BACK],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub', 'tid', 'oid', 'roles', 'acct'] },
    conformIdTokenClaims: false,
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...claims }),
    }),
    pkce: { required: () => true },
  } as never);
  server.on('request', provider.callback());
});
afterAll(() => void server.close());

const fresh = (): SignIn =>
  createSignIn({
    issuer,
    tenant: TENANT,
    clientId: 'us',
    clientSecret: 'secret',
    back: BACK,
    now: () => clock,
    insecure: true,
  });

/** Clicks through the provider's own development pages, as a browser with its cookies would. */
async function through(to: string): Promise<string> {
  const jar = new Map<string, string>();
  let address = to;
  let method = 'GET';
  let body: string | undefined;
  for (let n = 0; n < 12; n += 1) {
    if (address.startsWith(BACK)) return address;
    const answer = await fetch(address, {
      method,
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; '),
        ...(body && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body && { body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const next = answer.headers.get('location');
    if (next) {
      [address, method, body] = [new URL(next, address).href, 'GET', undefined];
      continue;
    }
    const html = await answer.text();
    const form = /<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? '';
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
    [address, method, body] = [
      new URL(form, address).href,
      'POST',
      `prompt=${prompt}&login=person&password=x`,
    ];
  }
  throw new Error('the provider never came back');
}

describe('signing in', () => {
  it('gives tenant, object id and roles, and nothing else', async () => {
    claims = { ...PERSON, email: 'x@y', name: 'Z' };
    const signIn = fresh();
    const { to, cookie } = await signIn.begin();
    expect(to).toMatch(/code_challenge_method=S256/);
    expect(await signIn.finish(await through(to), cookie)).toEqual({
      person: `${TENANT}/aaaa-bbbb`,
      roles: ['editor'],
    });
  });

  it.each([
    ['of another tenant', { tid: '9' }, 'wrong-tenant'],
    ['a guest', { acct: 1 }, 'not-a-person'],
    ['without an object id', { oid: undefined }, 'not-a-person'],
    ['without a role', { roles: ['Boss'] }, 'no-role'],
  ])('%s is refused', async (_, change, code) => {
    claims = { ...PERSON, ...change };
    const signIn = fresh();
    const { to, cookie } = await signIn.begin();
    await expect(signIn.finish(await through(to), cookie)).rejects.toMatchObject({ code });
  });

  it('once: a second use of the answer, another cookie, another state and a late answer are refused', async () => {
    claims = PERSON;
    const signIn = fresh();
    const first = await signIn.begin();
    const back = await through(first.to);
    await expect(signIn.finish(back, undefined)).rejects.toMatchObject({ code: 'expired' });
    const second = await signIn.begin();
    await expect(signIn.finish(back, second.cookie)).rejects.toMatchObject({ code: 'bad-token' });
    await signIn.finish(back, first.cookie);
    await expect(signIn.finish(back, first.cookie)).rejects.toMatchObject({ code: 'expired' });
    const third = await signIn.begin();
    const late = await through(third.to);
    clock += 11 * 60_000;
    await expect(signIn.finish(late, third.cookie)).rejects.toMatchObject({ code: 'expired' });
  });

  it('a provider that is away is an error now, and none for ever', async () => {
    const signIn = createSignIn({
      issuer: 'http://127.0.0.1:9',
      tenant: TENANT,
      clientId: 'us',
      clientSecret: 's',
      back: BACK,
      now: Date.now,
      insecure: true,
    });
    await expect(signIn.begin()).rejects.toThrow();
    await expect(signIn.begin()).rejects.toThrow();
  });
});
