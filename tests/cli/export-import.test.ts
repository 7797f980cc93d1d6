/** The live words as files for git, and files as the live words: by the commands themselves. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sumOf } from '../../src/content/approvals.ts';
import { createLog } from '../../src/log.ts';
import { type LiveDesk, openDesk } from '../../src/store/open.ts';
import { database, folder, type Place } from '../editor/rig.ts';
import { ROOT } from '../library.ts';

const DIALOG = 'dialogs/gifts-and-favours.yaml';
const POLISH = 'content/pl/dialogs/blackmail.yaml';
const SERVICES = 'content/services.yaml';
const WHY = ['--role', 'approver', '--why', 'a test'];

describe.each([
  ['in files', folder],
  ['in PostgreSQL', database],
])('%s', (name, makePlace) => {
  let place: Place;
  let root: string;
  let desk: LiveDesk;
  beforeAll(async () => {
    place = await makePlace();
    root = mkdtempSync(join(tmpdir(), 'signpost-export-'));
    for (const one of ['dialogs', 'content']) cpSync(join(ROOT, one), join(root, one), { recursive: true });
    mkdirSync(join(root, 'deploy'));
  });
  afterAll(async () => {
    rmSync(root, { recursive: true, force: true });
    await place.clear();
  });

  const open = async () => {
    desk = await openDesk(
      place.config,
      createLog(() => {}, 'error'),
      root,
    );
  };
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const edit = (path: string, from: string, to: string) => {
    const changed = read(path).replace(from, to);
    if (changed === read(path)) throw new Error(`${from} is not in ${path}`);
    writeFileSync(join(root, path), changed);
  };
  async function run(
    command: 'export' | 'import',
    ...args: string[]
  ): Promise<{ code: number; said: string }> {
    const { databaseUrl, dataDir, schema } = place.config;
    const url = databaseUrl && `${databaseUrl}?options=-c%20search_path%3D${schema}`;
    const child = spawn(process.execPath, [join(ROOT, 'src/cli', `${command}.ts`), ...args], {
      cwd: root,
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...(url && { DATABASE_URL: url }) },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        said += data;
      });
    const [code] = await once(child, 'close');
    return { code, said };
  }
  async function publish(path: string, from: string, to: string): Promise<void> {
    const { live } = desk.current();
    const files = { ...(await desk.filesOf(live)) };
    files[path] = (files[path] ?? '').replace(from, to);
    delete files['content/news/about-signpost.md'];
    const version = await desk.store()?.putVersion(files);
    await desk.store()?.change((now) => {
      now.history = [{ version: now.live, until: 1 }, ...now.history];
      now.live = version ?? '';
      const sum = sumOf(files[POLISH] ?? '');
      now.read[POLISH] = [
        { by: 'tenant/person', role: 'approver', at: Date.parse('2027-06-01T23:30:00Z'), sum },
      ];
      now.read[SERVICES] = [{ by: 'tenant/person', role: 'approver', at: 1, sum: 'f'.repeat(64) }];
      now.rung.childline = { by: 'tenant/person', role: 'editor', at: Date.parse('2027-06-01T23:30:00Z') };
    });
  }

  it('nothing was published: nothing is written', async () => {
    await open();
    const { code, said } = await run('export');
    expect([code, said]).toEqual([0, 'dialogs/ and content/ hold the live words already.\n']);
  });

  it('the live words are written while Signpost runs: changes, days, and what was taken out', async () => {
    await publish(DIALOG, 'title: Someone gives me things', 'title: Somebody gives me things');
    const { code, said } = await run('export');
    expect(said).toContain(`wrote   ${DIALOG}\n`);
    expect([code, said.includes('deleted content/news/about-signpost.md')]).toEqual([0, true]);
    expect(read(DIALOG)).toContain('title: Somebody gives me things');
    // The evening in London is already the next day.
    expect(read(SERVICES)).toMatch(/id: childline\n(?: {4}.*\n)*? {4}rung: 2027-06-02\n/);
    expect(read(SERVICES).startsWith('# Every number')).toBe(true);
    expect(read(POLISH)).toMatch(/^approved:\n {2}- { role: approver, on: 2027-06-02 }\n/m);
    expect((await run('export')).said).toContain('hold the live words already');
  });

  it('what somebody changed on disk is not written over, unless told to', async () => {
    edit(DIALOG, 'Somebody gives me things', 'By hand');
    const refused = await run('export');
    expect([refused.code, refused.said.includes(DIALOG)]).toEqual([1, true]);
    expect(read(DIALOG)).toContain('By hand');
    expect((await run('export', '--force')).code).toBe(0);
    expect(read(DIALOG)).toContain('Somebody gives me things');
  });

  it('a planted version writes and deletes nothing outside', async () => {
    const planted = await desk.store()?.putVersion({ '../planted.yaml': 'x', 'dialogs/menu.yaml': 'x' });
    const { live } = desk.current();
    await desk.store()?.change((now) => {
      now.live = planted ?? '';
    });
    const refused = await run('export', '--force');
    expect([refused.code, existsSync(join(root, '..', 'planted.yaml'))]).toEqual([1, false]);
    expect(read('dialogs/menu.yaml')).not.toBe('x');
    await desk.store()?.change((now) => {
      now.live = live;
    });
  });

  it('nothing is written through a link that leads outside', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'signpost-outside-'));
    renameSync(join(root, DIALOG), join(outside, 'kept.yaml'));
    const before = readFileSync(join(outside, 'kept.yaml'), 'utf8');
    writeFileSync(join(outside, 'kept.yaml'), 'mine');
    symlinkSync(join(outside, 'kept.yaml'), join(root, DIALOG));
    const refused = await run('export', '--force');
    expect([refused.code, readFileSync(join(outside, 'kept.yaml'), 'utf8')]).toEqual([1, 'mine']);
    rmSync(join(root, DIALOG));
    writeFileSync(join(root, DIALOG), before);
    rmSync(outside, { recursive: true });
  });

  it('import wants a role and a reason, and a folder of its own', async () => {
    for (const args of [[], ['--role', 'boss', '--why', 'a test'], ['--role', 'approver', '--why', ' ']]) {
      const refused = await run('import', ...args);
      expect([refused.code, refused.said.includes('--role editor|approver')]).toEqual([1, true]);
    }
    if (name === 'in files') {
      const taken = await run('import', ...WHY);
      expect([taken.code, taken.said.includes('is in use by another Signpost')]).toEqual([1, true]);
    }
    await desk.close();
  });

  it.skipIf(name !== 'in files')('words with a mistake are not imported', async () => {
    edit(DIALOG, 'start: first', 'start: nowhere');
    const refused = await run('import', ...WHY);
    expect([refused.code, refused.said]).toEqual([
      1,
      expect.stringMatching(`${DIALOG}:\\d+: there is no step`),
    ]);
    edit(DIALOG, 'start: nowhere', 'start: first');
  });

  it('sound ones are live then, and the trail says who and why', async () => {
    edit(DIALOG, 'Somebody gives me things', 'Someone gives me stuff');
    const { code, said } = await run('import', ...WHY);
    expect([code, said]).toEqual([0, expect.stringMatching(/Live now: [0-9a-f]{64} /)]);
    expect((await run('import', ...WHY)).said).toContain('live already');
    await open();
    const { live, history } = desk.current();
    expect(history).toHaveLength(2);
    expect((await desk.filesOf(live))?.[DIALOG]).toContain('Someone gives me stuff');
    const trail = await desk.store()?.trail();
    expect(trail).toMatchObject([
      { who: 'cli/import', role: 'approver', did: 'import', about: { why: 'a test' } },
    ]);
    await desk.close();
  });
});
