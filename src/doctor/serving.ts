/** What every Signpost needs: its address, its keys, its database. */
import pg from 'pg';
import type { Config } from '../config.ts';
import { publicFault } from '../faults.ts';
import { isLoopback } from '../loopback.ts';
import type { Env } from '../teams/settings.ts';
import { type Finding, missing, ok, unheard, warning, wrong } from './finding.ts';

const PATIENCE_MS = 5_000;

export function addressFindings(env: Env): Finding[] {
  return ['PUBLIC_URL', 'EDITOR_URL'].map((name): Finding => {
    const value = env[name];
    if (!value)
      return name === 'EDITOR_URL'
        ? ok(name, 'not set: staff use PUBLIC_URL')
        : missing(name, 'the address that people see, such as https://signpost.example.gov.uk');
    const fault = publicFault(value);
    return fault ? wrong(name, fault) : ok(name, value);
  });
}

export function hostFindings({ host, production, staff }: Config): Finding[] {
  const listens = isLoopback(host)
    ? ok('HOST', `${host}: only this machine is answered, so a proxy with https must stand on it`)
    : ok('HOST', `${host}: others are answered; a proxy with https must stand in front`);
  const mode = production
    ? ok('NODE_ENV', 'production')
    : warning(
        'NODE_ENV',
        'not production: translations that nobody has approved are shown. Set NODE_ENV=production',
      );
  return [listens, mode, ...(staff ? [] : [warning('STAFF', 'off: nobody can change anything here')])];
}

/** As src/config.ts wants them. */
const LETTERS = 32;
const FRESH = `${LETTERS} letters or more (openssl rand -base64 32)`;

function keyFinding(env: Env, name: string, alone: string): Finding {
  const value = env[name];
  if (value) return value.length < LETTERS ? wrong(name, `too short: ${FRESH}`) : ok(name, 'set');
  return env.DATABASE_URL
    ? missing(name, `DATABASE_URL is set, for several instances: give all the same, ${FRESH}`)
    : ok(name, `not set: ${alone}`);
}

/** Secrets that several instances must share; one instance makes its own. */
export const keyFindings = (env: Env): Finding[] => [
  keyFinding(env, 'TOKEN_SECRET', 'one instance makes its own at each start'),
  keyFinding(env, 'AUDIT_KEY', 'one instance keeps its own in DATA_DIR; keep a copy of audit.key elsewhere'),
];

const REFUSALS: Readonly<Record<string, string>> = {
  '28P01': 'the database refuses the user or the password',
  '28000': 'the database refuses the user',
  '3D000': 'there is no database of that name',
};

/** @returns none when staff's work is kept in files */
export async function databaseFindings({ databaseUrl }: Config): Promise<Finding[]> {
  if (!databaseUrl) return [ok('DATABASE_URL', 'not set: staff’s work is kept in DATA_DIR')];
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return [ok('DATABASE_URL', 'the database answers')];
  } catch (error) {
    const says = REFUSALS[(error as { code?: string }).code ?? ''];
    if (says) return [wrong('DATABASE_URL', says)];
    return [
      {
        ...unheard('DATABASE_URL', 'the database: is it running, and may this machine reach it?'),
        state: 'wrong',
      },
    ];
  } finally {
    await client.end().catch(() => {});
  }
}
