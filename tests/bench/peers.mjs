/** The peers, installed once into a folder of their own outside the project's dependencies. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = {
  name: 'signpost-peers',
  private: true,
  dependencies: { 'botbuilder-core': '4.23.3', 'botbuilder-dialogs': '4.23.3', restify: '12.0.0' },
};

/**
 * @param {string} root the project
 * @returns {string} the folder with the peers' node_modules
 */
export function installPeers(root) {
  const folder = join(root, 'node_modules', '.cache', 'signpost-peers');
  const wanted = JSON.stringify(PACKAGE);
  const stamp = join(folder, 'installed.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  process.stderr.write('Installing the peers (once)...\n');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), wanted);
  // The dialogs' own install script downloads and runs an unpinned package.
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const windows = process.platform === 'win32';
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 2, 2], shell: windows });
  if (status !== 0) throw new Error('the peers could not be installed: is the npm registry reachable?');
  writeFileSync(stamp, wanted);
  return folder;
}
