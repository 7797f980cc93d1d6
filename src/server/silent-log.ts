/**
 * The logger that restify is given. restify hands its logger whole requests, with headers, tokens and bodies; this one
 * drops all of it and says only that something happened.
 */
import type { Log } from '../log.ts';

/** @returns an object of the shape restify expects */
export function createSilentLog(log: Log) {
  const nothing = () => false;
  const fault = () => {
    log.error('request-failed', { code: 'uncaught' });
  };
  const silent = {
    trace: nothing,
    debug: nothing,
    info: nothing,
    warn: fault,
    error: fault,
    fatal: fault,
    child: () => silent,
  };
  return silent as { trace: () => boolean; child: () => unknown };
}
