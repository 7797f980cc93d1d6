/** Proves tokens of Microsoft Entra ID (version 2.0): who signed, for whom, from which tenant, for a person, until when. */
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type Home, personOf, staffOf } from './person.ts';
import { StaffRefusal } from './refusals.ts';
import { NotAllowed, type Refused, type Staff } from './staff.ts';

/** Does some work when it is its turn. @throws StaffRefusal('busy') when its turn does not come */
export type Wait = <T>(work: () => Promise<T>) => Promise<T>;

/** Finds the key that signed a token: at once where it is at hand; what must be fetched waits its turn. */
export type Keys = (
  header: Parameters<JWTVerifyGetKey>[0],
  token: Parameters<JWTVerifyGetKey>[1],
  wait: Wait,
) => ReturnType<JWTVerifyGetKey>;

/** Proves a token. @throws NotAllowed with a code, whatever is wrong with it */
export type TokenCheck = (token: string | undefined, wait?: Wait) => Promise<Staff>;

export interface TokenRules extends Home {
  /** Our application (client) id; access tokens for us carry it as their audience. */
  readonly audience: string;
  /** The applications that may ask in a person's name: our own page, Teams. */
  readonly clients: readonly string[];
  readonly scope: string;
  readonly keys: Keys;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Entra's own are 2 to 4 KB. */
const LONGEST = 16 * 1024;
const SKEW_S = 60;
/** An access token lives for some 80 minutes; one that says it lives for days is none of Entra's. */
const LONGEST_LIFE_S = 24 * 3_600;

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
  // A key may be written in several ways: "\u0072oles" is "roles".
  const keys = [...text.matchAll(/("(?:[^"\\]|\\.)*")\s*:/g)].map(([, key]) => JSON.parse(key ?? ''));
  return CLAIMS.every((claim) => keys.indexOf(claim) === keys.lastIndexOf(claim));
}

function checkLife({ iat, nbf, exp }: JWTPayload): void {
  if (typeof exp !== 'number' || typeof iat !== 'number') throw new NotAllowed('bad-token');
  if (exp - (nbf ?? iat) > LONGEST_LIFE_S || exp <= iat) throw new NotAllowed('bad-token');
}

/** @returns what tells who an access token is for */
export function createTokenCheck(rules: TokenRules): TokenCheck {
  return async (token, wait = (work) => work()) => {
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
    const keys: JWTVerifyGetKey = (header, jws) => rules.keys(header, jws, wait);
    const { payload } = await jwtVerify(token, keys, options).catch((error: unknown) => {
      throw error instanceof StaffRefusal ? error : new NotAllowed(refusedBy(error));
    });
    if (!saysOnce(token)) throw new NotAllowed('bad-token');
    checkLife(payload);
    const person = personOf(payload, rules);
    const { azp, scp } = payload as Record<string, unknown>;
    if (typeof azp !== 'string' || !rules.clients.includes(azp)) throw new NotAllowed('wrong-client');
    if (typeof scp !== 'string' || !scp.split(' ').includes(rules.scope)) throw new NotAllowed('no-scope');
    return staffOf(person, payload.roles);
  };
}
