/** An approval that is kept beside a text counts for just its words, and is written where the text says it. */
import { describe, expect, it } from 'vitest';
import {
  approvalsShown,
  type Reading,
  standing,
  sumOf,
  unapproved,
  withApprovals,
  wordsIn,
} from '../../src/content/approvals.ts';
import { readFiles } from '../../src/content/files.ts';
import { inMemory } from '../../src/content/texts.ts';
import { shippedFiles } from '../../src/store/shipped.ts';
import { ROOT } from '../library.ts';

const files = await shippedFiles(ROOT);
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const AT = Date.parse('2026-11-22T12:00:00Z');
const by = (text: string, role = 'approver'): Reading => ({ by: 't/p', role, at: AT, sum: sumOf(text) });
const WAYS = {
  'in brackets': 'approved: [{ role: approver, on: 2026-11-22 }]\n',
  'on lines': 'approved:\n  - role: approver\n    on: 2026-11-22\n',
  'on lines at the edge': 'approved:\n- role: approver\n  on: 2026-11-22\n',
  none: 'approved: []\n',
} as const;

describe('all files that ship', () => {
  const takes = Object.entries(files).filter(([, text]) => /^approved:/m.test(text));
  const signed = withApprovals(
    files,
    Object.fromEntries(takes.map(([path, text]) => [path, [by(text), by(text, 'safeguarding-lead')]])),
    dayOf,
  );

  it('can be signed, and change nothing but that', () => {
    expect(takes.length).toBeGreaterThan(150);
    const read = readFiles(inMemory(signed));
    const both = [
      { role: 'approver', on: '2026-11-22' },
      { role: 'safeguarding-lead', on: '2026-11-22' },
    ];
    const sources = [
      ...read.dialogs,
      ...read.pages,
      ...read.news,
      read.ui,
      read.glossary,
      ...read.overlays.flatMap((one) => [...one.dialogs, ...(one.ui ? [one.ui] : [])]),
    ];
    expect(sources.length).toBeGreaterThan(150);
    for (const { file, value } of sources) expect(value.approved, file).toEqual(both);
    for (const [path, text] of takes) {
      expect(wordsIn(signed[path] ?? ''), path).toBe(wordsIn(text));
      expect(unapproved(`${signed[path]}x`, text), path).toBe(`${text}x`);
    }
  });

  it('signed once more are the same', () => {
    const again = Object.fromEntries(takes.map(([path, text]) => [path, [by(text)]]));
    expect(withApprovals(signed, again, dayOf)).toEqual(signed);
  });
});

describe.each(Object.entries(WAYS))('approved %s', (_, lines) => {
  const text = `version: 1\n${lines}steps:\n  approved: me\n`;
  it('is no part of the words', () => {
    expect(wordsIn(text)).toBe('version: 1\nsteps:\n  approved: me\n');
    expect(wordsIn(`---\nid: a\n${lines}---\napproved: by whom\n`)).toBe(
      '---\nid: a\n---\napproved: by whom\n',
    );
  });

  it('is gone with other words, and only then', () => {
    expect(unapproved(text.replace('me', 'you'), text)).toBe(
      'version: 1\napproved: []\nsteps:\n  approved: you\n',
    );
    expect(unapproved(text.replace(lines, WAYS.none), text)).toBe(text);
  });

  it('holds what was kept beside it, each role and day once', () => {
    const { a = '' } = withApprovals({ a: text }, { a: [by(text)] }, dayOf);
    expect(a.match(/on: 2026-11-22/g)).toHaveLength(1);
    expect(sumOf(a)).toBe(sumOf(text));
  });
});

it('other words have nobody’s approval', () => {
  const text = files['dialogs/menu.yaml'] ?? '';
  expect(standing(text, [by(text), by(`${text}\n`)])).toEqual([by(text)]);
  expect(withApprovals(files, { 'dialogs/menu.yaml': [by('other')] }, dayOf)).toBe(files);
  expect(withApprovals(files, { 'dialogs/gone.yaml': [by('other')] }, dayOf)).toBe(files);
});

it('only those of translations change what residents see', () => {
  const one = [by('x')];
  expect(
    approvalsShown({ 'dialogs/menu.yaml': one, 'content/pages/a.md': one, 'content/ui.yaml': one }),
  ).toBe('');
  const shown = approvalsShown({ 'content/pl/ui.yaml': one, 'content/en-easy/ui.yaml': one });
  expect(shown).not.toBe('');
  expect(approvalsShown({ 'content/en-easy/ui.yaml': one, 'content/pl/ui.yaml': one })).toBe(shown);
});
