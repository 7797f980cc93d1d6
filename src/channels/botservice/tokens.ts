/** The bot's own tokens, with a secret: OAuth's client credentials. Held until shortly before they run out. */
import * as oauth from 'openid-client';
import type { BotConfig } from '../../config.ts';

const PATIENCE_S = 5;
/** A token that is about to run out is not sent. */
const EARLY_MS = 5 * 60_000;

/** Both reject when no token can be had. */
export interface Tokens {
  /** A token that is still good. */
  token(): Promise<string>;
  /** Another than it was: that one has been refused. */
  renewed(): Promise<string>;
}

/** @returns the bot's tokens; the first is asked for when it is needed */
export function createTokens({ appId, secret = '', loginUrl, scope }: BotConfig, now: () => number): Tokens {
  const server = { issuer: loginUrl, token_endpoint: `${loginUrl}/oauth2/v2.0/token` };
  const client = new oauth.Configuration(server, appId, undefined, oauth.ClientSecretPost(secret));
  client.timeout = PATIENCE_S;
  // config.ts lets no such address into production.
  if (loginUrl.startsWith('http:')) oauth.allowInsecureRequests(client);
  let held: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;

  const ask = async (): Promise<string> => {
    const given = await oauth.clientCredentialsGrant(client, { scope: `${scope}/.default` });
    held = { token: given.access_token, until: now() + (given.expiresIn() ?? 0) * 1000 - EARLY_MS };
    return held.token;
  };
  const anew = (): Promise<string> => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  return {
    token: () => (held && now() < held.until ? Promise.resolve(held.token) : anew()),
    renewed: () => {
      held = undefined;
      return anew();
    },
  };
}
