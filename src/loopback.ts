/** Whether a server that listens at an address, or is asked for by a name, is reached by this machine alone. */
import { isIPv4 } from 'node:net';

/** @param host without a port: a name that only looks like an address of this machine is none */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
