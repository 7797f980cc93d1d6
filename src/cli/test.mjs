/**
 * `npm test`: types, lint, content check, then all tests. Every step counts as one, every test as one; the last
 * line is `N passed, N failed`. Arguments are handed to vitest (a file, a name).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

const steps = [
  ['types', () => run('tsc', ['-p', '.'])],
  ['lint', () => run('biome', ['check', '--error-on-warnings', '.'])],
  ['content', () => run(process.execPath, ['dist/check.js'])],
];

let passed = 0;
let failed = 0;
for (const [name, step] of steps) {
  const ok = step();
  console.log(`${ok ? 'passed' : 'FAILED'}: ${name}`);
  if (ok) passed++;
  else failed++;
}

const folder = mkdtempSync(join(tmpdir(), 'signpost-tests-'));
const report = join(folder, 'report.json');
const ok = run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);
try {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  // A file that cannot even be loaded counts too: it holds no test that could fail by itself.
  failed +=
    numFailedTests +
    testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
} catch {
  console.log('FAILED: the tests wrote no report');
  failed++;
}
rmSync(folder, { recursive: true, force: true });
if (!ok && failed === 0) failed++;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
