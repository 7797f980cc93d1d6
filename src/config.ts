/** The environment, read once into a frozen, checked Config. The only reader of process.env. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { BOT_SETTINGS, type BotConfig, botOf, entraId } from './config-bot.ts';

const minutes = (fallback: number) =>
  z.coerce
    .number()
    .positive()
    .max(24 * 60)
    .default(fallback);

const origin = z.string().transform((value, context) => {
  try {
    const url = new URL(value);
    if (url.origin !== 'null' && url.origin === value) return value;
  } catch {}
  context.addIssue({
    code: 'custom',
    message: `write an origin as https://www.example.gov.uk, not "${value}"`,
  });
  return z.NEVER;
});

const listed = (list: string): string[] =>
  list
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

const origins = z.string().default('').transform(listed).pipe(z.array(origin));

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** The address people see, when a proxy stands in front; stream addresses are made from it. */
  PUBLIC_URL: origin.optional(),
  /** Other origins whose pages may talk to the chat, comma separated. */
  ALLOWED_ORIGINS: origins,
  /** Origins whose pages may show the chat in a frame, comma separated. */
  EMBED_ORIGINS: origins,
  /** Whether search engines may list the pages: off until the words are approved. */
  SEARCH: z.enum(['on', 'off']).default('off'),
  /** Where "Leave now" goes. */
  EXIT_URL: z.url({ protocol: /^https$/ }).default('https://www.bbc.co.uk/weather'),
  /** Signs the chat tokens; one per process unless given (several instances need the same). */
  TOKEN_SECRET: z.string().min(32).optional(),
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
  AUDIT_KEY: z.string().min(32).optional(),
  /** `off`: nobody can change anything here; the words that staff have published are still shown. */
  STAFF: z.enum(['on', 'off']).default('on'),
  /** A port of its own for the staff side; then it is not on PORT. */
  EDITOR_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  /** The address that staff see, when it is another than PUBLIC_URL. */
  EDITOR_URL: origin.optional(),
  /** Microsoft Entra ID: tenant, client id and secret of the app registration. All three, or none. */
  ENTRA_TENANT: entraId.optional(),
  ENTRA_CLIENT_ID: entraId.optional(),
  ENTRA_CLIENT_SECRET: z.string().min(1).optional(),
  /** Other applications that may ask in a person's name, comma separated: those of Teams. */
  ENTRA_CLIENTS: z.string().default('').transform(listed).pipe(z.array(entraId)),
  /** The issuer, where it is not Microsoft's own for the tenant. */
  ENTRA_AUTHORITY: z.url({ protocol: /^https?$/ }).optional(),
  /** The id of the app in Microsoft Teams: made once, kept for ever. */
  TEAMS_APP_ID: z.guid().optional(),
  ...BOT_SETTINGS,
  /** `production` hides every translation that nobody has approved. */
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(['error', 'info', 'debug']).default('info'),
  NODE_DEBUG: z.never('leave it out: Node would write what people type on stderr').optional(),
});

/** What is known of Microsoft Entra ID. */
export interface EntraConfig {
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who may ask in a person's name; we ourselves among them. */
  readonly clients: readonly string[];
  readonly issuer: string;
}

export type { BotConfig } from './config-bot.ts';

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
  readonly production: boolean;
  readonly logLevel: 'error' | 'info' | 'debug';
}

type Given = z.output<typeof schema>;

/** Settings that only make sense together. @throws Error naming them */
function entraOf(e: Given): EntraConfig | undefined {
  const { ENTRA_TENANT: tenant, ENTRA_CLIENT_ID: clientId, ENTRA_CLIENT_SECRET: clientSecret } = e;
  if (!tenant && !clientId && !clientSecret) return undefined;
  if (!tenant || !clientId || !clientSecret)
    throw wrong(['  ENTRA_TENANT, ENTRA_CLIENT_ID, ENTRA_CLIENT_SECRET: give all three, or none of them']);
  if (!e.PUBLIC_URL && !e.EDITOR_URL)
    throw wrong(['  EDITOR_URL: give the address that staff see; Entra sends them back to it']);
  if (e.NODE_ENV === 'production' && e.ENTRA_AUTHORITY?.startsWith('http:'))
    throw wrong(['  ENTRA_AUTHORITY: write an address that begins with https://']);
  const issuer = e.ENTRA_AUTHORITY ?? `https://login.microsoftonline.com/${tenant}/v2.0`;
  return { tenant, clientId, clientSecret, clients: [clientId, ...e.ENTRA_CLIENTS], issuer };
}

function botIn(e: Given): BotConfig | undefined {
  const known = botOf(e, e.NODE_ENV === 'production');
  if (Array.isArray(known)) throw wrong(known.map((line) => `  ${line}`));
  return known as BotConfig | undefined;
}

function auditKeyOf(e: Given): Uint8Array | undefined {
  if (e.AUDIT_KEY) return new TextEncoder().encode(e.AUDIT_KEY);
  if (e.DATABASE_URL && e.NODE_ENV === 'production')
    throw wrong(['  AUDIT_KEY: give it beside DATABASE_URL: every instance must seal with the same key']);
  return undefined;
}

const wrong = (lines: readonly string[]): Error =>
  new Error(`The configuration is wrong:\n${lines.join('\n')}`);

/**
 * @param env the environment, usually process.env
 * @returns the frozen configuration
 * @throws Error naming each variable that is wrong and how to write it
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw wrong(lines);
  }
  const e = parsed.data;
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
    staff: e.STAFF === 'on',
    editorPort: e.EDITOR_PORT,
    editorUrl: e.EDITOR_URL,
    entra: entraOf(e),
    bot: botIn(e),
    teamsAppId: e.TEAMS_APP_ID,
    production: e.NODE_ENV === 'production',
    logLevel: e.LOG_LEVEL,
  });
}
