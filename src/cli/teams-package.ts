/**
 * `npm run teams-package`: the zip that an administrator uploads to Microsoft Teams (deploy/teams.md). `-- --out path`
 * puts it elsewhere than dist/signpost-teams.zip.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { MANIFEST_VERSION, tabLink } from '../teams/manifest.ts';
import { buildPackage } from '../teams/package.ts';
import { isLacking, packageSettings } from '../teams/settings.ts';

/** Why a file could not be written. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there: make it first',
  ENOTDIR: 'a part of that path is a file, not a folder',
  EISDIR: 'that is a folder: write the name of a file after it',
  EACCES: 'it may not be written: choose a place of your own',
  EPERM: 'it may not be written: choose a place of your own',
  EROFS: 'that disk can only be read',
  ENOSPC: 'the disk is full',
};

function write(root: string, out: string, zip: Uint8Array): void {
  try {
    writeFileSync(resolve(root, out), zip);
  } catch (error) {
    const says = REFUSALS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'it cannot be written';
    throw new Error(`No package was made. --out ${out}: ${says}.`);
  }
}

function main(root: string): void {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist/signpost-teams.zip' } } });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const settings = packageSettings(process.env, version);
  if (isLacking(settings)) {
    for (const { name, state, mend } of settings) process.stderr.write(`${state} ${name}: ${mend}\n`);
    if (settings.some(({ name }) => name === 'TEAMS_APP_ID'))
      process.stderr.write(`For a new app, this id is free to take: TEAMS_APP_ID=${randomUUID()}\n`);
    throw new Error('No package was made. deploy/teams.md says where each setting comes from.');
  }
  const zip = buildPackage(settings, root);
  write(root, values.out, zip);
  process.stdout.write(
    `${values.out} is written: ${zip.length} bytes, version ${version}, valid against manifest schema ${MANIFEST_VERSION}.\n` +
      `Upload it in the Teams admin centre: Teams apps, Manage apps, Upload new app.\n` +
      `Once it is installed, this opens the editor: ${tabLink(settings)}\n`,
  );
}

try {
  main(process.cwd());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
