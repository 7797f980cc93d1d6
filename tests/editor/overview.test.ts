/** What the page begins with: what is due, since when a text is what it is, and which numbers differ. */
import { describe, expect, it } from 'vitest';
import { changedSince } from '../../src/editor/changed.ts';
import { changedNumbers } from '../../src/editor/numbers.ts';
import { remindersOf, type ToRemind } from '../../src/editor/reminders.ts';
import { surveyOf } from '../../src/editor/survey.ts';
import { newDesk, SHIPPED } from '../../src/store/desk.ts';
import { shippedFiles } from '../../src/store/shipped.ts';
import { ROOT } from '../library.ts';

const files = await shippedFiles(ROOT);
const SERVICES = 'content/services.yaml';

describe('a survey', () => {
  it('names every file of a version, once', () => {
    const { items, services, places, gate } = surveyOf(files, ROOT);
    expect(items.map(({ path }) => path)).toEqual(Object.keys(files).sort());
    expect(items.filter(({ title }) => title.startsWith('content/') || title === '')).toEqual([]);
    expect([services.length > 20, places.length > 20, gate.length]).toEqual([true, true, 10]);
    const kinds = new Set(items.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      ['dialog', 'news', 'other', 'page', 'print', 'risk', 'services', 'translation'].sort(),
    );
    expect(items.find(({ path }) => path === 'dialogs/immediate-danger.yaml')?.urgent).toBe(true);
  });

  it('counts what is stale when the English of a step changes', () => {
    const path = 'dialogs/gifts-and-favours.yaml';
    const text = (files[path] ?? '').replace('Which one is most like it?', 'Which one is it?');
    const stale = (given: typeof files) =>
      surveyOf(given, ROOT).items.find((one) => one.path === path)?.stale ?? -1;
    expect(stale({ ...files, [path]: text })).toBe(stale(files) + 2);
  });

  it('of words that cannot be read still names the files', () => {
    const { items, services } = surveyOf({ ...files, 'dialogs/menu.yaml': 'id: [' }, ROOT);
    expect([items.length, services]).toEqual([Object.keys(files).length, []]);
  });
});

describe('since when', () => {
  const versions: Record<string, Record<string, string>> = {
    [SHIPPED]: { a: '1', b: '1', c: '1' },
    one: { a: '2', b: '1', c: '1' },
    two: { a: '2', b: '2', c: '1' },
    three: { a: '2', b: '3', c: '1', d: '1' },
  };
  const filesOf = async (version: string) => versions[version] ?? null;
  const history = [
    { version: 'two', until: 30 },
    { version: 'one', until: 20 },
    { version: SHIPPED, until: 10 },
  ];

  it('is the day on which the live text came', async () => {
    const changed = await changedSince({ live: 'three', history }, filesOf);
    expect(Object.fromEntries(changed)).toEqual({ a: 10, b: 30, d: 30 });
    expect((await changedSince({ live: SHIPPED, history }, filesOf)).size).toBe(0);
  });

  it('where the beginning is forgotten, it is the oldest day that is known', async () => {
    const short = await changedSince({ live: 'three', history: history.slice(0, 2) }, filesOf);
    expect(short.get('a')).toBe(20);
  });
});

describe('numbers that differ', () => {
  const change = (from: string, to: string) => ({
    ...files,
    [SERVICES]: (files[SERVICES] ?? '').replace(from, to),
  });

  it('are those that residents would ring or text, and never the one for danger now', () => {
    expect(changedNumbers(files, files)).toEqual([]);
    expect(changedNumbers(change('phone: "0800 1111"', 'phone: "0808 157 0000"'), files)).toEqual([
      'childline',
    ]);
    expect(changedNumbers(change('phone: "999"', 'phone: "998"'), files)).toEqual([]);
    expect(changedNumbers(change('name: Childline', 'name: The Childline'), files)).toEqual([]);
    const gone = { [SERVICES]: 'version: 1' };
    expect(changedNumbers(gone, files)).toContain('childline');
  });
});

describe('what is due', () => {
  const survey = surveyOf(files, ROOT);
  const remind = (change: Partial<ToRemind>) =>
    remindersOf({
      me: { person: 't/a', roles: ['approver'], csrf: '', local: false },
      desk: newDesk(),
      drafts: [],
      items: [],
      services: [],
      survey: { ...survey, gate: [], missing: [], calendarEnds: null },
      shown: newDesk().live,
      today: '2026-12-01',
      ...change,
    });
  const service = {
    id: 's',
    name: 'S',
    phone: '01632 960 001',
    emergency: false,
    confidence: 'high',
    hidden: null,
    rung: '2026-09-01',
    due: '2026-11-30',
  } as const;

  it.each([
    ['a number, the day after', { services: [service] }, 'ring', true],
    [
      'a number that nobody rang',
      { services: [{ ...service, rung: null, due: '2027-01-01' }] },
      'ring',
      false,
    ],
    [
      'a calendar 59 days before',
      { survey: { ...survey, gate: [], missing: [], calendarEnds: '2027-01-29' } },
      'calendar',
      true,
    ],
    [
      'texts that are missing',
      { survey: { ...survey, gate: [], calendarEnds: null, missing: [{ name: 'Polski', count: 3 }] } },
      'translation',
      false,
    ],
    ['switched off', { desk: { ...newDesk(), off: { by: 't/a', at: 1, why: 'a test' } } }, 'off', true],
  ] as const)('%s', (_, change, kind, due) => {
    expect(remind(change as Partial<ToRemind>)).toMatchObject([{ kind, due }]);
  });

  it.each([
    ['a number on its last day', { services: [{ ...service, due: '2026-12-01' }] }],
    ['a line for emergencies', { services: [{ ...service, emergency: true }] }],
    [
      'a calendar 60 days before',
      { survey: { ...survey, gate: [], missing: [], calendarEnds: '2027-01-30' } },
    ],
  ])('not yet: %s', (_, change) => {
    expect(remind(change as Partial<ToRemind>)).toEqual([]);
  });

  it('a draft waits for who may agree and has not, and for no writer of it', () => {
    const draft = {
      id: 'd',
      title: 'D',
      revision: 1,
      base: SHIPPED,
      writers: ['t/w'],
      changed: 1,
      paths: [],
      stage: 'asked' as const,
      approvals: [{ by: 't/done', role: 'approver' as const, revision: 1, at: 1 }],
      note: null,
    };
    const for_ = (person: string, role: 'editor' | 'approver') =>
      remind({ drafts: [draft], me: { person, roles: [role], csrf: '', local: false } }).length;
    expect([
      for_('t/a', 'approver'),
      for_('t/w', 'approver'),
      for_('t/done', 'approver'),
      for_('t/e', 'editor'),
    ]).toEqual([1, 0, 0, 0]);
  });
});
