/** The place where staff's work is kept is gone or full: they are told so plainly, and nothing of it is half done. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openDesk } from '../../src/store/open.ts';
import { ROOT } from '../library.ts';
import { wireTo } from '../store/proxy.ts';
import { DATABASE, database, folder, type Place, type Rig, rig } from './rig.ts';

const SOON = { timeout: 12_000, interval: 100 };
const draft = { title: 'Kept', base: 'shipped', files: { 'dialogs/new.yaml': 'a: 1\n' }, revision: 0 };

async function on(place: Place, use: (at: Rig) => Promise<void>): Promise<void> {
  const at = await rig(place);
  try {
    await use(at);
  } finally {
    await at.stop();
    await place.clear();
  }
}

describe('the database', () => {
  it('gone: 503 in plain words, also for who wants in; the chat answers; back: all is there', async () => {
    const wire = await wireTo(DATABASE);
    const place = await database();
    await on({ ...place, config: { ...place.config, databaseUrl: wire.url } }, async (at) => {
      const editor = await at.signIn('editor');
      await editor.put('/drafts/kept', draft);
      await wire.cut();
      for (const [method, path, body] of [
        ['PUT', '/drafts/kept', { ...draft, revision: 1 }],
        ['POST', '/off', { why: 'a test' }],
        ['GET', '/desk', undefined],
        ['GET', '/trail', undefined],
      ] as const) {
        const answer = await editor.call(method, path, body);
        expect([answer.status, answer.body.error.code], path).toEqual([503, 'store-away']);
        expect(answer.body.error.message).toContain('What you wrote is still on this page.');
      }
      const signIn = await fetch(at.links.approver, { method: 'POST', redirect: 'manual' });
      expect(signIn.status).toBe(503);
      const talk = await at.open();
      expect((await at.say(talk, 'hello')).status).toBe(200);

      await wire.mend();
      await expect.poll(async () => (await editor.get('/desk')).status, SOON).toBe(200);
      const { body } = await editor.get('/drafts/kept');
      expect([body.draft.revision, body.draft.files]).toEqual([1, draft.files]);
      expect((await editor.put('/drafts/kept', { ...draft, revision: 1 })).status).toBe(200);
      // The link was not used up by the attempt that could not be written down.
      expect((await at.signIn('approver')).csrf).not.toBe('');
    });
    await wire.close();
  }, 40_000);

  it('gone from the start: whoever signs in reads so', async () => {
    const wire = await wireTo(DATABASE);
    await wire.cut();
    const place = await database();
    await on({ ...place, config: { ...place.config, databaseUrl: wire.url } }, async (at) => {
      const page = await fetch(at.links.editor, { method: 'POST', redirect: 'manual' });
      expect([page.status, await page.text()]).toEqual([
        503,
        expect.stringContaining('cannot be kept just now'),
      ]);
      await wire.mend();
      await expect.poll(() => at.desk.store() !== null, SOON).toBe(true);
      expect((await at.signIn('editor')).csrf).not.toBe('');
    });
    await wire.close();
  });
});

describe('the folder', () => {
  it.skipIf(process.platform !== 'linux')(
    'full: 503, the draft is as it was; room again: it is saved',
    async () => {
      await on(await folder(), async (at) => {
        const editor = await at.signIn('editor');
        await editor.put('/drafts/kept', draft);
        // The kernel refuses to let any file grow over 600 bytes, as it does when a disk is full.
        process.on('SIGXFSZ', () => {});
        const limit = (bytes: string) =>
          execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`]);
        const long = { ...draft, revision: 1, files: { 'dialogs/new.yaml': `a: ${'x'.repeat(2_000)}\n` } };
        limit('600');
        try {
          const refused = await editor.put('/drafts/kept', long);
          expect([refused.status, refused.body.error.code]).toEqual([503, 'store-away']);
        } finally {
          limit('unlimited');
        }
        expect((await editor.get('/drafts/kept')).body.draft).toMatchObject({
          revision: 1,
          files: draft.files,
        });
        expect((await editor.put('/drafts/kept', long)).status).toBe(200);
        expect((await editor.get('/trail')).body.faults).toEqual([]);
      });
    },
  );

  it('of another Signpost: staff read so, until that one is gone', async () => {
    const place = await folder();
    const first = await openDesk(
      place.config,
      createLog(() => {}, 'error'),
      ROOT,
    );
    await on(place, async (at) => {
      expect((await fetch(at.links.editor, { method: 'POST' })).status).toBe(503);
      await first.close();
      await expect.poll(() => at.desk.store() !== null, SOON).toBe(true);
      expect((await at.signIn('editor')).csrf).not.toBe('');
    });
  });
});

it.each([
  [
    'an edit',
    (lines: string[]) => lines.map((line, n) => (n === 1 ? line.replace('"kept"', '"lost"') : line)),
  ],
  ['a deletion', (lines: string[]) => lines.filter((_, n) => n !== 1)],
  ['a reordering', ([a, b, c, ...rest]: string[]) => [a, c, b, ...rest] as string[]],
  ['a cut-off tail', (lines: string[]) => lines.slice(0, -2)],
])('%s of the trail is shown to all, now and after a restart', async (_, change) => {
  const place = await folder();
  const seen: string[][] = [];
  const at = await rig(place);
  const editor = await at.signIn('editor');
  for (const revision of [0, 1, 2]) await editor.put('/drafts/kept', { ...draft, revision });
  expect((await editor.get('/trail')).body.faults).toEqual([]);
  const path = join(place.config.dataDir, 'audit.jsonl');
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  writeFileSync(path, `${change(lines).join('\n')}\n`);
  seen.push((await editor.get('/trail')).body.faults);
  await at.stop();
  await on(place, async (again) => {
    const approver = await again.signIn('approver');
    seen.push((await approver.get('/trail')).body.faults);
  });
  for (const faults of seen) expect(faults).toHaveLength(1);
});
