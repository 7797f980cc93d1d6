/** The environment, read once into a frozen, checked Config. The only reader of process.env. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type BotConfig, botOf } from './config-bot.ts';
import { type EntraConfig, staffOf, teamsOf } from './config-staff.ts';
import { originFault, withSmallIds } from './faults.ts';
import { key, linesOf, listOf, NOT_OPEN, number, oneOf, origin, port, readShape } from './setting.ts';

const minutes = (fallback: number) =>
  number((value) => value > 0 && value <= 24 * 60, 'write minutes: a number above 0, at most 1440').default(
    fallback,
  );

/** Of the public side and of what all doors share: with a wrong one of these nothing starts. */
const SETTINGS = {
  PORT: port.default(3978),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** The address people see, when a proxy stands in front; stream addresses are made from it. */
  PUBLIC_URL: origin.optional(),
  /** Other origins whose pages may talk to the chat, comma separated. */
  ALLOWED_ORIGINS: listOf(originFault).default([]),
  /** Origins whose pages may show the chat in a frame, comma separated. */
  EMBED_ORIGINS: listOf(originFault).default([]),
  /** Whether search engines may list the pages: off until the words are approved. */
  SEARCH: oneOf('on', 'off').default('off'),
  /** Where "Leave now" goes. */
  EXIT_URL: z.url({ protocol: /^https$/, error: NOT_OPEN }).default('https://www.bbc.co.uk/weather'),
  /** Signs the chat tokens; one per process unless given (several instances need the same). */
  TOKEN_SECRET: key(32).optional(),
  IDLE_MINUTES: minutes(15),
  LIFE_MINUTES: minutes(60),
  /** Where staff's work is kept: drafts, versions, the audit trail. */
  DATA_DIR: z.string().min(1).default('data'),
  /** Keeps staff's work in PostgreSQL instead, so that several instances can share it. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'write it as postgres://user:password@host:5432/name')
    .optional(),
  /** Seals the audit trail; without it a random key is kept in DATA_DIR. Several instances need the same. */
  AUDIT_KEY: key(32).optional(),
  /** `production` hides every translation that nobody has approved. */
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: oneOf('error', 'info', 'debug').default('info'),
  NODE_DEBUG: z.never('leave it out: Node would write what people type on stderr').optional(),
};

export { BOT_DEFAULTS, type BotConfig, borrowed } from './config-bot.ts';
export type { EntraConfig } from './config-staff.ts';

/** What a place may do without: a wrong setting keeps it shut, and nothing else. */
export const DOORS = ['staff', 'teams', 'bot'] as const;
export type Door = (typeof DOORS)[number];

export interface Shut {
  readonly door: Door;
  /** What is wrong and how to mend it, a line each, beginning with the setting. Never a value. */
  readonly lines: readonly string[];
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly allowedOrigins: readonly string[];
  readonly embedOrigins: readonly string[];
  readonly search: boolean;
  readonly exitUrl: string;
  readonly tokenSecret: Uint8Array<ArrayBuffer>;
  readonly idleMs: number;
  readonly lifeMs: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly auditKey: Uint8Array | undefined;
  readonly staff: boolean;
  readonly editorPort: number | undefined;
  readonly editorUrl: string | undefined;
  readonly entra: EntraConfig | undefined;
  readonly bot: BotConfig | undefined;
  readonly teamsAppId: string | undefined;
  /** Doors that stay shut because a setting of theirs is wrong. */
  readonly shut: readonly Shut[];
  readonly production: boolean;
  readonly logLevel: 'error' | 'info' | 'debug';
}

type Known = ReturnType<typeof readShape<typeof SETTINGS>>['known'];

function auditKeyOf(e: Known): Uint8Array | undefined {
  if (e.AUDIT_KEY) return new TextEncoder().encode(e.AUDIT_KEY);
  if (e.DATABASE_URL && e.NODE_ENV === 'production')
    throw wrong(['AUDIT_KEY: give it beside DATABASE_URL: every instance must seal with the same key']);
  return undefined;
}

const wrong = (lines: readonly string[]): Error =>
  new Error(`The configuration is wrong:\n${lines.map((line) => `  ${line}`).join('\n')}`);

/** The doors that a place may do without, as far as they can be opened. */
function doorsOf(
  given: Readonly<Record<string, string>>,
  production: boolean,
  publicUrl: string | undefined,
) {
  const { wrong: staffWrong, ...side } = staffOf(given, { production, publicUrl });
  const { wrong: teamsWrong, teamsAppId } = teamsOf(given, { ...side, wrong: staffWrong });
  const found = botOf(given, production);
  const [bot, botWrong] = Array.isArray(found) ? [undefined, found] : [found as BotConfig | undefined, []];
  const lines: Readonly<Record<Door, readonly string[]>> = {
    staff: staffWrong,
    teams: teamsWrong,
    bot: botWrong,
  };
  const shut = DOORS.map((door) => ({ door, lines: lines[door] })).filter((one) => one.lines.length > 0);
  return { ...side, teamsAppId, bot, shut: Object.freeze(shut) };
}

/**
 * @param env the environment, usually process.env
 * @returns the frozen configuration; a wrong setting of an optional door is told in `shut`
 * @throws Error naming each variable of the public side that is wrong and how to write it
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = withSmallIds(
    Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) =>
        value === undefined || value === '' ? [] : [[name, value]],
      ),
    ) as Record<string, string>,
  );
  const { known: e, faults } = readShape(SETTINGS, given);
  if (faults.size > 0) throw wrong(linesOf(faults));
  const production = e.NODE_ENV === 'production';
  return Object.freeze({
    port: e.PORT,
    host: e.HOST,
    publicUrl: e.PUBLIC_URL,
    allowedOrigins: Object.freeze(e.ALLOWED_ORIGINS),
    embedOrigins: Object.freeze(e.EMBED_ORIGINS),
    search: e.SEARCH === 'on',
    exitUrl: e.EXIT_URL,
    tokenSecret: e.TOKEN_SECRET ? new TextEncoder().encode(e.TOKEN_SECRET) : new Uint8Array(randomBytes(32)),
    idleMs: e.IDLE_MINUTES * 60_000,
    lifeMs: e.LIFE_MINUTES * 60_000,
    dataDir: e.DATA_DIR,
    databaseUrl: e.DATABASE_URL,
    auditKey: auditKeyOf(e),
    ...doorsOf(given, production, e.PUBLIC_URL),
    production,
    logLevel: e.LOG_LEVEL,
  });
}
