/** Reads the content files and gives each its shape. */
import type { z } from 'zod';
import { FileReading } from './file-reading.ts';
import type { Markdown } from './markdown.ts';
import { ContentError, errorIn, type Problem } from './problem.ts';
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
import type { Sources } from './sources.ts';
import type { Texts } from './texts.ts';
import type { Source } from './yaml.ts';

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

/** Folders of words that no language claims. */
const unclaimed = (texts: Texts, locales: readonly { readonly id: string }[]): Problem[] => {
  const known = new Set([...OWN_FOLDERS, ...locales.map(({ id }) => id)]);
  return texts
    .folders('content')
    .filter((name) => !known.has(name))
    .map((name) =>
      errorIn(`content/${name}`)(
        1,
        `"${name}" is no language of content/locales.yaml, so nobody sees its words`,
        'add an entry there, or take the folder out',
      ),
    );
};

/**
 * @param sources what was read before, where content is read again and again; without it what YAML says is remembered
 *   on disk, for the next start
 * @throws ContentError with every file that is missing or of the wrong shape
 */
export function readFiles(texts: Texts, sources?: Sources): ContentFiles {
  const reading = new FileReading(texts, sources);
  const locales = reading.yaml('content/locales.yaml', localesFile);
  const languages = locales?.value.locales ?? [];
  reading.untranslated.push(...unclaimed(texts, languages));
  const overlays = languages.map((locale): LocaleFiles => {
    const at = `content/${locale.id}`;
    const dialogs = texts.names(`${at}/dialogs`) ? reading.folder(`${at}/dialogs`, /\.yaml$/) : [];
    return {
      locale,
      dialogs: dialogs.flatMap((file) => reading.words(file, dialogWords) ?? []),
      ui: reading.words(`${at}/ui.yaml`, uiWords),
      services: reading.words(`${at}/services.yaml`, serviceWords),
    };
  });
  const files = {
    locales,
    overlays,
    untranslated: reading.untranslated,
    glossary: reading.yaml('content/glossary.yaml', glossaryFile),
    pages: ['content/pages', 'content/print'].flatMap((dir) =>
      reading.folder(dir, /\.md$/).map((file) => reading.page(file, pageHead)),
    ),
    news: reading.folder('content/news', /\.md$/).map((file) => reading.page(file, newsHead)),
    dialogs: reading.folder('dialogs', /\.yaml$/).map((file) => reading.yaml(file, dialogFile)),
    services: reading.yaml('content/services.yaml', servicesFile),
    places: reading.yaml('content/places.yaml', placesFile),
    calendar: reading.yaml('content/calendar.yaml', calendarFile),
    ui: reading.yaml('content/ui.yaml', uiFile),
    concepts: reading.yaml('content/risk/concepts.yaml', conceptsFile),
    patterns: reading
      .folder('content/risk', /^patterns-.*\.yaml$/)
      .map((file) => reading.yaml(file, patternsFile)),
    dictionary: reading.yaml('content/risk/dictionary.yaml', dictionaryFile),
    realWords: reading.list('content/risk/real-words.txt'),
    version: reading.version(),
  };
  if (reading.problems.length > 0) throw new ContentError(reading.problems);
  reading.keep();
  return files as ContentFiles;
}
