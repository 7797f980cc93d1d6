/** The few requests of the widget, all to our own server. */

const BASE = '/v3/directline/';
/** A request that takes longer has failed, as far as the person is concerned. */
const PATIENCE_MS = 10_000;

/** @throws when the server does not answer */
export async function call(
  method: 'GET' | 'POST',
  path: string,
  token?: string,
  body?: object,
): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    return await fetch(BASE + path, {
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

/** The server does not know this talk any more. */
export const isGone = ({ status }: Response): boolean => status === 401 || status === 403 || status === 404;

/** A beacon can't carry headers, and as plain text it needs no preflight: the token goes in the body. */
export function sendWipe(path: string, token: string): void {
  navigator.sendBeacon(BASE + path, JSON.stringify({ token }));
}
