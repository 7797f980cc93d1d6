/** Tokens of one conversation: signed, half an hour long, and saying nothing but which conversation and until when. */
import { jwtVerify, SignJWT } from 'jose';

export const TOKEN_SECONDS = 30 * 60;
/** No token of ours is longer; a longer one is not worth verifying. */
const LENGTH_LIMIT = 300;
/** Verified tokens that are remembered, so that a talk pays for one signature check and not for one a message. */
const KEPT = 10_000;

export interface Tokens {
  sign(conversation: string): Promise<string>;
  /** The conversation a token is for; undefined when it is forged, expired, unsigned or not ours. */
  verify(token: string): Promise<string | undefined>;
}

/**
 * @param secret at least 32 bytes
 * @param now the clock in ms
 */
export function createTokens(secret: Uint8Array<ArrayBuffer>, now: () => number): Tokens {
  const key = crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);
  const known = new Map<string, { readonly conversation: string; readonly ends: number }>();

  const remember = (token: string, conversation: string, ends: number) => {
    const oldest = known.size >= KEPT ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    known.set(token, { conversation, ends });
  };

  return {
    async sign(conversation) {
      const ends = Math.floor(now() / 1000) + TOKEN_SECONDS;
      const token = await new SignJWT({ conv: conversation })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setExpirationTime(ends)
        .sign(await key);
      remember(token, conversation, ends);
      return token;
    },
    async verify(token) {
      if (token.length > LENGTH_LIMIT) return undefined;
      const seen = known.get(token);
      if (seen) {
        if (seen.ends > now() / 1000) return seen.conversation;
        known.delete(token);
        return undefined;
      }
      try {
        const { payload } = await jwtVerify(token, await key, {
          algorithms: ['HS256'],
          requiredClaims: ['exp', 'conv'],
          currentDate: new Date(now()),
        });
        if (typeof payload.conv !== 'string') return undefined;
        remember(token, payload.conv, payload.exp ?? 0);
        return payload.conv;
      } catch {
        return undefined;
      }
    },
  };
}
