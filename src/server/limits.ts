/** Every limit of the HTTP server in one place. Bare Node takes thousands of half-open sockets and bodies of any size. */
import type { Server } from 'node:http';

export const HTTP_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 15_000,
  /** Node looks for late requests only every 30 s unless told. */
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 8 * 1024,
  maxHeadersCount: 50,
  keepAlive: true,
  keepAliveInitialDelay: 30_000,
  /** We refuse a missing Host ourselves, with our headers. */
  requireHostHeader: false,
} as const;

/**
 * restify makes its http server without options, so they are set on it afterwards. Node reads each of them when a
 * connection comes or when it starts to listen; tests/server/limits.test.ts would notice if it stopped.
 */
export function setLimits(
  http: Server,
  limits: { readonly [K in keyof typeof HTTP_LIMITS]: number | boolean } = HTTP_LIMITS,
): void {
  Object.assign(http, limits);
}
