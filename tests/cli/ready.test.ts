/** A checkout whose node_modules is a link to another's: that one is never emptied. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../library.ts';

const LOCK = '{}';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-ready-'));
  mkdirSync(join(folder, 'theirs', '.bin'), { recursive: true });
  mkdirSync(join(folder, 'mine', 'src', 'cli'), { recursive: true });
  cpSync(join(ROOT, 'src/cli/ready.mjs'), join(folder, 'mine/src/cli/ready.mjs'));
  // Stands for the build: it only tells that it came to it.
  writeFileSync(join(folder, 'mine/src/cli/build.mjs'), 'console.error("built"); process.exit(1);');
  writeFileSync(join(folder, 'mine/package-lock.json'), LOCK);
  symlinkSync(join(folder, 'theirs'), join(folder, 'mine/node_modules'));
  writeFileSync(join(folder, 'theirs/.bin/npm'), `#!/bin/sh\ntouch ${join(folder, 'installed')}\n`, {
    mode: 0o755,
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const check = () => {
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/ready.mjs', 'check'], {
    cwd: join(folder, 'mine'),
    encoding: 'utf8',
  });
  return { status, stderr, installed: existsSync(join(folder, 'installed')) };
};

it('says what is missing, and installs nothing', () => {
  expect(check()).toEqual({
    status: 1,
    stderr: expect.stringContaining('node_modules is a link'),
    installed: false,
  });
});

it('goes on where what is installed there fits', () => {
  writeFileSync(join(folder, 'theirs/.signpost-lock'), createHash('sha256').update(LOCK).digest('hex'));
  expect(check()).toEqual({ status: 1, stderr: expect.stringContaining('built'), installed: false });
});
