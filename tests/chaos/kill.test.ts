/** kill -9 at random moments of publishing: what is there afterwards is the old version or the new one, whole. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { type Entry, faultsOf, type Head, NO_ENTRIES } from '../../src/store/audit.ts';
import type { Files } from '../../src/store/backend.ts';
import { HISTORY, SHIPPED } from '../../src/store/desk.ts';
import { nameOf, textOf } from '../../src/store/naming.ts';
import { createStore } from '../../src/store/store.ts';
import { type Ground, inDatabase, inFolder, KEY, openAt, shippedText, versionOf } from './place.ts';
import type { Order } from './publisher.ts';
import { chance, LONG } from './random.ts';

const KILLS = LONG ? 100 : 25;

// What ships may be worked on meanwhile: all put up the same.
const text = await shippedText();
const shipped = JSON.parse(text) as Files;
const top = mkdtempSync(join(tmpdir(), 'signpost-chaos-'));
const kept = join(top, 'shipped.json');
writeFileSync(kept, text);
afterAll(() => rmSync(top, { recursive: true }));

const names: string[] = [SHIPPED];
const nameAt = (n: number): string => (names[n] ??= nameOf(textOf(versionOf(shipped, n))));

interface Child {
  readonly process: ChildProcess;
  readonly warm: Promise<unknown>;
  /** What it has said. */
  readonly said: readonly string[];
  readonly gone: Promise<unknown>;
}

function child(): Child {
  const made = fork(join(import.meta.dirname, 'publisher.ts'), [kept], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const gone = once(made, 'close');
  const said: string[] = [];
  made.stdout?.on('data', (part) => said.push(String(part)));
  return { process: made, warm: Promise.race([once(made, 'message'), gone]), said, gone };
}

/** The last publishing that was answered. */
const lastOf = (said: readonly string[]): number => Number(said.join('').trimEnd().split('\n').at(-1));

/**
 * Lets a child publish, and kills it.
 * @returns the last publishing that it had the answer for; `from - 1` when there was none
 */
async function publishAndKill(
  { process, warm, said, gone }: Child,
  order: Order,
  ms: number,
): Promise<number> {
  await warm;
  process.send(order);
  await wait(ms);
  process.kill('SIGKILL');
  await gone;
  // Whoever ends before has failed, and said why.
  expect(process.signalCode).toBe('SIGKILL');
  return Math.max(order.from - 1, lastOf(said));
}

interface Seen {
  readonly live: number;
  readonly head: Head;
  /** The kill came between a change and its entry in the trail. */
  readonly owed: boolean;
}

const countingTo = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1);

/** The trail holds each publishing once, and goes on from the head that was noted before. */
function checkTrail(trail: readonly Entry[], live: number, head: Head): void {
  expect(faultsOf(KEY, trail, head)).toEqual([]);
  expect(trail.map(({ about }) => about)).toEqual(countingTo(live).map((n) => ({ n, version: nameAt(n) })));
}

/** Opens the store afresh and looks at all of it. `answered`: the last publishing that was answered. */
async function look(ground: Ground, answered: number, head: Head): Promise<Seen> {
  let repaired = 0;
  const backend = await openAt(ground.where, () => (repaired += 1));
  const store = createStore(backend);
  try {
    expect(ground.leftOvers()).toEqual([]);
    const entered = (await backend.audit.all()).length;
    const desk = await store.read();
    expect(repaired).toBe(0);
    // What was answered is there; the one in hand may be.
    const live = desk.live === nameAt(answered + 1) ? answered + 1 : answered;
    const before = countingTo(live)
      .map((n) => nameAt(n - 1))
      .reverse();
    expect([desk.live, ...desk.history.map(({ version }) => version)]).toEqual(
      [nameAt(live), ...before].slice(0, HISTORY + 1),
    );
    if (live > 0) expect(await store.getVersion(desk.live)).toEqual(versionOf(shipped, live));
    checkTrail(await store.trail(), live, head);
    // Work goes on, and enters nothing twice.
    await store.change(() => {});
    const trail = await store.trail();
    checkTrail(trail, live, head);
    await ground.thin([desk.live, ...desk.history.map(({ version }) => version)]);
    const { n, seal } = trail.at(-1) ?? NO_ENTRIES;
    return { live, head: { n, seal }, owed: entered < live };
  } finally {
    await store.close();
  }
}

/** How long a fresh child takes for four publishings here and now: the kills come within that time. */
async function spanOf(ground: Ground): Promise<{ span: number; answered: number }> {
  const { process, warm, gone, said } = child();
  await warm;
  const started = performance.now();
  process.send({ where: ground.where, from: 1 } satisfies Order);
  while (lastOf(said) < 4) await once(process.stdout as NodeJS.ReadableStream, 'data');
  const span = performance.now() - started;
  process.kill('SIGKILL');
  await gone;
  await ground.settled();
  return { span, answered: lastOf(said) };
}

async function allWhole(ground: Ground): Promise<boolean> {
  const store = createStore(await openAt(ground.where, () => {}));
  const { live, history } = await store.read();
  const versions = [live, ...history.map(({ version }) => version)].filter((one) => one !== SHIPPED);
  const files = await Promise.all(versions.map((one) => store.getVersion(one)));
  await store.close();
  return files.every((one) => one !== null);
}

async function survives(ground: Ground): Promise<void> {
  const random = chance();
  const { span, answered: first } = await spanOf(ground);
  const tally = { published: 0, more: 0, leftOvers: 0, owed: 0 };
  let seen: Seen = await look(ground, first, NO_ENTRIES);
  let next = child();
  for (let n = 0; n < KILLS; n += 1) {
    const mine = next;
    next = child();
    const order = { where: ground.where, from: seen.live + 1 };
    const answered = await publishAndKill(mine, order, random.next() * span * 1.5);
    await ground.settled();
    tally.leftOvers += ground.leftOvers().length;
    const now = await look(ground, answered, seen.head);
    tally.published += now.live - seen.live;
    tally.more += now.live - answered;
    tally.owed += Number(now.owed);
    seen = now;
  }
  next.process.kill('SIGKILL');
  expect(await allWhole(ground)).toBe(true);
  // The kills came in the midst of the work.
  expect(tally.published).toBeGreaterThan(KILLS / 10);
  console.info(`seed ${random.seed}: ${KILLS} kills within ${Math.round(span)} ms`, tally);
  await ground.clear();
}

it(`files: ${KILLS} kills leave the old version or the new one`, () => survives(inFolder()), 240_000);
it(
  `PostgreSQL: ${KILLS} kills leave the old version or the new one`,
  async () => survives(await inDatabase()),
  240_000,
);
