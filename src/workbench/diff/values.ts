/** Two values of a YAML file, walked side by side: every text that is not the same, with the names of where it stands. */
import type { Word } from '../workbench.ts';
import { entryName, fieldName, IN_ONE_GO, keyOf, lineName, thingName } from './names.ts';
import { pairs } from './runs.ts';

type Thing = Readonly<Record<string, unknown>>;
type Add = (where: readonly string[], before: string | null, after: string | null) => void;

const isThing = (value: unknown): value is Thing =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
/** A bubble with its symbol is one text. */
const isBubble = (value: unknown): value is { symbol: string; text: string } =>
  isThing(value) && typeof value.symbol === 'string' && typeof value.text === 'string';
const isText = (value: unknown): boolean => !isThing(value) || isBubble(value);

/** A value that is read in one go; null: it is not there. */
function said(value: unknown): string | null {
  if (value === undefined) return null;
  if (value === null) return 'not yet';
  if (isBubble(value)) return `${value.symbol} ${value.text}`;
  if (value === true || value === false) return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one) => (isText(one) ? said(one) : summary(one))).join(', ');
  return isThing(value) ? summary(value) : String(value);
}

/** A small thing in one line: a button, a source, a day. */
const summary = (thing: Thing): string =>
  Object.entries(thing)
    .map(([key, value]) => `${fieldName(key)}: ${said(value)}`)
    .join('; ');

/** Tables whose entries are named by people, and lists of things too large for one line. */
const TABLES: ReadonlySet<string> = new Set([
  'steps',
  'commands',
  'texts',
  'concepts',
  'words',
  'emoji',
  'services',
  'examples',
]);
const LARGE: ReadonlySet<string> = new Set(['services', 'patterns']);

/** Under these a field says only what it is about: one name for both. */
const NAMED_WITH: ReadonlySet<string> = new Set(['offer', 'branch', 'bands']);

function walkList(
  before: readonly unknown[],
  after: readonly unknown[],
  key: string,
  where: readonly string[],
  add: Add,
): void {
  if (IN_ONE_GO.has(key)) {
    add([...where, fieldName(key)], said(before), said(after));
    return;
  }
  if ([...before, ...after].every(isText)) {
    for (const pair of pairs(before.map(said), after.map(said), (a, b) => a === b))
      add([...where, lineName(key, pair.n)], pair.before ?? null, pair.after ?? null);
    return;
  }
  const same = (a: unknown, b: unknown): boolean => keyOf(a as Thing) === keyOf(b as Thing);
  for (const { before: old, after: now, n } of pairs(before, after, same)) {
    const name = thingName(key, (old ?? now) as Thing, n);
    if ((old === undefined || now === undefined) && !LARGE.has(key)) {
      add([...where, name], old === undefined ? null : said(old), now === undefined ? null : said(now));
    } else walkThing((old ?? {}) as Thing, (now ?? {}) as Thing, key, [...where, name], add);
  }
}

function walkThing(before: Thing, after: Thing, table: string, where: readonly string[], add: Add): void {
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  for (const key of keys) if (key !== 'version') walk(before[key], after[key], key, table, where, add);
}

function walk(
  before: unknown,
  after: unknown,
  key: string,
  table: string,
  where: readonly string[],
  add: Add,
): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const list = (value: unknown): value is readonly unknown[] | undefined =>
    value === undefined || Array.isArray(value);
  const thing = (value: unknown): value is Thing | undefined =>
    value === undefined || (isThing(value) && !isBubble(value));
  if (list(before) && list(after)) {
    walkList(before ?? [], after ?? [], key, where, add);
    return;
  }
  const entry = entryName(table, key);
  const last = where.at(-1);
  const here =
    NAMED_WITH.has(table) && last ? [...where.slice(0, -1), `${last} ${entry}`] : [...where, entry];
  if (thing(before) && thing(after)) {
    // The names of the top's own tables say nothing: their entries do.
    const inside = TABLES.has(key) ? where : here;
    walkThing(before ?? {}, after ?? {}, key, inside, add);
    return;
  }
  if (key === 'from') add(here, stamp(before, 'an earlier text'), stamp(after, 'the text of now'));
  else add(here, said(before), said(after));
}

/** The mark of the English that a translation was made from says nothing to people but that it is another. */
const stamp = (mark: unknown, name: string): string | null =>
  mark === undefined ? null : mark === '' ? 'not known' : name;

/** @param where what the file is called */
export function wordsOfValues(
  file: string,
  before: unknown,
  after: unknown,
  where: readonly string[],
): Word[] {
  const words: Word[] = [];
  const add: Add = (at, old, now) => {
    if (old !== now) words.push({ file, where: at, before: old, after: now });
  };
  walkThing((before ?? {}) as Thing, (after ?? {}) as Thing, '', where, add);
  return words;
}
