/** Links the checked files into one immutable Content value. */

import { codeOf } from './codes.ts';
import { type ContentFiles, type LocaleFiles, wordFiles } from './files.ts';
import { freeze } from './freeze.ts';
import { link } from './link.ts';
import { localise, type Words } from './locale/overlay.ts';
import type { Area, Content, Place, RiskWords, Service } from './model.ts';
import { once } from './once.ts';

const mapped = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((one) => [one.id, one]));
// What did not change is the same map again: what was found out about it still holds.
const servicesById = once(mapped<Service>);
const placesById = once(mapped<Place>);
const areasById = once(mapped<Area>);
const holidays = once(
  (list: ContentFiles['calendar']['value']['bank-holidays']): ReadonlySet<string> =>
    new Set(list.map((one) => one.on)),
);

type Of<K extends 'concepts' | 'dictionary'> = ContentFiles[K]['value'];
type Patterns = ContentFiles['patterns'][number]['value'];
const riskWords = once(
  (
    { concepts }: Of<'concepts'>,
    { words, emoji, idioms }: Of<'dictionary'>,
    realWords: ReadonlySet<string>,
    ...patterns: readonly Patterns[]
  ): RiskWords => ({
    concepts,
    patterns: patterns.flatMap((one) => one.patterns),
    words,
    emoji,
    idioms,
    realWords,
  }),
);

/** The content in English alone: all that its meaning can be checked by. Not frozen; only for files that `check` passed. */
export const assembleEnglish = once((files: ContentFiles): Content => {
  const { dialogs, steps } = link(new Map(files.dialogs.map(({ value }) => [value.id, value])));
  const { concepts, dictionary, realWords } = files;
  return {
    version: files.version,
    locale: 'en',
    lang: 'en-GB',
    languages: files.locales.value.locales,
    locales: new Map(),
    drafts: new Set(),
    dialogs,
    steps,
    codes: new Map([...steps.keys()].map((ref) => [codeOf(ref), ref])),
    services: servicesById(files.services.value.services),
    places: placesById(files.places.value.places),
    areas: areasById(files.places.value.areas),
    bankHolidays: holidays(files.calendar.value['bank-holidays']),
    calendarEnds: files.calendar.value.ends,
    doNotPublish: files.services.value['do-not-publish'].map((one) => one.number),
    ui: files.ui.value.texts as Content['ui'],
    commands: files.ui.value.commands,
    pages: mapped(files.pages.map(({ value, blocks }) => ({ ...value, blocks }))),
    news: files.news.map(({ value, blocks }) => ({ ...value, blocks })),
    risk: riskWords(concepts.value, dictionary.value, realWords, ...files.patterns.map(({ value }) => value)),
  };
});

/**
 * Call it only with files that `check` passed.
 * @param drafts whether texts of other languages that no role has approved may be shown: never in production
 */
export function assemble(files: ContentFiles, drafts: boolean): Content {
  const english = assembleEnglish(files);
  const sources = new Map(files.dialogs.map(({ value }) => [value.id, value]));
  const locales = new Map<string, Content>();
  const drafted = new Set<string>();
  for (const overlay of files.overlays) {
    const { shown, draft } = wordsToShow(overlay, drafts);
    if (shown.dialogs.length === 0) continue;
    locales.set(overlay.locale.id, localise(english, sources, overlay.locale, shown));
    if (draft) drafted.add(overlay.locale.id);
  }
  return freeze({ ...english, locales, drafts: drafted });
}

/** The files of a language that may be shown, and whether one of them is unapproved. */
function wordsToShow(overlay: LocaleFiles, drafts: boolean): { shown: Words; draft: boolean } {
  const approved = (one: { value: { approved: readonly unknown[] } } | undefined): boolean =>
    one !== undefined && one.value.approved.length > 0;
  const may = (one: Parameters<typeof approved>[0]): boolean => drafts || approved(one);
  return {
    shown: {
      dialogs: overlay.dialogs.filter(may).map(({ value }) => value),
      ui: may(overlay.ui) ? overlay.ui?.value : undefined,
      services: may(overlay.services) ? overlay.services?.value : undefined,
    },
    draft: drafts && wordFiles(overlay).some((one) => !approved(one)),
  };
}
