/** Signing in with Microsoft Entra ID: OpenID Connect, authorization code with PKCE. Nothing of it is kept afterwards. */
import { randomBytes } from 'node:crypto';
import { createRemoteJWKSet, errors } from 'jose';
import * as oidc from 'openid-client';
import { ExpiringMap } from '../expiring.ts';
import { type Home, personOf, staffOf } from './person.ts';
import { NotAllowed, type Staff } from './staff.ts';
import type { Keys } from './tokens.ts';

export interface SignInRules extends Home {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Our address to come back to: https://…/editor/signed-in */
  readonly back: string;
  readonly now: () => number;
  /** Tests only: a provider on http. */
  readonly insecure?: boolean;
}

export interface SignIn {
  /** @returns where to send the browser, and the value of the cookie that must come back with it */
  begin(): Promise<{ readonly to: string; readonly cookie: string }>;
  /**
   * @param address the whole address that the browser came back to
   * @param cookie what `begin` gave
   * @throws NotAllowed whatever is wrong
   */
  finish(address: string, cookie: string | undefined): Promise<Staff>;
  /** The keys that the provider signs tokens with: fetched when a token comes, kept, and never asked of another host. */
  readonly keys: Keys;
}

interface Begun {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** A sign-in takes a minute or two; a second factor a few more. */
const MINUTES_10 = 600_000;
/** More than a council has staff, so that a flood cannot crowd them out at once; beyond it the oldest are forgotten. */
const MOST = 5_000;
const PATIENCE_S = 5;
const KEYS_MS = 2_000;
/** Once Entra has not answered, it is not asked again for so long: nobody's call waits for it. */
const SILENT_MS = 10_000;

/** @returns the sign-in; Entra is first asked when somebody signs in, so that a start never waits for it */
export function createSignIn(rules: SignInRules): SignIn {
  const begun = new ExpiringMap<Begun>({ idleMs: MINUTES_10, lifeMs: MINUTES_10 }, rules.now);
  let known: Promise<oidc.Configuration> | undefined;

  const discover = async (): Promise<oidc.Configuration> => {
    const found = await oidc.discovery(new URL(rules.issuer), rules.clientId, rules.clientSecret, undefined, {
      timeout: PATIENCE_S,
      ...(rules.insecure && { execute: [oidc.allowInsecureRequests] }),
    });
    found.timeout = PATIENCE_S;
    return found;
  };
  let silentUntil = 0;
  const isSilent = (): boolean => rules.now() < silentUntil;
  const wasSilent = (): void => {
    silentUntil = rules.now() + SILENT_MS;
  };
  const configuration = async (): Promise<oidc.Configuration> => {
    if (!known && isSilent()) throw new Error('Entra has just not answered');
    known ??= discover().catch((error: unknown) => {
      known = undefined;
      wasSilent();
      throw error;
    });
    return known;
  };

  let keySet: ReturnType<typeof createRemoteJWKSet> | undefined;
  const findKeys = async (): Promise<NonNullable<typeof keySet>> => {
    const address = new URL((await configuration()).serverMetadata().jwks_uri ?? '');
    if (address.origin !== new URL(rules.issuer).origin) throw new NotAllowed('bad-token');
    keySet ??= createRemoteJWKSet(address, { timeoutDuration: KEYS_MS });
    return keySet;
  };

  return {
    async keys(header, token, wait) {
      if (keySet?.fresh && keySet.jwks()?.keys.some(({ kid }) => kid === header.kid))
        return keySet(header, token);
      return wait(async () => {
        const set = keySet ?? (await findKeys());
        if (isSilent()) throw new NotAllowed('bad-token');
        return set(header, token).catch((error: unknown) => {
          if (!(error instanceof errors.JWKSNoMatchingKey)) wasSilent();
          throw error;
        });
      });
    },

    async begin() {
      const config = await configuration();
      const one = {
        verifier: oidc.randomPKCECodeVerifier(),
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
      };
      begun.sweep();
      while (begun.size >= MOST) begun.deleteOldest();
      const cookie = randomBytes(16).toString('base64url');
      begun.set(cookie, one);
      const to = oidc.buildAuthorizationUrl(config, {
        redirect_uri: rules.back,
        scope: 'openid',
        code_challenge: await oidc.calculatePKCECodeChallenge(one.verifier),
        code_challenge_method: 'S256',
        state: one.state,
        nonce: one.nonce,
      });
      return { to: to.href, cookie };
    },

    async finish(address, cookie) {
      const one = cookie === undefined ? undefined : begun.get(cookie);
      if (!one || cookie === undefined) throw new NotAllowed('expired');
      begun.delete(cookie);
      if (isSilent()) throw new NotAllowed('bad-token');
      let claims: oidc.IDToken | undefined;
      try {
        const tokens = await oidc.authorizationCodeGrant(await configuration(), new URL(address), {
          pkceCodeVerifier: one.verifier,
          expectedState: one.state,
          expectedNonce: one.nonce,
          idTokenExpected: true,
        });
        claims = tokens.claims();
      } catch (error) {
        if ((error as { code?: unknown }).code === 'OAUTH_TIMEOUT') wasSilent();
        throw new NotAllowed('bad-token');
      }
      return staffOf(personOf(claims ?? {}, rules), claims?.roles);
    },
  };
}
