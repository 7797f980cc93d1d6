/**
 * A page that somebody may have come back to, after they left it. Whether they have only its script can tell
 * (src/widget/cover.ts), so that page waits for the script, unseen, and not longer than its styles say (1.5 s).
 */
import type { IncomingHttpHeaders } from 'node:http';

/** These say `Sec-Fetch-User` when somebody taps a link or types an address, and not when they go back. */
const TELLS = /(?:Chrome|Firefox)\//;

/** @returns whether this may be Back or Forward. Of pages whose address was typed no browser tells it. */
export const mayBeBack = (headers: IncomingHttpHeaders): boolean =>
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document' &&
  headers['sec-fetch-user'] === undefined &&
  TELLS.test(headers['user-agent'] ?? '');

/** @returns the page, to be shown when its script has decided */
export const waiting = (page: Buffer): string => page.toString().replace('<html ', '<html class="wait" ');
