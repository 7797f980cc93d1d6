/**
 * The log: one JSON line, and only fields and values from the lists below, looked at as they are written. No field
 * can hold what a person typed, an address or an id; an error is logged by its code, never by its message or stack.
 */
import { LEVELS, type Level } from './content/schema.ts';
import { OUTCOMES, type Outcome } from './outcomes.ts';

export const EVENTS = [
  'started',
  'stopping',
  'stopped',
  'swept',
  'turn',
  'turn-failed',
  'request-refused',
  'request-failed',
  'socket-refused',
  'content-loaded',
  'edition-shown',
  'edition-failed',
  'staff-refused',
  'staff-failed',
  'signed-in',
  'door-failed',
  'desk',
  'audit',
] as const;
export type LogEvent = (typeof EVENTS)[number];

/** Codes of things that can go wrong; a new one is added here first. */
export const CODES = [
  'store-late',
  'store-failed',
  'assess-failed',
  'engine-failed',
  'turn-late',
  'render-failed',
  'no-model',
  'bad-json',
  'bad-shape',
  'bad-type',
  'too-big',
  'too-deep',
  'no-token',
  'bad-token',
  'no-conversation',
  'bad-origin',
  'not-found',
  'bad-method',
  'uncaught',
  'wrong-audience',
  'wrong-tenant',
  'wrong-client',
  'expired',
  'not-a-person',
  'no-scope',
  'no-role',
  'not-your-role',
  'not-signed-in',
  'not-set-up',
  'staff-shut',
  'teams-shut',
  'bot-shut',
  'bad-csrf',
  'cannot-do',
  'conflict',
  'has-problems',
  'busy',
  'check-late',
  'check-failed',
  'sign-in-away',
  'local-link',
  'folder-taken',
  'store-away',
  'store-back',
  'desk-broken',
  'desk-repaired',
  'trail-torn',
  'not-signed',
  'replayed',
  'keys-away',
  'reply-lost',
] as const;
export type LogCode = (typeof CODES)[number];

export interface LogFields {
  readonly code?: LogCode;
  readonly outcome?: Outcome;
  readonly level?: Level;
  readonly count?: number;
  readonly ms?: number;
  readonly port?: number;
  readonly status?: number;
  /** The end of the audit trail: how many entries, and the last seal. */
  readonly n?: number;
  readonly seal?: string;
}

export interface Log {
  error(event: LogEvent, fields?: LogFields): void;
  info(event: LogEvent, fields?: LogFields): void;
  debug(event: LogEvent, fields?: LogFields): void;
}

const RANK = { error: 0, info: 1, debug: 2 } as const;

const among = (list: readonly string[]) => {
  const known = new Set<unknown>(list);
  return (value: unknown): boolean => known.has(value);
};
const isEvent = among(EVENTS);
const isNumber = Number.isFinite;
/** What fits into each field. The types say it too, but a cast or an error's own `code` gets past types. */
const FIELDS: readonly (readonly [keyof LogFields, (value: unknown) => boolean])[] = [
  ['code', among(CODES)],
  ['outcome', among(Object.keys(OUTCOMES))],
  ['level', among(LEVELS)],
  ['count', isNumber],
  ['ms', isNumber],
  ['port', isNumber],
  ['status', isNumber],
  ['n', isNumber],
  ['seal', (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)],
];

/**
 * @param write where a finished line goes, without its newline
 * @param level the least important level that is still written
 */
export function createLog(write: (line: string) => void, level: keyof typeof RANK): Log {
  const at =
    (rank: keyof typeof RANK) =>
    (event: LogEvent, fields: LogFields = {}): void => {
      if (RANK[rank] > RANK[level]) return;
      const line: Record<string, string | number> = { log: rank, event: isEvent(event) ? event : 'unlisted' };
      for (const [field, fits] of FIELDS) {
        const value = fields[field];
        if (value !== undefined && fits(value)) line[field] = value;
      }
      write(JSON.stringify(line));
    };
  return { error: at('error'), info: at('info'), debug: at('debug') };
}
