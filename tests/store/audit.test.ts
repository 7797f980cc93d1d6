/** The audit trail tells of every change made to itself. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { type Entry, faultsOf, NO_ENTRIES, sealed } from '../../src/store/audit.ts';
import type { Backend } from '../../src/store/backend.ts';
import { openFiles } from '../../src/store/files.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { createStore } from '../../src/store/store.ts';
import { KEY } from './contract.ts';

const trail: Entry[] = [];
for (let n = 1; n <= 6; n += 1) {
  const deed = { id: `${n}`, at: n, who: 't/p', role: 'editor', did: 'save', about: { n, why: 'because' } };
  trail.push(sealed(KEY, trail.at(-1) ?? NO_ENTRIES, deed));
}
const head = { n: 6, seal: trail[5]?.seal ?? '' };
const put = (at: number, change: Partial<Entry>) =>
  trail.map((one, n) => (n === at ? { ...one, ...change } : one));
const anew = (key: Uint8Array, entries: readonly Entry[]): Entry[] => {
  const made: Entry[] = [];
  for (const { n: _n, seal: _seal, ...deed } of entries)
    made.push(sealed(key, made.at(-1) ?? NO_ENTRIES, deed));
  return made;
};

it('whole: nothing', () => expect(faultsOf(KEY, trail, head)).toEqual([]));

it.each([
  ['an edit', put(2, { did: 'publish' })],
  ['an edit of a detail', put(2, { about: { n: 3, why: 'other' } })],
  ['an edit of the time', put(0, { at: 99 })],
  ['a deletion', trail.filter((_, n) => n !== 3)],
  ['a deletion at the start', trail.slice(1)],
  ['an insertion', [...trail.slice(0, 2), ...trail.slice(1)]],
  ['a reordering', [trail[0], trail[2], trail[1], ...trail.slice(3)] as Entry[]],
  ['a cut-off tail', trail.slice(0, 5)],
  ['all cut off', []],
  ['written anew without the key', anew(new Uint8Array(32), put(2, { did: 'publish' }))],
  ['written anew with the key', anew(KEY, put(2, { did: 'publish' }))],
  [
    'an older copy put back, and gone on from',
    [
      ...trail.slice(0, 4),
      ...anew(KEY, trail)
        .slice(4)
        .map((one) => ({ ...one, at: 7 })),
    ],
  ],
])('%s is seen', (_, entries) => {
  expect(faultsOf(KEY, entries, head)).toHaveLength(1);
});

/** A trail where it is really kept, and what somebody with the rights to the disk or the database can do to it. */
interface Kept {
  open(): Promise<Backend>;
  lines(): Promise<string[]>;
  put(lines: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

function inFolder(): Kept {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-audit-'));
  const path = join(folder, 'audit.jsonl');
  return {
    open: () => openFiles(folder, KEY, () => {}),
    lines: async () => readFileSync(path, 'utf8').split('\n').filter(Boolean),
    put: async (lines) => writeFileSync(path, lines.map((line) => `${line}\n`).join('')),
    clear: async () => rmSync(folder, { recursive: true }),
  };
}

async function inDatabase(): Promise<Kept> {
  const url = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';
  const schema = `signpost_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(url);
  await admin.connect();
  await admin.query(`create schema ${schema}`);
  const table = `${schema}.signpost_audit`;
  return {
    open: () => openPostgres(url, KEY, schema),
    lines: async () =>
      (await admin.query<{ body: string }>(`select body from ${table} order by n`)).rows.map(
        ({ body }) => body,
      ),
    put: async (lines) => {
      await admin.query(`delete from ${table}`);
      for (const [at, line] of lines.entries())
        await admin.query(`insert into ${table} values ($1, $2)`, [at + 1, line]);
    },
    clear: async () => {
      await admin.query(`drop schema ${schema} cascade`);
      await admin.end();
    },
  };
}

const rewritten = (lines: readonly string[], key: Uint8Array): string[] => {
  const entries = lines.map((line) => JSON.parse(line) as Entry);
  return anew(
    key,
    entries.map((one) => (one.n === 3 ? { ...one, did: 'other' } : one)),
  ).map((one) => JSON.stringify(one));
};

describe.each([
  ['in files', inFolder],
  ['in PostgreSQL', inDatabase],
] as const)('a trail %s', (_, make) => {
  it.each<[string, (lines: string[], old: string[]) => string[]]>([
    ['an edit', (lines) => lines.map((line, n) => (n === 2 ? line.replace('because 3', 'because 4') : line))],
    ['a deletion', (lines) => lines.filter((__, n) => n !== 3)],
    ['a reordering', (lines) => [lines[1], lines[0], ...lines.slice(2)] as string[]],
    ['an insertion', (lines) => [...lines.slice(0, 4), lines[1] as string, ...lines.slice(4)]],
    ['a cut-off tail', (lines) => lines.slice(0, -2)],
    ['writing it anew without the key', (lines) => rewritten(lines, new Uint8Array(32))],
    ['writing it anew with the key', (lines) => rewritten(lines, KEY)],
    ['an old copy put back', (__, old) => old],
    ['something else in place of an entry', (lines) => lines.map((line, n) => (n === 2 ? 'null' : line))],
  ])('shows %s', async (__, tamper) => {
    const kept = await make();
    let noted = NO_ENTRIES as { n: number; seal: string };
    let store = createStore(await kept.open(), (now) => {
      noted = now;
    });
    let old: string[] = [];
    for (let n = 1; n <= 6; n += 1) {
      await store.change(
        () => {},
        () => ({ at: n, who: 't/p', role: 'editor', did: 'save', about: { why: `because ${n}` } }),
      );
      if (n === 3) old = await kept.lines();
    }
    await store.close();
    await kept.put(tamper(await kept.lines(), old));
    store = createStore(await kept.open());
    expect(faultsOf(KEY, await store.trail(), noted)).toHaveLength(1);
    await store.close();
    await kept.clear();
  });
});
