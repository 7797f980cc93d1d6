/** Proves tokens of Microsoft Entra ID (version 2.0): who signed, for whom, from which tenant, for a person, until when. */
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { NotAllowed, type Refused, rolesOf, type Staff } from './staff.ts';

export interface TokenRules {
  /** https://login.microsoftonline.com/<tenant>/v2.0 */
  readonly issuer: string;
  /** Our application (client) id; access tokens for us carry it as their audience. */
  readonly audience: string;
  readonly tenant: string;
  /** The applications that may ask in a person's name: our own page, Teams. */
  readonly clients: readonly string[];
  readonly scope: string;
  readonly keys: JWTVerifyGetKey;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Entra's own are 2 to 4 KB. */
const LONGEST = 16 * 1024;
const SKEW_S = 60;
/** An access token lives for some 80 minutes; one that says it lives for days is none of Entra's. */
const LONGEST_LIFE_S = 24 * 3_600;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Headers by which a token would name its own key. */
const OWN_KEY = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64', 'zip'] as const;

function refusedBy(error: unknown): Refused {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'wrong-audience';
    if (error.claim === 'iss') return 'wrong-tenant';
  }
  return 'bad-token';
}

/** Three parts of plain base64url, a small header that asks for RS256 and names no key of its own. */
function lookAt(token: string): void {
  if (token.length > LONGEST || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) throw new NotAllowed('bad-token');
  let header: Record<string, unknown>;
  try {
    header = JSON.parse(Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString('utf8'));
  } catch {
    throw new NotAllowed('bad-token');
  }
  if (header === null || typeof header !== 'object') throw new NotAllowed('bad-token');
  const { alg, typ, kid } = header;
  const plain = typeof kid === 'string' && /^[\w-]{1,128}$/.test(kid);
  const known = alg === 'RS256' && (typ === undefined || typ === 'JWT' || typ === 'at+jwt');
  if (!known || !plain || OWN_KEY.some((name) => Object.hasOwn(header, name)))
    throw new NotAllowed('bad-token');
}

/** What we decide by. */
const CLAIMS = [
  'iss',
  'aud',
  'tid',
  'oid',
  'exp',
  'nbf',
  'iat',
  'azp',
  'scp',
  'roles',
  'idtyp',
  'acct',
  'idp',
  'ver',
];

/** Of two equal keys JSON.parse takes the last, others the first: a signed token has no reason to have two. */
function saysOnce(token: string): boolean {
  const text = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  const keys = [...text.matchAll(/"((?:[^"\\]|\\.)*)"\s*:/g)].map(([, key]) => key);
  return CLAIMS.every((claim) => keys.indexOf(claim) === keys.lastIndexOf(claim));
}

function checkLife({ iat, nbf, exp }: JWTPayload): void {
  if (typeof exp !== 'number' || typeof iat !== 'number') throw new NotAllowed('bad-token');
  if (exp - (nbf ?? iat) > LONGEST_LIFE_S || exp <= iat) throw new NotAllowed('bad-token');
}

/** A person of our own tenant: no application, no guest. */
function personOf(claims: JWTPayload, { tenant, issuer }: TokenRules): string {
  const { tid, oid, idtyp, acct, idp } = claims as Record<string, unknown>;
  if (tid !== tenant) throw new NotAllowed('wrong-tenant');
  if (typeof oid !== 'string' || !GUID.test(oid)) throw new NotAllowed('not-a-person');
  const app = idtyp !== undefined && idtyp !== 'user';
  const guest = (acct !== undefined && acct !== 0) || (idp !== undefined && idp !== issuer);
  if (app || guest) throw new NotAllowed('not-a-person');
  return `${tenant}/${oid}`;
}

/**
 * @returns a function from an access token to who it is for
 * @throws NotAllowed (from that function) with a code, whatever is wrong with the token
 */
export function createTokenCheck(rules: TokenRules): (token: string | undefined) => Promise<Staff> {
  return async (token) => {
    if (!token) throw new NotAllowed('no-token');
    lookAt(token);
    const options = {
      issuer: rules.issuer,
      audience: rules.audience,
      algorithms: ['RS256'],
      clockTolerance: SKEW_S,
      currentDate: new Date(rules.now()),
      requiredClaims: ['exp', 'iat', 'tid', 'oid'],
    };
    const { payload } = await jwtVerify(token, rules.keys, options).catch((error: unknown) => {
      throw new NotAllowed(refusedBy(error));
    });
    if (Array.isArray(payload.aud) || !saysOnce(token)) throw new NotAllowed('bad-token');
    checkLife(payload);
    const person = personOf(payload, rules);
    const { azp, scp, ver } = payload as Record<string, unknown>;
    if (ver !== '2.0') throw new NotAllowed('bad-token');
    if (typeof azp !== 'string' || !rules.clients.includes(azp)) throw new NotAllowed('wrong-client');
    if (typeof scp !== 'string' || !scp.split(' ').includes(rules.scope)) throw new NotAllowed('no-scope');
    const roles = rolesOf(payload.roles);
    if (roles.length === 0) throw new NotAllowed('no-role');
    return { person, roles };
  };
}
