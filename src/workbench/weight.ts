/** How many must agree to a change: words that stand between a child and help take the safeguarding lead too. */
import { isDeepStrictEqual } from 'node:util';
import type { ContentFiles } from '../content/files.ts';
import type { DialogFile } from '../content/schema.ts';
import { urgentDialogs } from '../content/urgent.ts';
import type { Changes } from './workbench.ts';

export type { Changes } from './workbench.ts';

/** `lead`: the safeguarding lead and one more. `second`: one other person. */
export type Weight = 'lead' | 'second';

/** Where words stand that most people only read; whatever stands elsewhere decides who is helped, and how. */
const MAY_BE_LIGHT =
  /^(?:dialogs\/[^/]+\.yaml|content\/(?:pages|print|news)\/[^/]+\.md|content\/[^/]+\/dialogs\/[^/]+\.yaml)$/;

/** Pages that somebody in danger comes to. */
const URGENT_PAGES: readonly string[] = ['home', 'get-help', 'missing'];

type Named = ReadonlyMap<string, unknown>;
const same = isDeepStrictEqual;

/** Who has approved a text changes nothing of what it says. */
const said = <T extends { readonly approved: unknown }>({ approved, ...words }: T) => words;

/** By their ids; undefined where two have the same, so that nobody can tell which is meant. */
function byId<T>(list: readonly T[], idOf: (one: T) => string): Map<string, T> | undefined {
  const found = new Map(list.map((one) => [idOf(one), one]));
  return found.size === list.length ? found : undefined;
}

/** What leads a person to a dialog and, from there, into an urgent one: other words may be changed by two. */
function waysOf({ id, steps, ...dialog }: DialogFile, urgent: ReadonlySet<string>) {
  const leads = (go: string | undefined): boolean =>
    go !== undefined && urgent.has(go.split('/')[0] ?? '') && !Object.hasOwn(steps, go);
  const { asks, answers, for: forWhom, urgent: marked, start } = dialog;
  const ways = Object.entries(steps).flatMap(([step, { offer = [], branch = [], go }]) => [
    ...offer.filter((one) => leads(one.go)).map((one) => [step, one]),
    ...branch.filter((one) => leads(one.go)).map((one) => [step, one]),
    ...(leads(go) ? [[step, go]] : []),
  ]);
  return { id, asks, answers, forWhom, marked, start, ways };
}

function dialogsDiffer(before: ContentFiles, after: ContentFiles, urgent: ReadonlySet<string>): boolean {
  const [was, is] = [before, after].map((files) => byId(files.dialogs, ({ value }) => value.id));
  if (!was || !is || !same([...was.keys()].sort(), [...is.keys()].sort())) return true;
  return [...was].some(([id, { value }]) => {
    const now = is.get(id)?.value;
    if (!now || now === value) return !now;
    return urgent.has(id) ? !same(said(value), said(now)) : !same(waysOf(value, urgent), waysOf(now, urgent));
  });
}

/** The words of urgent dialogs in every language, by what they are of, whatever their files are called. */
function translated({ overlays }: ContentFiles, urgent: ReadonlySet<string>): Named | undefined {
  const words = overlays.flatMap(({ locale, dialogs }) =>
    dialogs
      .filter(({ value }) => urgent.has(value.of))
      .map(({ value }) => ({ key: `${locale.id}/${value.of}`, words: said(value) })),
  );
  return byId(words, ({ key }) => key);
}

function urgentPages({ pages }: ContentFiles): Named | undefined {
  const urgent = pages.filter(({ value }) => URGENT_PAGES.includes(value.id));
  return byId(
    urgent.map(({ value, blocks }) => ({
      ...said(value),
      blocks: blocks.map(({ line, ...block }) => block),
    })),
    ({ id }) => id,
  );
}

const differ = (before: Named | undefined, after: Named | undefined): boolean =>
  !before || !after || !same(before, after);

/**
 * @param before the live content
 * @param after the content with the changes; undefined when it cannot be read (then nothing can be published)
 */
export function weightOf(changes: Changes, before: ContentFiles, after: ContentFiles | undefined): Weight {
  if (!after || after.untranslated.length > 0) return 'lead';
  if (Object.keys(changes).some((path) => !MAY_BE_LIGHT.test(path))) return 'lead';
  const urgent = new Set([...urgentDialogs(before), ...urgentDialogs(after)]);
  const heavy =
    dialogsDiffer(before, after, urgent) ||
    differ(translated(before, urgent), translated(after, urgent)) ||
    differ(urgentPages(before), urgentPages(after));
  return heavy ? 'lead' : 'second';
}
