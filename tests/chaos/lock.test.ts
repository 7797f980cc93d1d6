/** After a kill, several start on the same folder at once: exactly one gets it. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LONG } from './random.ts';

const ROUNDS = LONG ? 1_000 : 100;
const RIVALS = 4;

async function starter(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'locker.ts'));
  await once(child, 'message');
  return child;
}

async function take(child: ChildProcess, folder: string): Promise<string> {
  const answered = once(child, 'message');
  child.send(folder);
  return (await answered)[0] as string;
}

it(`${ROUNDS} times: one of ${RIVALS} takes over what a dead one left`, async () => {
  const top = mkdtempSync(join(tmpdir(), 'signpost-lock-'));
  const folders = Array.from({ length: ROUNDS }, () => mkdtempSync(join(top, 'data-')));
  const dead = await starter();
  for (const folder of folders) expect(await take(dead, folder)).toBe('has it');
  dead.kill('SIGKILL');
  await once(dead, 'exit');
  const rivals = await Promise.all(Array.from({ length: RIVALS }, starter));
  const tally = { one: 0, none: 0, more: 0 };
  for (const folder of folders) {
    const said = await Promise.all(rivals.map((rival) => take(rival, folder)));
    const have = said.filter((one) => one === 'has it').length;
    tally[have === 1 ? 'one' : have === 0 ? 'none' : 'more'] += 1;
    expect(readdirSync(folder)).toEqual(['lock']);
  }
  // Two that stand in each other's way may both be refused: they try again.
  console.info(tally);
  expect(tally.more).toBe(0);
  expect(tally.one).toBeGreaterThan(ROUNDS / 2);
  for (const rival of rivals) rival.kill('SIGKILL');
  rmSync(top, { recursive: true });
}, 180_000);
