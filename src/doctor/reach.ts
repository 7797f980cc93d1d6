/** Asks another place once, with little patience; what it says is small, and nothing is followed. */

export interface Reached {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed answer; undefined when it is no JSON. */
  readonly json: Readonly<Record<string, unknown>> | undefined;
  /** Halfway between the question and its answer, by our clock. */
  readonly at: number;
}

export interface Asking {
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const PATIENCE_MS = 5_000;
const LONGEST = 256 * 1024;

/** @returns undefined when it is no JSON object */
export function parsed(text: string): Reached['json'] {
  try {
    const value: unknown = JSON.parse(text.slice(0, LONGEST));
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** @returns undefined when there was no answer */
export async function reach(
  asking: Asking,
  url: string,
  init: RequestInit = {},
): Promise<Reached | undefined> {
  const before = asking.now();
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await asking.fetch(url, { ...init, redirect: 'manual', signal });
    const at = (before + asking.now()) / 2;
    const json = parsed(await response.text());
    return { status: response.status, headers: response.headers, json, at };
  } catch {
    return undefined;
  }
}
