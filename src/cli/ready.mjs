/**
 * Makes a fresh machine ready, then runs a command: installs what is missing (exactly what the lockfile says,
 * no install scripts), puts the project's own Node first on the PATH, builds, runs. Plain JavaScript on Node's
 * own modules only, since nothing is installed yet when it starts.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
const bin = join(modules, '.bin');
const stamp = join(modules, '.signpost-lock');
const windows = process.platform === 'win32';

/** The server prints no stack, so it goes without: the map of the bundle is 5 MB at rest and 0.1 s at start. */
const MAPS = '--enable-source-maps';

/** What each command runs, after the build. */
const COMMANDS = {
  start: ['dist/main.js'],
  check: [MAPS, 'dist/check.js'],
  assess: [MAPS, 'dist/assess.js'],
  evaluate: [MAPS, 'dist/evaluate.js'],
  talk: [MAPS, 'dist/talk.js'],
  'help-card': ['dist/help-card.js'],
  export: [MAPS, 'dist/export.js'],
  import: [MAPS, 'dist/import.js'],
  'teams-package': [MAPS, 'dist/teams-package.js'],
  doctor: [MAPS, 'dist/doctor.js'],
  test: ['src/cli/test.mjs'],
  bench: ['tests/bench/bench.mjs'],
  screenshots: ['tests/screenshots/screenshots.ts'],
};

function run(command, args, options = {}) {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...options.env };
  return spawnSync(command, args, { cwd: root, stdio: options.stdio ?? 'inherit', env, shell: windows });
}

/** Installs when the lockfile is not the one that was installed. Its chatter goes to standard error. */
function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  // npm would empty the folder that the link leads to: another checkout's.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    process.stderr.write(
      'node_modules is a link to another folder, and what is installed there is not what package-lock.json names.\n' +
        'Nothing was installed. Take the link away and run this again, or run it in the folder that it leads to.\n',
    );
    process.exit(1);
  }
  process.stderr.write('Installing what is missing (once)...\n');
  const result = run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) {
    process.stderr.write('The installation failed: see above. Is the npm registry reachable?\n');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  process.stderr.write(`Unknown command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}\n`);
  process.exit(2);
}
install();
const node = existsSync(join(bin, windows ? 'node.cmd' : 'node')) ? 'node' : process.execPath;
const built = run(node, ['src/cli/build.mjs'], { stdio: ['ignore', 2, 2] });
if (built.status !== 0) process.exit(1);
// The server only reads the model: learning it takes seconds, and memory that would stay with the server. Whatever
// is wrong with the content, the server itself says, and shows the numbers until it is mended.
if (name === 'start') run(node, ['dist/learn.js'], { stdio: 'ignore' });
const result = run(node, [...command, ...args]);
process.exit(result.status ?? 1);
