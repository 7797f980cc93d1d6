/** The staff side on real HTTP: a real server, a real store, the real workbench; and people who use it. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createStaffSide, type StaffDeps } from '../../src/editor/side.ts';
import type { Role } from '../../src/editor/staff.ts';
import { createLog } from '../../src/log.ts';
import type { ServerDeps } from '../../src/server/server.ts';
import { type DeskConfig, type LiveDesk, openDesk } from '../../src/store/open.ts';
import { openWorkbench } from '../../src/workbench/open.ts';
import { type Stage, serve } from '../channels/stage.ts';
import { ROOT, realLibrary } from '../library.ts';

export const DATABASE = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

/** Somewhere to keep things, empty, and taken away afterwards. */
export interface Place {
  readonly config: DeskConfig;
  clear(): Promise<void>;
}

export async function folder(): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'signpost-staff-'));
  return {
    config: { dataDir, databaseUrl: undefined, auditKey: undefined },
    clear: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

export async function database(): Promise<Place> {
  const { config, clear } = await folder();
  const schema = `signpost_${randomBytes(6).toString('hex')}`;
  const run = async (query: string) => {
    const client = new pg.Client(DATABASE);
    await client.connect();
    await client.query(query);
    await client.end();
  };
  await run(`create schema ${schema}`);
  return {
    config: { ...config, databaseUrl: DATABASE, schema },
    clear: async () => {
      await run(`drop schema ${schema} cascade`);
      await clear();
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read loosely, as a page would
export type Answered = { readonly status: number; readonly body: any; readonly headers: Headers };

export interface Person {
  readonly cookie: string;
  readonly csrf: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  get(path: string): Promise<Answered>;
  post(path: string, body?: unknown): Promise<Answered>;
  put(path: string, body: unknown): Promise<Answered>;
}

/** The three who work together. */
export type Three = readonly [editor: Person, approver: Person, lead: Person];

export interface Rig extends Stage {
  readonly desk: LiveDesk;
  /** Lines of the staff side's own log. */
  readonly log: string[];
  /** The local links, by role. */
  readonly links: Readonly<Record<Role, string>>;
  at: number;
  signIn(role: Role): Promise<Person>;
  signInAll(): Promise<Three>;
  /** Somebody by their cookie and csrf. */
  person(cookie: string, csrf: string): Person;
  stop(): Promise<void>;
}

/** The cookie that an answer sets, as it goes back. */
export const cookieFrom = (answer: Response, name = 'signpost-staff'): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .find((pair) => pair.startsWith(`${name}=`)) ?? '';

export interface RigOptions {
  readonly config?: Partial<StaffDeps['config']>;
  readonly deps?: Partial<StaffDeps>;
  readonly server?: Partial<Omit<ServerDeps, 'config'>> & { readonly config?: Partial<ServerDeps['config']> };
  readonly desk?: LiveDesk;
}

/** @param place where things are kept; it outlives the rig, so that another can be opened on it */
export async function rig(
  place: Place,
  { config, deps, server, desk: given }: RigOptions = {},
): Promise<Rig> {
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line), 'debug');
  const desk = given ?? (await openDesk(place.config, log, ROOT));
  const workbench =
    deps?.workbench ??
    openWorkbench({ root: ROOT, drafts: true, filesOf: (version) => desk.filesOf(version) });
  const clock = { at: Date.now() };
  const side = createStaffSide({
    config: {
      host: '127.0.0.1',
      production: false,
      publicUrl: undefined,
      editorUrl: undefined,
      entra: undefined,
      ...config,
    },
    log,
    desk,
    workbench,
    assets: new Map(),
    now: () => clock.at,
    content: () => realLibrary().content,
    shown: () => desk.current().live,
    root: ROOT,
    ...deps,
  });
  const stage = await serve({}, { staff: side, ...server });
  const links = Object.fromEntries(
    side.lines(stage.url).flatMap((line) => {
      const found = /^ {2}([a-z ]+?) +(http.*)$/.exec(line);
      return found ? [[found[1]?.replace(' ', '-'), found[2]]] : [];
    }),
  ) as Rig['links'];

  const person = (cookie: string, csrf: string): Person => {
    const call: Person['call'] = async (method, path, body, headers = {}) => {
      const answer = await fetch(`${stage.url}/editor/api${path}`, {
        method,
        redirect: 'manual',
        headers: {
          cookie,
          'x-signpost': csrf,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return { status: answer.status, headers: answer.headers, body: await answer.json().catch(() => null) };
    };
    return {
      cookie,
      csrf,
      call,
      get: (path) => call('GET', path),
      post: (path, body = {}) => call('POST', path, body),
      put: (path, body) => call('PUT', path, body),
    };
  };

  const signIn = async (role: Role): Promise<Person> => {
    const answer = await fetch(links[role], { method: 'POST', redirect: 'manual' });
    const cookie = cookieFrom(answer);
    const { body } = await person(cookie, '').get('/desk');
    return person(cookie, body.me.csrf);
  };

  return {
    ...stage,
    desk,
    log: lines,
    links,
    get at() {
      return clock.at;
    },
    set at(value) {
      clock.at = value;
    },
    person,
    signIn,
    signInAll: () => Promise.all([signIn('editor'), signIn('approver'), signIn('safeguarding-lead')]),
    async stop() {
      await stage.close();
      if (!deps?.workbench) await workbench.close();
      if (!given) await desk.close();
    },
  };
}
