/** Tokens of ours, and all those that are not exactly ours. */
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { exportJWK, type JWK } from 'jose';

export const TENANT = '11111111-2222-3333-4444-555555555555';
export const OID = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
export const US = '22222222-2222-3333-4444-555555555555';
export const TEAMS = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
export const SCOPE = 'access_as_user';
/** When they are looked at. */
export const NOW = Date.parse('2026-11-24T10:00:00Z');
export const S = NOW / 1000;

const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** What the provider publishes. */
export const publicKeys = async (): Promise<JWK[]> => [
  { ...(await exportJWK(ours.publicKey)), kid: 'key-1', use: 'sig' },
  { ...(await exportJWK(curve.publicKey)), kid: 'key-2', use: 'sig' },
];

const HEADER = { alg: 'RS256', typ: 'JWT', kid: 'key-1' };
const b64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
function signed(header: unknown, claims: unknown, key: KeyObject = ours.privateKey, hash = 'sha256'): string {
  const open = `${b64(header)}.${b64(claims)}`;
  return `${open}.${createSign(hash).update(open).sign(key).toString('base64url')}`;
}

/** @param ISSUER whom they say they are from: https://login.microsoftonline.com/<tenant>/v2.0 */
export function tokensOf(ISSUER: string) {
  const CLAIMS = {
    iss: ISSUER,
    aud: US,
    tid: TENANT,
    oid: OID,
    ver: '2.0',
    azp: US,
    scp: SCOPE,
    idtyp: 'user',
    roles: ['Editor'],
    iat: S - 60,
    nbf: S - 60,
    exp: S + 3_600,
  };

  const says = (change: object) => signed(HEADER, { ...CLAIMS, ...change });
  const heads = (change: object) => signed({ ...HEADER, ...change }, CLAIMS);
  const without = (claim: string) =>
    signed(HEADER, Object.fromEntries(Object.entries(CLAIMS).filter(([key]) => key !== claim)));
  const hmac = (alg: string, key: string | Buffer) => {
    const open = `${b64({ ...HEADER, alg })}.${b64(CLAIMS)}`;
    return `${open}.${createHmac(`sha${alg.slice(2)}`, key)
      .update(open)
      .digest('base64url')}`;
  };
  const text = JSON.stringify(CLAIMS);
  const twice = (claim: string, value: unknown) =>
    signed(HEADER, `{${JSON.stringify(claim)}:${JSON.stringify(value)},${text.slice(1)}`);
  const good = signed(HEADER, CLAIMS);
  const [head = '', body = '', seal = ''] = good.split('.');
  const pem = ours.publicKey.export({ type: 'spki', format: 'pem' });
  const der = ours.publicKey.export({ type: 'spki', format: 'der' });

  const HOSTILE: Readonly<Record<string, string>> = {
    empty: '',
    word: 'token',
    'two parts': `${head}.${body}`,
    'four parts': `${good}.x`,
    'five parts, as an encrypted one': `${good}.${head}.${body}`,
    'no signature': `${head}.${body}.`,
    'no body': `${head}..${seal}`,
    'trailing space': `${good} `,
    'trailing line end': `${good}\n`,
    'trailing NUL': `${good}\0`,
    'padding in it': `${head}=.${body}.${seal}`,
    'signature of plain base64': `${head}.${body}.${seal}+/`,
    'header that is no JSON': `${b64('{')}.${body}.${seal}`,
    'header that is null': `${b64('null')}.${body}.${seal}`,
    'header that is a list': `${b64('[]')}.${body}.${seal}`,
    'body that is no JSON': signed(HEADER, '{"iss":'),
    'body that is a string': signed(HEADER, '"x"'),
    '64 KB': says({ more: 'x'.repeat(65_536) }),
    'alg none': `${b64({ ...HEADER, alg: 'none' })}.${body}.`,
    'alg None': `${b64({ ...HEADER, alg: 'None' })}.${body}.`,
    'alg nOnE with a signature': heads({ alg: 'nOnE' }),
    'alg missing': signed({ typ: 'JWT', kid: 'key-1' }, CLAIMS),
    'alg as a list': heads({ alg: ['RS256'] }),
    'HS256 with our public key as PEM': hmac('HS256', pem),
    'HS256 with our public key as DER': hmac('HS256', der),
    'HS512 with our public key': hmac('HS512', pem),
    'HS256 with an empty key': hmac('HS256', ''),
    RS384: signed({ ...HEADER, alg: 'RS384' }, CLAIMS, ours.privateKey, 'sha384'),
    'RS512 signature under RS256': signed(HEADER, CLAIMS, ours.privateKey, 'sha512'),
    'PS256 named': heads({ alg: 'PS256' }),
    ES256: signed({ ...HEADER, alg: 'ES256' }, CLAIMS, curve.privateKey),
    'ES256 with r = s = 0': `${b64({ ...HEADER, alg: 'ES256' })}.${body}.${Buffer.alloc(64).toString('base64url')}`,
    'signature of zeros': `${head}.${body}.${Buffer.alloc(256).toString('base64url')}`,
    'signed by another key': signed(HEADER, CLAIMS, other.privateKey),
    'kid unknown': heads({ kid: 'key-9' }),
    'kid missing': signed({ alg: 'RS256', typ: 'JWT' }, CLAIMS),
    'kid with a path': heads({ kid: '../../dev/null' }),
    'kid with SQL': heads({ kid: "x' union select 'key" }),
    'kid as a number': heads({ kid: 1 }),
    jku: heads({ jku: 'https://evil.example/keys' }),
    x5u: heads({ x5u: 'https://evil.example/cert' }),
    jwk: heads({ jwk: other.publicKey.export({ format: 'jwk' }) }),
    x5c: heads({ x5c: ['MIIB'] }),
    crit: heads({ crit: ['exp'] }),
    'b64 false': heads({ b64: false }),
    zip: heads({ zip: 'DEF' }),
    'typ of another kind': heads({ typ: 'logout+jwt' }),
    'nested: cty JWT around another': signed(HEADER, good),
    'body changed': `${head}.${b64({ ...CLAIMS, roles: ['SafeguardingLead'] })}.${seal}`,
    'issuer of version 1': says({ iss: `https://sts.windows.net/${TENANT}/` }),
    'issuer common': says({ iss: 'https://login.microsoftonline.com/common/v2.0' }),
    'issuer of another tenant': says({ iss: ISSUER.replace('1111', '9999') }),
    'issuer with more behind it': says({ iss: `${ISSUER}/evil` }),
    'issuer missing': without('iss'),
    'tenant of others': says({ tid: '99999999-2222-3333-4444-555555555555' }),
    'tenant missing': without('tid'),
    'audience of others': says({ aud: 'https://graph.microsoft.com' }),
    'audience as a list with us in it': says({ aud: [US, 'https://graph.microsoft.com'] }),
    'audience missing': without('aud'),
    expired: says({ iat: S - 9_000, nbf: S - 9_000, exp: S - 61 }),
    'expiry missing': without('exp'),
    'expiry as text': says({ exp: `${S + 3_600}` }),
    'expiry in milliseconds': says({ exp: NOW + 3_600_000 }),
    'for a year': says({ exp: S + 365 * 86_400 }),
    'not yet': says({ nbf: S + 120 }),
    'issued-at missing': without('iat'),
    'an ID token': signed(
      HEADER,
      Object.fromEntries(
        Object.entries({ ...CLAIMS, nonce: 'n' }).filter(([key]) => key !== 'scp' && key !== 'azp'),
      ),
    ),
    "an application's own, by idtyp": says({ idtyp: 'app' }),
    "an application's own, without scope": without('scp'),
    'scope of others': says({ scp: 'User.Read' }),
    'scope that only begins as ours': says({ scp: 'access_as_user2' }),
    'a guest, by acct': says({ acct: 1 }),
    'a guest, by idp': says({ idp: 'https://sts.windows.net/99999999-2222-3333-4444-555555555555/' }),
    'client of others': says({ azp: 'another-client' }),
    'client missing': without('azp'),
    'version 1': says({ ver: '1.0' }),
    'object id missing': without('oid'),
    'object id that is no id': says({ oid: 'boss@wiltshire.gov.uk' }),
    'an e-mail instead of an object id': signed(HEADER, {
      ...CLAIMS,
      oid: undefined,
      email: 'boss@wiltshire.gov.uk',
      upn: 'boss@wiltshire.gov.uk',
    }),
    'roles twice': twice('roles', ['SafeguardingLead']),
    'roles twice, once written otherwise': signed(
      HEADER,
      `{"\\u0072oles":["SafeguardingLead"],${text.slice(1)}`,
    ),
    'tenant twice': twice('tid', '99999999-2222-3333-4444-555555555555'),
    'audience twice': twice('aud', 'x'),
  };
  const ROLELESS: Readonly<Record<string, string>> = {
    'no roles': without('roles'),
    'empty roles': says({ roles: [] }),
    'unknown roles': says({ roles: ['Admin', '__proto__', 'constructor'] }),
    'roles as text': says({ roles: 'Editor' }),
  };

  return { good, says, HOSTILE, ROLELESS };
}
