/**
 * `npm run doctor`: what is missing or wrong before a launch, one line each, with how to mend it. Exit 1 when something
 * is. `-- --without teams` (or `bot`, or `staff`; may be said again) leaves out what this place does not have.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { examine, PARTS, type Part } from '../doctor/doctor.ts';
import { countsOf, hasFailed, lineOf } from '../doctor/finding.ts';
import { hushing } from '../doctor/hush.ts';

async function main(root: string): Promise<boolean> {
  const { values } = parseArgs({ options: { without: { type: 'string', multiple: true, default: [] } } });
  const without = values.without.flatMap((list) => list.split(','));
  const unknown = without.filter((one) => !PARTS.includes(one as Part));
  if (unknown.length > 0) throw new Error(`--without may be ${PARTS.join(', ')}, not ${unknown.join(', ')}`);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const findings = await examine({
    env: process.env,
    root,
    node: process.versions.node,
    version,
    without: without as Part[],
    fetch,
    now: Date.now,
  });
  const hush = hushing(process.env);
  for (const finding of findings) process.stdout.write(`${hush(lineOf(finding))}\n`);
  process.stdout.write(`${countsOf(findings)}\n`);
  return !hasFailed(findings);
}

try {
  process.exitCode = (await main(process.cwd())) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${hushing(process.env)((error as Error).message)}\n`);
  process.exitCode = 2;
}
