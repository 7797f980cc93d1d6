/** Two editors save the same draft 200 times each at once: nothing that was answered is lost, and each conflict is told. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { faultsOf } from '../../src/store/audit.ts';
import { createStore } from '../../src/store/store.ts';
import { type Ground, inDatabase, inFolder, KEY, openAt } from './place.ts';
import { DRAFT, SAVES, type Saved, saveMany } from './saving.ts';

const EDITORS = ['ann', 'bob'];

async function inOneProcess(ground: Ground): Promise<Saved[]> {
  const store = createStore(await openAt(ground.where, () => {}));
  const saved = await Promise.all(EDITORS.map((who) => saveMany(store, who)));
  await store.close();
  return saved;
}

async function inTwoProcesses(ground: Ground): Promise<Saved[]> {
  const children = EDITORS.map(() => fork(join(import.meta.dirname, 'saver.ts')));
  await Promise.all(children.map((child) => once(child, 'message')));
  return Promise.all(
    children.map(async (child, n) => {
      child.send({ where: ground.where, who: EDITORS[n] });
      const [saved] = (await once(child, 'message', { signal: AbortSignal.timeout(30_000) })) as [Saved];
      return saved;
    }),
  );
}

async function losesNothing(ground: Ground, saved: readonly Saved[]): Promise<void> {
  const all = Array.from({ length: SAVES * EDITORS.length }, (_, n) => n + 1);
  // Each revision was answered to one of them, and no number was left out.
  expect(saved.flatMap(({ answered }) => answered).sort((a, b) => a - b)).toEqual(all);
  // Whoever was told of a conflict had saved from a revision over which the other one was quicker: once for each.
  for (const [n, { conflicts, answered }] of saved.entries()) {
    const theirs = new Set(saved[1 - n]?.answered);
    expect(conflicts.filter((from) => !theirs.has(from + 1))).toEqual([]);
    expect(new Set(conflicts).size).toBe(conflicts.length);
    expect(answered.filter((one) => conflicts.includes(one - 1))).toEqual([]);
  }
  expect(saved.flatMap(({ conflicts }) => conflicts).length).toBeGreaterThan(0);
  const store = createStore(await openAt(ground.where, () => {}));
  const draft = (await store.read()).drafts[DRAFT];
  expect(draft?.revision).toBe(all.length);
  expect(draft?.writers.toSorted()).toEqual(EDITORS.map((who) => `tenant/${who}`));
  // What each saved last stands there, beside what the other did.
  expect(draft?.files).toEqual(
    Object.fromEntries(EDITORS.map((who) => [`dialogs/${who}.yaml`, `${SAVES - 1}`])),
  );
  const trail = await store.trail();
  expect(faultsOf(KEY, trail, store.head())).toEqual([]);
  expect(trail.map(({ about }) => about.revision)).toEqual(all);
  for (const [n, who] of EDITORS.entries())
    expect(trail.filter((one) => one.who === `tenant/${who}`).map(({ about }) => about.revision)).toEqual(
      saved[n]?.answered,
    );
  await store.close();
  await ground.clear();
}

it('two sessions on files', async () => {
  const ground = inFolder();
  await losesNothing(ground, await inOneProcess(ground));
}, 90_000);

it('two processes on PostgreSQL', async () => {
  const ground = await inDatabase();
  await losesNothing(ground, await inTwoProcesses(ground));
}, 90_000);
