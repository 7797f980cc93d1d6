/** Tokens of one conversation: signed, half an hour long, and saying nothing but which conversation and until when. */
import { jwtVerify, SignJWT } from 'jose';

export const TOKEN_SECONDS = 30 * 60;
/** No token of ours is longer; a longer one is not worth verifying. */
const LENGTH_LIMIT = 300;

export interface Claims {
  readonly conversation: string;
  /** Seconds since the epoch. */
  readonly ends: number;
}

export interface Tokens {
  sign(claims: Claims): Promise<string>;
  /** What a token says; undefined when it is forged, expired, unsigned or not ours. */
  verify(token: string): Promise<Claims | undefined>;
}

/**
 * @param secret at least 32 bytes
 * @param now the clock in ms
 */
export function createTokens(secret: Uint8Array, now: () => number): Tokens {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = crypto.subtle.importKey('raw', new Uint8Array(secret), algorithm, false, ['sign', 'verify']);
  return {
    async sign({ conversation, ends }) {
      return new SignJWT({ conv: conversation })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setExpirationTime(ends)
        .sign(await key);
    },
    async verify(token) {
      if (token.length > LENGTH_LIMIT) return undefined;
      try {
        const { payload } = await jwtVerify(token, await key, {
          algorithms: ['HS256'],
          requiredClaims: ['exp', 'conv'],
          currentDate: new Date(now()),
        });
        if (typeof payload.conv !== 'string' || payload.exp === undefined) return undefined;
        return { conversation: payload.conv, ends: payload.exp };
      } catch {
        return undefined;
      }
    },
  };
}
