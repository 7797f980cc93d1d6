/** The doctor: passes a place where all is right, and names what is missing or wrong, one line each, and no secret. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { examine, type Part } from '../../src/doctor/doctor.ts';
import { type Finding, hasFailed, lineOf } from '../../src/doctor/finding.ts';
import { hushing } from '../../src/doctor/hush.ts';
import { rolesOf } from '../../src/editor/staff.ts';
import { ROLES } from '../../src/store/desk.ts';
import { lockFolder } from '../../src/store/lock.ts';
import { ROOT } from '../library.ts';
import { openPlace, type Place, SECRETS, TENANT } from './rig.ts';

let folder = '';
let place: Place;
let right: Place['is'];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-doctor-'));
  place = await openPlace(folder);
  right = { ...place.is };
});
afterAll(() => {
  place.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  Object.assign(place.is, right, { refuses: {} });
});

type Change = Readonly<Record<string, string | undefined>>;

/** @param root a folder without content makes a look short; what it says of content is then no matter */
const look = (change: Change = {}, { root = folder, without = [] as Part[], ask = place.fetch } = {}) =>
  examine({
    env: { ...place.env, ...change },
    root,
    node: '24.21.0',
    version: '1.2.3',
    without,
    fetch: ask,
    now: Date.now,
  });
const WORDS = ['content', 'model', 'launch gate', 'package'];
const faulty = (findings: readonly Finding[]) =>
  findings.filter(({ state, name }) => state !== 'ok' && state !== 'warning' && !WORDS.includes(name));
const lines = async (change: Change = {}, more = {}) => faulty(await look(change, more)).map(lineOf);

describe('where all is right', () => {
  it('finds nothing missing and nothing wrong, the words and the package included', async () => {
    const findings = await look({}, { root: ROOT });
    expect(findings.filter(({ state }) => state !== 'ok' && state !== 'warning')).toEqual([]);
    expect(hasFailed(findings)).toBe(false);
    const names = findings.map(({ name }) => name);
    for (const name of [
      'issuer',
      'clock',
      'client secret',
      'token version',
      'bot secret',
      'bot metadata',
      'frame of Teams',
      ...WORDS,
    ])
      expect(names).toContain(name);
    expect(findings.map(lineOf).join('\n')).toContain(
      'register https://signpost.council.gov.uk/editor/signed-in (platform: Web)',
    );
    for (const secret of Object.values(SECRETS))
      expect(findings.map(lineOf).join('\n')).not.toContain(secret);
  }, 60_000);

  it('does not look for what a place does without', async () => {
    const bare = { PUBLIC_URL: 'https://signpost.council.gov.uk', DATA_DIR: folder };
    const gone = Object.fromEntries(Object.keys(place.env).map((name) => [name, undefined]));
    expect(await lines({ ...gone, ...bare }, { without: ['staff', 'teams', 'bot'] })).toEqual([]);
  });
});

describe('settings', () => {
  it.each(
    Object.keys(SECRETS).concat(
      'PUBLIC_URL',
      'ENTRA_TENANT',
      'ENTRA_CLIENT_ID',
      'ENTRA_CLIENTS',
      'TEAMS_APP_ID',
      'BOT_APP_ID',
      'BOT_TENANT',
    ),
  )('names %s when it is missing, in one line', async (name) => {
    // Several instances: only then are the shared keys needed.
    const database = name === 'TOKEN_SECRET' || name === 'AUDIT_KEY';
    const change = {
      [name]: undefined,
      ...(database && { DATABASE_URL: 'postgres://postgres@127.0.0.1:5432/test' }),
    };
    const found = faulty(await look(change)).filter((one) => one.name === name);
    expect(found.map(({ state }) => state)).toEqual(['missing']);
  });

  it.each([
    ['PUBLIC_URL', 'http://signpost.council.gov.uk'],
    ['PUBLIC_URL', 'https://signpost.council.gov.uk/chat'],
    ['PUBLIC_URL', 'https://localhost'],
    ['EDITOR_URL', 'https://10.0.0.1'],
    ['ENTRA_TENANT', 'common'],
    ['ENTRA_CLIENT_ID', 'my application'],
    ['ENTRA_CLIENT_SECRET', '55555555-2222-3333-4444-555555555555'],
    ['ENTRA_CLIENT_SECRET', 'changeme-changeme-changeme'],
    ['ENTRA_CLIENT_SECRET', '<your secret here>'],
    ['BOT_APP_SECRET', 'short'],
    ['TEAMS_APP_ID', 'signpost'],
    ['TOKEN_SECRET', 'too-short-to-sign'],
    ['DATABASE_URL', 'mysql://u:hunter2secret@127.0.0.1/x'],
    ['LOG_LEVEL', 'everything'],
  ])('finds %s wrong as %s, and does not repeat it', async (name, value) => {
    const findings = faulty(await look({ [name]: value }));
    expect(findings.filter((one) => one.name === name).map(({ state }) => state)).toEqual(['wrong']);
    if (!name.endsWith('_URL') || name.startsWith('DATA'))
      expect(findings.map(lineOf).join('\n')).not.toContain(value);
  });

  it('finds all of them, not only the first', async () => {
    const change = { PORT: 'many', TOKEN_SECRET: 'short', ENTRA_TENANT: undefined, BOT_TENANT: undefined };
    const names = faulty(await look(change)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(change)));
  });

  it('lets a managed identity have no secret', async () => {
    const managed = { BOT_APP_TYPE: 'UserAssignedMSI' };
    expect(await lines({ ...managed, BOT_APP_SECRET: undefined })).toEqual([]);
    expect((await lines(managed)).join()).toContain('BOT_APP_SECRET: leave it out');
  });
});

describe('what others answer', () => {
  it('says so where nobody answers, and counts it as neither right nor wrong', async () => {
    const ask = () => Promise.reject(new Error('no network'));
    const findings = faulty(await look({}, { ask }));
    expect(new Set(findings.map(({ state }) => state))).toEqual(new Set(['not checked']));
    expect(findings.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'issuer',
        'clock',
        'client secret',
        'bot secret',
        'bot metadata',
        'frame of Teams',
        'messaging endpoint',
      ]),
    );
    expect(hasFailed(findings)).toBe(false);
  });

  it.each([
    [
      'an issuer of another name',
      { issuer: `https://login.example/${TENANT}/v2.0` },
      'issuer: it calls itself otherwise',
    ],
    ['a tenant that nobody knows', { issuer: '' }, 'knows no such tenant'],
    [
      'tokens of the first version',
      { version: '1.0' },
      'token version: set requestedAccessTokenVersion to 2',
    ],
    ['a clock that is wrong', { skewMs: 95_000 }, /clock: 9\d seconds from the issuer/],
    ['a policy without Teams', { ancestors: "'none'" }, 'frame of Teams: the editor'],
    ['no door for the bot', { door: 404 }, 'messaging endpoint: there is none'],
    [
      'an expired secret',
      { refuses: { '22222222-2222-3333-4444-555555555555': 7000222 } },
      'client secret: it has expired',
    ],
    [
      'a wrong secret',
      { refuses: { '33333333-2222-3333-4444-555555555555': 7000215 } },
      'bot secret: Entra refuses it',
    ],
  ])('finds %s', async (_, change, says) => {
    Object.assign(place.is, change);
    const found = await lines();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(says);
    expect(found[0]).toMatch(/^wrong /);
  });

  it('takes a secret for right where only assigned people get a token', async () => {
    place.is.refuses = { '22222222-2222-3333-4444-555555555555': 501051 };
    expect(await lines()).toEqual([]);
  });

  it('only warns of a clock that is a little wrong', async () => {
    place.is.skewMs = -20_000;
    expect(await lines()).toEqual([]);
    expect((await look()).map(lineOf).join('\n')).toMatch(/warning +clock/);
  });
});

describe('the machine', () => {
  it('reaches the database, and says what stands in the way without its password', async () => {
    const keys = { TOKEN_SECRET: SECRETS.TOKEN_SECRET, AUDIT_KEY: SECRETS.AUDIT_KEY };
    const at = (DATABASE_URL: string) => lines({ ...keys, DATABASE_URL });
    expect(await at('postgres://postgres@127.0.0.1:5432/test')).toEqual([]);
    expect(await at('postgres://postgres:hunter2secret@127.0.0.1:5432/nowhere')).toEqual([
      expect.stringContaining('there is no database of that name'),
    ]);
    const silent = await at('postgres://postgres:hunter2secret@127.0.0.1:1/test');
    expect(silent).toEqual([expect.stringMatching(/^wrong +DATABASE_URL: no answer/)]);
    expect(silent.join()).not.toContain('hunter2secret');
  });

  it('knows an old Node, and a folder that is taken', async () => {
    const release = await lockFolder(folder);
    const env = place.env;
    const findings = await examine({
      env,
      root: folder,
      node: '18.20.1',
      version: '1',
      without: [],
      fetch: place.fetch,
      now: Date.now,
    });
    await release();
    expect(findings.find(({ name }) => name === 'Node')?.state).toBe('wrong');
    expect(findings.find(({ name }) => name === 'DATA_DIR lock')?.state).toBe('warning');
  });

  it('knows a folder that nobody can write', async () => {
    expect(await lines({ DATA_DIR: '/proc/nowhere' })).toEqual([
      expect.stringMatching(/^wrong +DATA_DIR: \/proc/),
    ]);
  });
});

describe('npm run doctor', () => {
  it('names what a half-configured machine lacks, one line each, and exits with 1', async () => {
    const env = {
      PATH: process.env.PATH,
      DATA_DIR: folder,
      PUBLIC_URL: 'https://signpost.council.gov.uk',
      ENTRA_TENANT: TENANT,
      ENTRA_AUTHORITY: place.env.ENTRA_AUTHORITY,
      BOT_APP_SECRET: SECRETS.BOT_APP_SECRET,
      BOT_METADATA_URL: place.env.BOT_METADATA_URL,
    };
    const command = [join(ROOT, 'src/cli/doctor.ts')];
    const { code, said } = await new Promise<{ code: unknown; said: string }>((resolve) => {
      execFile(process.execPath, command, { cwd: ROOT, env }, (error, stdout, stderr) =>
        resolve({ code: error?.code, said: stdout + stderr }),
      );
    });
    expect(code).toBe(1);
    const missing = said.split('\n').flatMap((line) => /^missing +([A-Z_]+):/.exec(line)?.[1] ?? []);
    expect(missing).toEqual([
      'ENTRA_CLIENT_ID',
      'ENTRA_CLIENT_SECRET',
      'TEAMS_APP_ID',
      'ENTRA_CLIENTS',
      'BOT_APP_ID',
      'BOT_TENANT',
    ]);
    expect(said).not.toContain(SECRETS.BOT_APP_SECRET);
    expect(said).toMatch(/^ok +issuer/m);
  }, 60_000);
});

describe('the last guard', () => {
  it('blackens every secret, and the password of the database in every spelling', () => {
    const hush = hushing({
      ...SECRETS,
      DATABASE_URL: 'postgres://u:p%40ssw0rd-long@db.example/x',
      PUBLIC_URL: 'https://a.example',
    });
    for (const secret of [
      ...Object.values(SECRETS),
      'p%40ssw0rd-long',
      'p@ssw0rd-long',
      'postgres://u:p%40ssw0rd-long@db.example/x',
    ])
      expect(hush(`failed with ${secret} at https://a.example`)).toBe(
        'failed with (secret) at https://a.example',
      );
  });
});

describe('the page for the administrator', () => {
  it('names every line that the doctor can print, and no other', async () => {
    const page = readFileSync(join(ROOT, 'deploy/teams.md'), 'utf8');
    const told = [...page.matchAll(/^\*Doctor:\*([\s\S]*?)\n\n/gm)].flatMap(([, text = '']) =>
      [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    );
    const names = (await look()).map(({ name }) => name);
    expect(new Set(told)).toEqual(new Set([...names, ...WORDS]));
  });

  it('has the ids of Teams, and the roles as the editor reads them', () => {
    const page = readFileSync(join(ROOT, 'deploy/teams.md'), 'utf8');
    expect(page).toContain(`ENTRA_CLIENTS=${place.env.ENTRA_CLIENTS?.replace(' ', '')}`);
    const roles = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, value]) => value);
    expect(rolesOf(roles)).toEqual([...ROLES]);
  });
});
