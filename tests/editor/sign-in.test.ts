/** Signing in at a real OpenID provider of our own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignIn, type SignIn } from '../../src/editor/sign-in.ts';
import { type OpenIdProvider, startProvider, TENANT } from './provider.ts';

const BACK = 'https://signpost.example/editor/signed-in';
/** As Entra tells it: its object ids are GUIDs. */
const OID = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const PERSON = { ver: '2.0', tid: TENANT, oid: OID, roles: ['Editor'] };
let provider: OpenIdProvider;
let clock = Date.now();
beforeAll(async () => {
  provider = await startProvider(BACK);
});
afterAll(() => provider.close());

const fresh = (): SignIn =>
  createSignIn({
    issuer: provider.issuer,
    tenant: TENANT,
    clientId: 'us',
    clientSecret: 'secret',
    back: BACK,
    now: () => clock,
    insecure: true,
  });
const through = (to: string) => provider.through(to);

describe('signing in', () => {
  it('gives tenant, object id and roles, and nothing else', async () => {
    provider.claims = { ...PERSON, email: 'x@y', name: 'Z' };
    const signIn = fresh();
    const { to, cookie } = await signIn.begin();
    expect(to).toMatch(/code_challenge_method=S256/);
    expect(await signIn.finish(await through(to), cookie)).toEqual({
      person: `${TENANT}/${OID}`,
      roles: ['editor'],
    });
  });

  it.each([
    ['of another tenant', { tid: '9' }, 'wrong-tenant'],
    ['a guest', { acct: 1 }, 'not-a-person'],
    ['a guest of another tenant', { idp: 'https://sts.windows.net/9/' }, 'not-a-person'],
    ['a guest with an account of their own', { idp: 'live.com' }, 'not-a-person'],
    ['an application', { idtyp: 'app' }, 'not-a-person'],
    ['of version 1', { ver: '1.0' }, 'bad-token'],
    ['with an object id that is none', { oid: 'boss@wiltshire.gov.uk' }, 'not-a-person'],
    ['without an object id', { oid: undefined }, 'not-a-person'],
    ['without a role', { roles: ['Boss'] }, 'no-role'],
  ])('%s is refused', async (_, change, code) => {
    provider.claims = { ...PERSON, ...change };
    const signIn = fresh();
    const { to, cookie } = await signIn.begin();
    await expect(signIn.finish(await through(to), cookie)).rejects.toMatchObject({ code });
  });

  it('once: a second use of the answer, another cookie, another state and a late answer are refused', async () => {
    provider.claims = PERSON;
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
