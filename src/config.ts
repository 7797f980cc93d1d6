/** The environment, read once into a frozen, checked Config. The only reader of process.env. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';

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

const origins = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  )
  .pipe(z.array(origin));

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
  /** `production` hides every translation that nobody has approved. */
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(['error', 'info', 'debug']).default('info'),
  NODE_DEBUG: z.never('leave it out: Node would write what people type on stderr').optional(),
});

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
  readonly production: boolean;
  readonly logLevel: 'error' | 'info' | 'debug';
}

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
    throw new Error(`The configuration is wrong:\n${lines.join('\n')}`);
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
    production: e.NODE_ENV === 'production',
    logLevel: e.LOG_LEVEL,
  });
}
