/** Keeps everything in PostgreSQL, for many instances. */
import type { Adapter } from 'lowdb';
import pg from 'pg';
import { type Deed, type Entry, entryOf, follows, type Head, headOf, NO_ENTRIES, sealed } from './audit.ts';
import {
  type Audit,
  type Backend,
  BrokenDesk,
  type Files,
  LOOK_BACK,
  Stale,
  type Versions,
} from './backend.ts';
import { type Desk, deskSchema } from './desk.ts';
import { filesOf, nameOf, textOf } from './naming.ts';

/** Two instances that start at once must not both make them: the number is any, as long as it is ours. */
const TABLES = `
  select pg_advisory_xact_lock(5074157);
  create table if not exists signpost_desk (one boolean primary key check (one), revision bigint not null, body text not null);
  create table if not exists signpost_versions (id text primary key, body text not null);
  create table if not exists signpost_audit (n bigint primary key, body text not null);`;
const CHANNEL = 'signpost_desk';
/** A query that takes longer has failed. */
const PATIENCE_MS = 5_000;
const AGAIN_MS = 500;
const UNIQUE_VIOLATION = '23505';
/** Two that add to the audit at once: the later one takes the next number. */
const TRIES = 50;

/** @throws BrokenDesk when somebody wrote what is none */
function deskIn(body: string): Desk {
  try {
    return deskSchema.parse(JSON.parse(body));
  } catch {
    throw new BrokenDesk('What stands in signpost_desk');
  }
}

/** lowdb's adapter: a row with its revision. */
class DeskRow implements Adapter<Desk> {
  readonly #pool: pg.Pool;
  #revision = '0';

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async read(): Promise<Desk | null> {
    const { rows } = await this.#pool.query<{ revision: string; body: string }>(
      'select revision, body from signpost_desk',
    );
    this.#revision = rows[0]?.revision ?? '0';
    return rows[0] ? deskIn(rows[0].body) : null;
  }

  async write(desk: Desk): Promise<void> {
    const { rowCount } = await this.#pool.query(
      `with written as (
         insert into signpost_desk values (true, 1, $1)
         on conflict (one) do update set revision = signpost_desk.revision + 1, body = $1
           where signpost_desk.revision = $2
         returning revision
       )
       select pg_notify('${CHANNEL}', revision::text) from written`,
      [JSON.stringify(desk), this.#revision],
    );
    if (rowCount !== 1) throw new Stale();
    this.#revision = String(BigInt(this.#revision) + 1n);
  }
}

const versionRows = (pool: pg.Pool): Versions => ({
  async put(files: Files) {
    const text = textOf(files);
    const id = nameOf(text);
    await pool.query('insert into signpost_versions values ($1, $2) on conflict (id) do nothing', [id, text]);
    return id;
  },
  async get(id) {
    const { rows } = await pool.query<{ body: string }>('select body from signpost_versions where id = $1', [
      id,
    ]);
    return filesOf(id, rows[0]?.body);
  },
});

const auditRows = (pool: pg.Pool, key: Uint8Array): Audit => {
  const entries = async (which: string): Promise<Entry[]> =>
    (await pool.query<{ body: string }>(`select body from signpost_audit ${which}`)).rows.flatMap(
      ({ body }) => entryOf(body) ?? [],
    );
  return {
    all: () => entries('order by n'),
    async add(deed: Deed, seen: Head) {
      for (let n = 0; ; n += 1) {
        const last = await entries(`order by n desc limit ${LOOK_BACK}`);
        const whole = follows(last, seen);
        if (last[0] && last.some(({ id }) => id === deed.id)) return { head: headOf(last[0]), whole };
        const entry = sealed(key, last[0] ?? NO_ENTRIES, deed);
        try {
          await pool.query('insert into signpost_audit values ($1, $2)', [entry.n, JSON.stringify(entry)]);
          return { head: headOf(entry), whole };
        } catch (error) {
          if ((error as { code?: string }).code !== UNIQUE_VIOLATION || n >= TRIES) throw error;
        }
      }
    },
  };
};

/** Listens for what others write; after a break it tells once, since it may have missed something. */
function listen(options: pg.ClientConfig, tell: () => void): () => Promise<void> {
  let client: pg.Client | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  const again = () => {
    client?.removeAllListeners();
    client?.on('error', () => {});
    void client?.end().catch(() => {});
    client = undefined;
    clearTimeout(timer);
    if (!closed) timer = setTimeout(open, AGAIN_MS);
  };
  const open = async () => {
    const mine = new pg.Client(options);
    client = mine;
    mine.on('error', again);
    mine.on('end', again);
    mine.on('notification', tell);
    try {
      await mine.connect();
      await mine.query(`listen ${CHANNEL}`);
      tell();
    } catch {
      if (client === mine) again();
    }
  };
  void open();
  return async () => {
    closed = true;
    clearTimeout(timer);
    client?.removeAllListeners();
    await client?.end().catch(() => {});
  };
}

/**
 * @param url postgres://…; `schema` (tests only) keeps the tables apart
 * @throws when the database does not answer
 */
export async function openPostgres(url: string, key: Uint8Array, schema?: string): Promise<Backend> {
  const options: pg.PoolConfig = {
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    ...(schema && { options: `-c search_path=${schema}` }),
  };
  const pool = new pg.Pool({ ...options, max: 4 });
  // An idle connection that breaks must not end the process; the next query tells.
  pool.on('error', () => {});
  await pool.query(TABLES).catch(async (error: unknown) => {
    await pool.end().catch(() => {});
    throw error;
  });
  const listeners = new Set<() => void>();
  const stop = listen(options, () => {
    for (const listener of listeners) listener();
  });
  return {
    desk: new DeskRow(pool),
    versions: versionRows(pool),
    audit: auditRows(pool, key),
    onWritten: (listener) => void listeners.add(listener),
    close: async () => {
      await stop();
      await pool.end();
    },
  };
}
