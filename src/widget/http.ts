/** The few requests of the widget, all to our own server. */

const BASE = '/v3/directline/';
/** A request that takes longer has failed, as far as the person is concerned. */
const PATIENCE_MS = 10_000;

/** A talk as the server gives it. */
export interface Opened {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
  readonly expires_in?: number;
}

/** Half of a token's life, in milliseconds: when to ask for a new one. */
export const halfLife = ({ expires_in = 1_800 }: Opened): number => expires_in * 500;

export const talkPath = ({ conversationId }: Opened, rest: string): string =>
  `conversations/${encodeURIComponent(conversationId)}${rest}`;

/**
 * @param path under Direct Line, or from the root with a slash at its front
 * @throws when the server does not answer
 */
export async function call(
  method: 'GET' | 'POST',
  path: string,
  token?: string,
  body?: object,
): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    return await fetch(path.startsWith('/') ? path : BASE + path, {
      method,
      signal: abort.signal,
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  } finally {
    clearTimeout(timer);
  }
}

/** @throws when the server does not answer, or refuses */
export async function callForJson<T>(...args: Parameters<typeof call>): Promise<T> {
  const answer = await call(...args);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as T;
}

/** The server does not know this talk any more. */
export const isGone = ({ status }: Response): boolean => status === 401 || status === 403 || status === 404;

/** Until the server is asked again to delete a talk. */
const WIPE_AGAIN_MS = 3_000;
const WIPE = { type: 'event', name: 'signpost.wipe', from: { id: 'me', role: 'user' } };

/** Asks until the server has said that the talk is deleted. @param tell hears of each try whether it has */
export async function wipe(talk: Opened | null, tell: (deleted: boolean) => void): Promise<void> {
  const answer =
    talk && (await call('POST', talkPath(talk, '/activities'), talk.token, WIPE).catch(() => null));
  const deleted = !talk || !!(answer?.ok || (answer && isGone(answer)));
  tell(deleted);
  if (!deleted) setTimeout(wipe, WIPE_AGAIN_MS, talk, tell);
}

/** A beacon can't carry headers, and as plain text it needs no preflight: the token goes in the body. */
export function wipeByBeacon(talk: Opened): void {
  navigator.sendBeacon(BASE + talkPath(talk, '/wipe'), JSON.stringify({ token: talk.token }));
}
