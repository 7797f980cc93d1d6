/** The surgery on YAML: what is changed is what was asked for, and nothing else is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { insertIn, moveIn, type Path, removeIn, renameIn, setIn, valueOf } from '../../src/content/edit.ts';
import { bodyOf, headOf, setBody, setHead } from '../../src/content/edit-page.ts';

const ROOT = join(import.meta.dirname, '../..');
const under = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));
const FILES = [...under('dialogs', /\.yaml$/), ...under('content', /\.yaml$/)];
const PAGES = under('content', /(?:pages|news|print)\/.*\.md$/);
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The same numbers on each run (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

type Any = null | string | number | boolean | Any[] | { [key: string]: Any };
const at = (value: Any, path: Path): Any =>
  path.reduce<Any>((one, key) => (one as Record<string | number, Any>)[key] as Any, value);

/** Every path of a value, with what stands there. */
function* places(value: Any, path: Path = []): Generator<{ path: Path; value: Any }> {
  if (path.length > 0) yield { path, value };
  if (Array.isArray(value)) for (const [n, one] of value.entries()) yield* places(one, [...path, n]);
  else if (value !== null && typeof value === 'object')
    for (const [key, one] of Object.entries(value)) yield* places(one, [...path, key]);
}

const VALUES: Any[] = [
  'A plain sentence.',
  'No: with a colon',
  '# not a comment',
  'yes',
  '12',
  "it's, with [brackets] and {braces}",
  'dobrze, że "pytasz"',
  '- dash',
  'two\nlines',
  '',
  ' space ',
  '💛 heart',
  7,
  true,
  null,
  ['one', 'two, three'],
  [],
  { label: 'A button', also: ['go on', 'on'], go: 'first' },
  [{ label: 'A button', also: [], go: 'first' }],
  {
    say: ['Hello.', 'A much longer line that tells what is going on, and to whom: you.'],
    'hand-off': ['childline'],
  },
];

interface Edit {
  readonly name: string;
  readonly text: string;
  readonly value: Any;
  /** Lines of the old text from the first change to the last lie within this path's lines. */
  readonly within: Path;
}

function randomEdit(text: string, value: Any, roll: (below: number) => number): Edit {
  const all = [...places(value)];
  const pick = all[roll(all.length)] as { path: Path; value: Any };
  const put = VALUES[roll(VALUES.length)] as Any;
  const wanted = structuredClone(value);
  const list = Array.isArray(pick.value) && pick.value.length > 0 ? pick.value : undefined;
  const kind = roll(list ? 5 : 3);
  const key = pick.path.at(-1) as never;
  const parent = at(wanted, pick.path.slice(0, -1)) as Any[];
  if (kind === 0) {
    parent[key] = put;
    return { name: 'set', text: setIn(text, pick.path, put), value: wanted, within: pick.path };
  }
  if (kind === 1) {
    if (Array.isArray(parent)) parent.splice(key, 1);
    else delete parent[key];
    return { name: 'remove', text: removeIn(text, pick.path), value: wanted, within: pick.path };
  }
  if (kind === 2) {
    const maps = all.filter(
      (one) => one.value !== null && typeof one.value === 'object' && !Array.isArray(one.value),
    );
    const path = maps.length > 0 ? (maps[roll(maps.length)] as { path: Path }).path : [];
    (at(wanted, path) as Record<string, Any>)['brand-new'] = put;
    return { name: 'add', text: setIn(text, [...path, 'brand-new'], put), value: wanted, within: path };
  }
  const items = at(wanted, pick.path) as Any[];
  if (kind === 3) {
    const index = roll(items.length + 1);
    items.splice(index, 0, put);
    return { name: 'insert', text: insertIn(text, pick.path, index, put), value: wanted, within: pick.path };
  }
  const [from, to] = [roll(items.length), roll(items.length)];
  items.splice(to, 0, ...items.splice(from, 1));
  return { name: 'move', text: moveIn(text, pick.path, from, to), value: wanted, within: pick.path };
}

/** How many lines at the start and the end of both are the same. */
function untouched(before: string, after: string): { head: number; tail: number; of: number } {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < least - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return { head, tail, of: a.length };
}

const comments = (text: string): number => text.split('\n').filter((line) => /^\s*#/.test(line)).length;

describe('one change of a YAML text', () => {
  it('says what it should and leaves the other lines alone, in every file', { timeout: 60_000 }, () => {
    const wrong: string[] = [];
    for (const [seed, file] of FILES.entries()) {
      const roll = dice(seed + 1);
      const before = textOf(file);
      const value = parse(before) as Any;
      const big = before.length > 60_000;
      for (let n = 0; n < (big ? 2 : 8); n++) {
        const edit = randomEdit(before, value, roll);
        const name = `${file} #${n} ${edit.name} ${edit.within.join('.')}`;
        let got: unknown;
        try {
          got = parse(edit.text);
        } catch (error) {
          wrong.push(`${name}: ${(error as Error).message}`);
          continue;
        }
        if (JSON.stringify(got) !== JSON.stringify(edit.value)) wrong.push(`${name}: another value`);
        const size = JSON.stringify(at(value, edit.within))?.split(/[[{,]/).length ?? 0;
        const { head, tail, of } = untouched(before, edit.text);
        // A node has no more lines than parts; a few lines of comments may stand among them.
        // The last of a list takes the list's own line with it: `say: []`.
        const list = edit.name === 'remove' ? at(edit.value, edit.within.slice(0, -1)) : null;
        const emptied = Array.isArray(list) && list.length === 0 ? 1 : 0;
        if (of - head - tail > size + emptied + comments(before))
          wrong.push(`${name}: ${of - head - tail} lines changed`);
        if (
          edit.name === 'set' &&
          typeof at(value, edit.within) !== 'object' &&
          comments(edit.text) !== comments(before)
        )
          wrong.push(`${name}: comments lost`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('goes on for many changes, one after the other', { timeout: 30_000 }, () => {
    for (const file of [
      'dialogs/gifts-and-favours.yaml',
      'content/pl/dialogs/welcome.yaml',
      'content/locales.yaml',
    ]) {
      const roll = dice(99);
      let text = textOf(file);
      for (let n = 0; n < 60; n++) {
        const edit = randomEdit(text, parse(text) as Any, roll);
        expect(parse(edit.text), `${file} #${n} ${edit.name} ${edit.within.join('.')}`).toEqual(edit.value);
        text = edit.text;
        if (Object.keys(valueOf(text) as object).length < 3) text = textOf(file);
      }
    }
  });
});

describe('the manner of writing', () => {
  const gifts = textOf('dialogs/gifts-and-favours.yaml');
  const line = (text: string, part: string): string =>
    text.split('\n').find((one) => one.includes(part)) ?? '';

  it('keeps a button on its line, and quotes only where they are needed', () => {
    const path = ['steps', 'first', 'offer'];
    const renamed = setIn(gifts, [...path, 0, 'label'], 'They want something, now');
    expect(line(renamed, 'They want something, now')).toBe(
      '      - { label: "They want something, now", also: [they want something back, something back], go: wants-back }',
    );
    const added = insertIn(gifts, path, 1, { label: 'Something else', also: ['else'], go: 'no-rush' });
    expect(line(added, 'Something else')).toBe(
      '      - { label: Something else, also: [else], go: no-rush }',
    );
  });

  it('writes new parts of a step as the file does, in their usual place', () => {
    const order = ['say', 'hand-off', 'words', 'ask', 'offer'];
    const asked = setIn(gifts, ['steps', 'no-rush', 'ask'], 'What would help?', order);
    expect(
      asked.endsWith('    hand-off: [childline, safecall, front-door]\n    ask: What would help?\n'),
    ).toBe(true);
    const handed = setIn(gifts, ['steps', 'body', 'hand-off'], ['childline'], order);
    expect(handed).toContain('whatever has happened.\n    hand-off: [childline]\n    ask: Is this happening');
    const step = setIn(gifts, ['steps', 'later'], {
      say: ['One.'],
      offer: [{ label: 'Go on', also: [], go: 'body' }],
    });
    expect(
      step.endsWith(
        '  later:\n    say:\n      - One.\n    offer:\n      - { label: Go on, also: [], go: body }\n',
      ),
    ).toBe(true);
  });

  it('quotes a translation as its neighbours are', () => {
    const polish = textOf('content/pl/dialogs/gifts-and-favours.yaml');
    expect(line(insertIn(polish, ['steps', 'first', 'say'], 1, 'Dobrze.'), 'Dobrze.')).toBe(
      '      - "Dobrze."',
    );
  });

  it('renames a step where it stands', () => {
    const renamed = renameIn(gifts, ['steps', 'wants-back'], 'something-back');
    expect(renamed).toBe(gifts.replace('  wants-back:\n', '  something-back:\n'));
  });
});

describe('pages', () => {
  it('changes the head or the body alone', () => {
    for (const file of PAGES) {
      const before = textOf(file);
      const titled = setHead(before, ['title'], 'Another: title');
      expect(headOf(titled), file).toEqual({ ...(headOf(before) as object), title: 'Another: title' });
      expect(bodyOf(titled)).toBe(bodyOf(before));
      const written = setBody(before, 'New words.\n');
      expect(headOf(written)).toEqual(headOf(before));
      expect(bodyOf(written)).toBe('New words.\n');
    }
  });
});
