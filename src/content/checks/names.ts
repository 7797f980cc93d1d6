/** Files are called as what stands in them, and no language takes the words by which people ask for help. */
import type { ContentFiles } from '../files.ts';
import { onceForText } from '../once.ts';
import { errorAt, type Problem } from '../problem.ts';
import { asSeen } from '../signs.ts';
import { urgentDialogs } from '../urgent.ts';
import type { Path, Source } from '../yaml.ts';

type Add = (source: Source<unknown>, path: Path, what: string, mend: string) => void;

/** The name of a file, without its folder and its ending. */
const nameOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.[a-z]+$/, '');

function checkFileNames({ dialogs, pages, news, overlays }: ContentFiles, add: Add): void {
  const check = (source: Source<unknown>, key: 'id' | 'of', id: string): void => {
    if (nameOf(source.file) !== id)
      add(
        source,
        [key],
        `the file is called "${nameOf(source.file)}", and what stands in it "${id}"`,
        `call both the same (${key})`,
      );
  };
  for (const source of [...dialogs, ...pages, ...news]) check(source, 'id', source.value.id);
  for (const { dialogs: said } of overlays) for (const source of said) check(source, 'of', source.value.of);
}

/** As people compare words by eye. */
const bare = onceForText((text): string =>
  asSeen(text)
    .toLowerCase()
    .replace(/['\u2018\u2019]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

/** "No" may mean yes elsewhere: these buttons need it the least. */
const YES_OR_NO: readonly string[] = ['yes', 'no'];

/** What English people type on the way to help: `all` of it, and what may not even be left out of a language. */
function wordsOfHelp(files: ContentFiles): { all: ReadonlySet<string>; kept: ReadonlySet<string> } {
  const urgent = urgentDialogs(files);
  const dialogs = files.dialogs.flatMap(({ value }) => (urgent.has(value.id) ? [value] : []));
  const buttons = dialogs.flatMap(({ steps }) => Object.values(steps).flatMap(({ offer = [] }) => offer));
  const typed = (list: typeof buttons): string[] => list.flatMap(({ label, also }) => [label, ...also]);
  const always = [
    ...Object.values(files.ui.value.commands).flatMap(({ label, also }) => [label, ...also]),
    ...dialogs.flatMap(({ title, asks }) => [title, ...asks]),
  ];
  const all = new Set([...always, ...typed(buttons)].map(bare));
  const simple = new Set(typed(buttons.filter(({ label }) => YES_OR_NO.includes(bare(label)))).map(bare));
  return { all, kept: new Set([...all].filter((words) => !simple.has(words))) };
}

function checkLanguages(files: ContentFiles, add: Add): void {
  const { locales } = files;
  const { all, kept } = wordsOfHelp(files);
  const taken = new Map<string, string>();
  for (const [n, locale] of locales.value.locales.entries()) {
    const path = ['locales', n];
    for (const [m, words] of locale['false-friends'].entries())
      if (kept.has(bare(words)))
        add(
          locales,
          [...path, 'false-friends', m],
          `"${words}" is how people ask for help: it must be understood in ${locale.name} too`,
          'take it out of the words that mean something else',
        );
    for (const [m, words] of [locale.name, ...locale.also].entries()) {
      const at = m === 0 ? [...path, 'name'] : [...path, 'also', m - 1];
      const other = taken.get(bare(words));
      if (other !== undefined && other !== locale.id)
        add(locales, at, `"${words}" stands for two languages`, 'keep it for one of them');
      taken.set(bare(words), locale.id);
      if (all.has(bare(words)))
        add(
          locales,
          at,
          `"${words}" is how people ask for help: it must not change the language`,
          'take it out of the words for this language',
        );
    }
  }
}

export function checkNames(files: ContentFiles): Problem[] {
  const problems: Problem[] = [];
  const add: Add = (source, path, what, mend) => problems.push(errorAt(source, path, what, mend));
  checkFileNames(files, add);
  checkLanguages(files, add);
  return problems;
}
