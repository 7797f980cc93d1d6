/** Where the package is put: into a folder that is there, or it is said why not, at once. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../library.ts';

const ENV = {
  PATH: process.env.PATH,
  PUBLIC_URL: 'https://signpost.council.gov.uk',
  ENTRA_CLIENT_ID: '22222222-2222-3333-4444-555555555555',
  BOT_APP_ID: '33333333-2222-3333-4444-555555555555',
  TEAMS_APP_ID: '44444444-2222-3333-4444-555555555555',
};
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-out-'));
  writeFileSync(join(folder, 'file'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (out: string) =>
  new Promise<{ code: unknown; said: string; killed: boolean }>((resolve) => {
    const command = [join(ROOT, 'src/cli/teams-package.ts'), '--out', out];
    // It used to try for ever where no folder can be made.
    const options = { cwd: ROOT, env: ENV, timeout: 20_000, killSignal: 'SIGKILL' } as const;
    execFile(process.execPath, command, options, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, said: stdout + stderr, killed: error?.killed ?? false }),
    );
  });

it.each([
  ['below a file', () => join(folder, 'file/app.zip'), 'a part of that path is a file'],
  ['in a folder that is not there', () => join(folder, 'none/of/these/app.zip'), 'its folder is not there'],
  ['where no folder can be', () => '/proc/x/app.zip', 'its folder is not there'],
  ['as a folder', () => folder, 'that is a folder'],
])(
  '%s: refused in one line',
  async (_, out, says) => {
    const { code, said, killed } = await run(out());
    expect([killed, code]).toEqual([false, 1]);
    expect(said).toContain(says);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).not.toMatch(/E[A-Z]{4,}\b|\bat \S+:\d+/);
    expect(readdirSync(folder)).toEqual(['file']);
  },
  30_000,
);
