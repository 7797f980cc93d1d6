/**
 * Proves that a call comes from the Bot Service, for this bot and from our tenant. The SDK is not asked: its own check
 * writes to the console, believes tokens of other kinds, remembers what forged ones name, and looks for new keys hourly.
 */
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { BotConfig } from '../../config.ts';
import { Refusal } from '../door.ts';
import type { Arrived } from './arrived.ts';

export interface GuardDeps {
  readonly settings: BotConfig;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Every activity of Teams names its tenant; those of other channels name none. */
const CHANNEL = 'msteams';

type Keys = ReturnType<typeof createRemoteJWKSet>;

const PATIENCE_MS = 2_000;
/** New keys are published days before they are used; one that is not known is looked for at once. */
const KEYS_MS = 24 * 3_600_000;
/** What the Bot Service's documents ask for. */
const SKEW_S = 5 * 60;

/** The keys are fetched when a call comes, and only from where the document about them lies. */
async function findKeys(metadataUrl: string): Promise<Keys> {
  const answer = await fetch(metadataUrl, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
  const { jwks_uri: at } = (await answer.json()) as { jwks_uri?: unknown };
  const url = new URL(String(at));
  if (!answer.ok || url.origin !== new URL(metadataUrl).origin) throw new Error('no keys');
  return createRemoteJWKSet(url, { timeoutDuration: PATIENCE_MS, cacheMaxAge: KEYS_MS });
}

/** A key may be good for some channels only. */
function isEndorsed(keys: Keys, kid: string | undefined, channel: string): boolean {
  const key = keys.jwks()?.keys.find((one) => one.kid === kid) as { endorsements?: unknown } | undefined;
  const endorsements = key?.endorsements;
  return !Array.isArray(endorsements) || endorsements.length === 0 || endorsements.includes(channel);
}

/** jose's own errors tell of the token, but for those about fetching. */
const isToken = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout) &&
  !(error instanceof errors.JWKSInvalid) &&
  error.code !== 'ERR_JOSE_GENERIC';

/**
 * Proves a token, before anything else of its call is read.
 * @returns what looks whether the rest of the call is what the token was given for; it throws Refusal `not-signed`
 * @throws Refusal `no-token`, `not-signed` for whatever is wrong with the token, `keys-away` when the fault is ours
 */
export type Guard = (token: string | undefined) => Promise<(call: Arrived) => void>;

/** @returns the guard; it first asks for the keys when a call comes */
export function createGuard({ settings, now }: GuardDeps): Guard {
  const { appId, issuer, metadataUrl } = settings;
  const tenant = settings.tenant.toLowerCase();
  let known: Promise<Keys> | undefined;
  const keysNow = async (): Promise<Keys> => {
    known ??= findKeys(metadataUrl);
    return known.catch(() => {
      known = undefined;
      throw new Refusal('keys-away');
    });
  };
  const isOurs = (one: string): boolean => one.toLowerCase() === tenant;
  const isFor = ({ serviceurl, serviceUrl = serviceurl, tid, aud }: JWTPayload, { way, tenants }: Arrived) =>
    aud === appId &&
    way.channel === CHANNEL &&
    serviceUrl === way.serviceUrl &&
    (tid === undefined || isOurs(String(tid))) &&
    tenants.length > 0 &&
    tenants.every(isOurs);

  return async (token) => {
    if (!token) throw new Refusal(token === undefined ? 'no-token' : 'not-signed');
    const keys = await keysNow();
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience: appId,
      algorithms: ['RS256'],
      clockTolerance: SKEW_S,
      currentDate: new Date(now()),
      requiredClaims: ['exp'],
    }).catch((error: unknown) => {
      throw new Refusal(isToken(error) ? 'not-signed' : 'keys-away');
    });
    return (call) => {
      if (!isFor(payload, call) || !isEndorsed(keys, protectedHeader.kid, call.way.channel))
        throw new Refusal('not-signed');
    };
  };
}
