/** Reads the content files from disk and gives each its shape. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type Markdown, readMarkdown } from './markdown.ts';
import { ContentError, type Problem } from './problem.ts';
import { Remembered } from './remembered.ts';
import {
  calendarFile,
  conceptsFile,
  dialogFile,
  dialogWords,
  dictionaryFile,
  glossaryFile,
  localesFile,
  newsHead,
  pageHead,
  patternsFile,
  placesFile,
  servicesFile,
  serviceWords,
  uiFile,
  uiWords,
} from './schema.ts';
import type { Texts } from './texts.ts';
import { readYaml, type Source } from './yaml.ts';

/** The words of one language, as its files hold them. */
export interface LocaleFiles {
  readonly locale: z.output<typeof localesFile>['locales'][number];
  readonly dialogs: readonly Source<z.output<typeof dialogWords>>[];
  readonly ui: Source<z.output<typeof uiWords>> | undefined;
  readonly services: Source<z.output<typeof serviceWords>> | undefined;
}

/** Every file of a language that could be read. */
export const wordFiles = ({ dialogs, ui, services }: LocaleFiles) => [
  ...dialogs,
  ...(ui ? [ui] : []),
  ...(services ? [services] : []),
];

/** Folders of content/ that are no language. */
const OWN_FOLDERS = ['risk', 'pages', 'print', 'news'];

/** All content files, each of the right shape, their meaning not yet checked. */
export interface ContentFiles {
  readonly dialogs: readonly Source<z.output<typeof dialogFile>>[];
  readonly services: Source<z.output<typeof servicesFile>>;
  readonly places: Source<z.output<typeof placesFile>>;
  readonly calendar: Source<z.output<typeof calendarFile>>;
  readonly ui: Source<z.output<typeof uiFile>>;
  readonly glossary: Source<z.output<typeof glossaryFile>>;
  readonly locales: Source<z.output<typeof localesFile>>;
  readonly overlays: readonly LocaleFiles[];
  /** What is wrong with translations that cannot be read: they are left out. */
  readonly untranslated: readonly Problem[];
  readonly pages: readonly Markdown<z.output<typeof pageHead>>[];
  readonly news: readonly Markdown<z.output<typeof newsHead>>[];
  readonly concepts: Source<z.output<typeof conceptsFile>>;
  readonly patterns: readonly Source<z.output<typeof patternsFile>>[];
  readonly dictionary: Source<z.output<typeof dictionaryFile>>;
  /** Words that spelling repair leaves alone. */
  readonly realWords: ReadonlySet<string>;
  /** First 12 hex digits of the SHA-256 of all the files. */
  readonly version: string;
}

/** What was read; what is wrong with it goes to the others. */
function taken<T>(result: { source: T } | { problems: Problem[] }, others: Problem[]): T | undefined {
  if ('source' in result) return result.source;
  others.push(...result.problems);
  return undefined;
}

/**
 * @throws ContentError with every file that is missing or of the wrong shape
 */
export function readFiles(texts: Texts): ContentFiles {
  const problems: Problem[] = [];
  const hash = createHash('sha256');
  const remembered = new Remembered();
  const readText = (file: string): string | undefined => {
    const text = texts.read(file);
    if (text === undefined)
      problems.push({ file, line: 1, what: 'the file cannot be read', mend: 'put it back', grade: 'error' });
    else hash.update(file).update('\0').update(text).update('\0');
    return text;
  };
  const read = <S extends z.ZodType>(file: string, schema: S): Source<z.output<S>> | undefined => {
    const text = readText(file);
    return text === undefined ? undefined : taken(readYaml(file, text, schema, remembered), problems);
  };
  const folder = (dir: string, pattern: RegExp): string[] => {
    const names = texts.names(dir);
    if (!names)
      problems.push({
        file: dir,
        line: 1,
        what: 'the folder cannot be read',
        mend: 'put it back',
        grade: 'error',
      });
    return (names ?? []).filter((name) => pattern.test(name)).map((name) => `${dir}/${name}`);
  };
  const readPage = <S extends z.ZodType>(file: string, schema: S): Markdown<z.output<S>> | undefined => {
    const text = readText(file);
    return text === undefined ? undefined : taken(readMarkdown(file, text, schema), problems);
  };
  const locales = read('content/locales.yaml', localesFile);
  // A translation that cannot be read must not take the English with it: it is left out, and the check names it.
  const untranslated: Problem[] = [];
  const readWords = <S extends z.ZodType>(file: string, schema: S): Source<z.output<S>> | undefined => {
    const text = texts.read(file) === undefined ? undefined : readText(file);
    return text === undefined ? undefined : taken(readYaml(file, text, schema, remembered), untranslated);
  };
  const known = new Set([...OWN_FOLDERS, ...(locales?.value.locales ?? []).map(({ id }) => id)]);
  for (const name of texts.folders('content'))
    if (!known.has(name))
      untranslated.push({
        file: `content/${name}`,
        line: 1,
        what: `"${name}" is no language of content/locales.yaml, so nobody sees its words`,
        mend: 'add an entry there, or take the folder out',
        grade: 'error',
      });
  const overlays = (locales?.value.locales ?? []).map((locale): LocaleFiles => {
    const at = `content/${locale.id}`;
    const dialogs = texts.names(`${at}/dialogs`) ? folder(`${at}/dialogs`, /\.yaml$/) : [];
    return {
      locale,
      dialogs: dialogs.flatMap((file) => readWords(file, dialogWords) ?? []),
      ui: readWords(`${at}/ui.yaml`, uiWords),
      services: readWords(`${at}/services.yaml`, serviceWords),
    };
  });
  const files = {
    locales,
    overlays,
    untranslated,
    glossary: read('content/glossary.yaml', glossaryFile),
    pages: ['content/pages', 'content/print'].flatMap((dir) =>
      folder(dir, /\.md$/).map((file) => readPage(file, pageHead)),
    ),
    news: folder('content/news', /\.md$/).map((file) => readPage(file, newsHead)),
    dialogs: folder('dialogs', /\.yaml$/).map((file) => read(file, dialogFile)),
    services: read('content/services.yaml', servicesFile),
    places: read('content/places.yaml', placesFile),
    calendar: read('content/calendar.yaml', calendarFile),
    ui: read('content/ui.yaml', uiFile),
    concepts: read('content/risk/concepts.yaml', conceptsFile),
    patterns: folder('content/risk', /^patterns-.*\.yaml$/).map((file) => read(file, patternsFile)),
    dictionary: read('content/risk/dictionary.yaml', dictionaryFile),
    realWords: new Set((readText('content/risk/real-words.txt') ?? '').match(/^[a-z]+$/gm)),
    version: hash.digest('hex').slice(0, 12),
  };
  if (problems.length > 0) throw new ContentError(problems);
  remembered.keep();
  return files as ContentFiles;
}
