/**
 * `npm run teams-package`: the zip that an administrator uploads to Microsoft Teams (deploy/teams.md). `-- --out path`
 * puts it elsewhere than dist/signpost-teams.zip.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { MANIFEST_VERSION, tabLink } from '../teams/manifest.ts';
import { buildPackage } from '../teams/package.ts';
import { isLacking, packageSettings } from '../teams/settings.ts';

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
  const path = resolve(root, values.out);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, zip);
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
