/** Which address is ours and which other sites may talk to us. Origins are compared whole, never in part. */
import type { Config } from '../config.ts';

/** A host and port and nothing else: it goes into addresses and headers that we write. */
const HOST = /^(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/;

export interface Origins {
  /** The origin that people see: PUBLIC_URL, or the address that was asked for. Undefined when that is no host. */
  base(host: string | undefined): string | undefined;
  /** May a page of this origin use us? */
  allows(origin: string, base: string): boolean;
}

/** @returns the rules for this configuration */
export function createOrigins({
  publicUrl,
  allowedOrigins,
}: Pick<Config, 'publicUrl' | 'allowedOrigins'>): Origins {
  const others = new Set(allowedOrigins);
  // Nearly all callers name the same host; it is looked at once.
  let last: { readonly host: string; readonly base: string } | undefined;
  return {
    base: (host) => {
      if (host === undefined) return undefined;
      if (host === last?.host) return last.base;
      // Even behind a proxy: what restify does with a host that is none is throw where nobody catches.
      if (!HOST.test(host) || !URL.canParse(`http://${host}`)) return undefined;
      last = { host, base: publicUrl ?? `http://${host}` };
      return last.base;
    },
    allows: (origin, base) => origin === base || others.has(origin),
  };
}
