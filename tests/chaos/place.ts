/** Where the store lies: a folder or a schema of PostgreSQL; how it is opened afresh, here and in a child. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import type { Backend, Files } from '../../src/store/backend.ts';
import { openFiles } from '../../src/store/files.ts';
import { textOf } from '../../src/store/naming.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { shippedFiles } from '../../src/store/shipped.ts';

export const KEY = new Uint8Array(32).fill(7);
const DATABASE = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';
const ROOT = resolve(import.meta.dirname, '../..');

/** What a child is told of a place. */
export type Where = { readonly folder: string } | { readonly schema: string };

/** @param onRepaired hears when the desk was unreadable and the good copy was taken */
export const openAt = (where: Where, onRepaired: () => void): Promise<Backend> =>
  'folder' in where
    ? openFiles(where.folder, KEY, onRepaired)
    : openPostgres(`${DATABASE}?application_name=${where.schema}`, KEY, where.schema);

export interface Ground {
  readonly where: Where;
  /** Waits until nothing that a dead process asked for is still going on. */
  settled(): Promise<void>;
  /** Files that a kill left half written; none in a database. */
  leftOvers(): string[];
  /** Takes away the versions that are not named, so that a long run fits on the disk. */
  thin(keep: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

export function inFolder(): Ground {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-chaos-'));
  const versions = join(folder, 'versions');
  return {
    where: { folder },
    settled: async () => {},
    leftOvers: () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\d+$/.test(name)),
    thin: async (keep) => {
      for (const name of readdirSync(versions))
        if (!keep.includes(name.slice(0, 64))) rmSync(join(versions, name));
    },
    clear: async () => rmSync(folder, { recursive: true }),
  };
}

export async function inDatabase(): Promise<Ground> {
  const schema = `signpost_chaos_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(DATABASE);
  await admin.connect();
  await admin.query(`create schema ${schema}`);
  const busy = async (): Promise<number> => {
    const asked = 'select count(*)::int as n from pg_stat_activity where application_name = $1';
    return (await admin.query<{ n: number }>(asked, [schema])).rows[0]?.n ?? 0;
  };
  return {
    where: { schema },
    // The server ends what a dead client had begun: until then the outcome is open.
    settled: async () => {
      while ((await busy()) > 0);
    },
    leftOvers: () => [],
    thin: async (keep) =>
      void (await admin.query(`delete from ${schema}.signpost_versions where id <> all($1)`, [keep])),
    clear: async () => {
      await admin.query(`drop schema ${schema} cascade`);
      await admin.end();
    },
  };
}

/** The real content as it is now, in words that a child is handed. */
export const shippedText = async (): Promise<string> => textOf(await shippedFiles(ROOT));

/** The real content, told apart by a number: what the nth publishing puts up. */
export const versionOf = (shipped: Files, n: number): Files => ({
  ...shipped,
  'dialogs/menu.yaml': `${shipped['dialogs/menu.yaml']}# ${n}\n`,
});
