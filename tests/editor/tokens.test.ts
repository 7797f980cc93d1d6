/** Every token that is not exactly ours is refused, with a code and nothing else. */
import { createLocalJWKSet } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { NotAllowed, type Staff } from '../../src/editor/staff.ts';
import { createTokenCheck } from '../../src/editor/tokens.ts';
import { NOW, OID, publicKeys, S, SCOPE, TEAMS, TENANT, tokensOf, US } from './hostile.ts';

const ISSUER = `https://login.microsoftonline.com/${TENANT}/v2.0`;
const { good, says, HOSTILE, ROLELESS } = tokensOf(ISSUER);

let check: (token: string | undefined) => Promise<Staff>;
beforeAll(async () => {
  const keys = await publicKeys();
  check = createTokenCheck({
    issuer: ISSUER,
    audience: US,
    tenant: TENANT,
    clients: [US, TEAMS],
    scope: SCOPE,
    keys: createLocalJWKSet({ keys }),
    now: () => NOW,
  });
});

const refusal = async (token: string | undefined): Promise<NotAllowed> => {
  const error = await check(token).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NotAllowed);
  return error as NotAllowed;
};

describe('a token', () => {
  it('of ours is taken: tenant and object id, and the roles we know', async () => {
    expect(await check(good)).toEqual({ person: `${TENANT}/${OID}`, roles: ['editor'] });
    expect(await check(says({ roles: ['Approver', 'X', 'Approver'], preferred_username: 'x@y' }))).toEqual({
      person: `${TENANT}/${OID}`,
      roles: ['approver'],
    });
    expect((await check(says({ azp: TEAMS, exp: S - 59, iat: S - 900 }))).roles).toEqual(['editor']);
  });

  it.each(Object.entries(HOSTILE))('%s: not signed in', async (_, token) => {
    const { status, message, code } = await refusal(token);
    expect([status, message]).toEqual([401, code]);
  });

  it.each(Object.entries(ROLELESS))('%s: not allowed', async (_, token) => {
    expect(await refusal(token)).toMatchObject({ status: 403, code: 'no-role' });
  });

  it('that is not there at all', async () => {
    expect(await refusal(undefined)).toMatchObject({ status: 401, code: 'no-token' });
  });
});
