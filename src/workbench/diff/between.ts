/** What is other between two versions or drafts, in words: for those who approve it and never see a file. */
import { plainValue } from '../../content/yaml.ts';
import type { Files, Word } from '../workbench.ts';
import { fileName } from './names.ts';
import { halves, wordsOfPages } from './pages.ts';
import { wordsOfValues } from './values.ts';

type Titled = {
  readonly title?: unknown;
  readonly locales?: readonly { id: string; lang: string; name: string }[];
};

/** Reads titles and languages out of files that may be broken. */
function naming(files: Files) {
  const valueOf = (path: string): Titled | undefined => {
    const text = files[path];
    if (text === undefined) return undefined;
    return plainValue(path.endsWith('.md') ? halves(text).head : text) as Titled | undefined;
  };
  return {
    title(path: string): string | undefined {
      const title = valueOf(path)?.title;
      return typeof title === 'string' ? title : undefined;
    },
    languageOf: (id: string) => valueOf('content/locales.yaml')?.locales?.find((one) => one.id === id),
  };
}

const lines = (text: string): Set<string> => new Set(text.split('\n').filter((line) => line !== ''));

/** Of a list of words: which are new, which are gone. */
function wordsOfLists(file: string, before: string, after: string, where: readonly string[]): Word[] {
  const [old, now] = [lines(before), lines(after)];
  const gone = [...old].filter((one) => !now.has(one));
  const fresh = [...now].filter((one) => !old.has(one));
  const said = (list: string[]): string | null => (list.length > 0 ? list.join(', ') : null);
  return gone.length + fresh.length > 0 ? [{ file, where, before: said(gone), after: said(fresh) }] : [];
}

function wordsOfFile(file: string, before: string, after: string, where: readonly string[]): Word[] {
  if (file.endsWith('.md')) return wordsOfPages(file, before, after, where, plainValue);
  if (!file.endsWith('.yaml')) return wordsOfLists(file, before, after, where);
  const values = [before, after].map(plainValue);
  const broken = [before, after].some((text, n) => text !== '' && values[n] === undefined);
  if (broken) return [{ file, where: [...where, 'cannot be read as it is'], before: null, after: null }];
  return wordsOfValues(file, values[0], values[1], where);
}

const TRANSLATED = /^content\/[^/]+\/((dialogs\/[^/]+|ui|services)\.yaml)$/;

/** A translation comes right after its English: who reads one has to have read the other. */
function inOrder(path: string): string {
  const [, file = '', dialog] = TRANSLATED.exec(path) ?? [];
  return file === '' ? path : `${dialog ? file : `content/${file}`} ${path}`;
}

/** @returns every text that is another, in the order of the files */
export function wordsBetween(from: Files, to: Files): Word[] {
  const [older, newer] = [naming(from), naming(to)];
  const paths = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort((a, b) =>
    inOrder(a) < inOrder(b) ? -1 : 1,
  );
  return paths.flatMap((file): Word[] => {
    const [before, after] = [from[file], to[file]];
    if (before === after) return [];
    const where = fileName(
      file,
      (path) => newer.title(path) ?? older.title(path),
      (id) => newer.languageOf(id) ?? older.languageOf(id),
    );
    const name = where.join(', ');
    if (after === undefined) return [{ file, where: [...where, 'taken out'], before: name, after: null }];
    const words = wordsOfFile(file, before ?? '', after, where);
    return before === undefined
      ? [{ file, where: [...where, 'new'], before: null, after: name }, ...words]
      : words;
  });
}
