/** Links the checked files into one immutable Content value. */

import { codeOf } from './codes.ts';
import { type ContentFiles, type LocaleFiles, wordFiles } from './files.ts';
import { freeze } from './freeze.ts';
import { link } from './link.ts';
import { localise, type Words } from './locale/overlay.ts';
import type { Content } from './model.ts';

const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.id, one]));

/**
 * Call it only with files that `check` passed.
 * @param drafts whether texts of other languages that no role has approved may be shown: never in production
 */
export function assemble(files: ContentFiles, drafts: boolean): Content {
  const sources = new Map(files.dialogs.map(({ value }) => [value.id, value]));
  const { dialogs, steps } = link(sources);
  const languages = files.locales.value.locales;
  const english: Content = {
    version: files.version,
    locale: 'en',
    lang: 'en-GB',
    languages,
    locales: new Map(),
    drafts: new Set(),
    dialogs,
    steps,
    codes: new Map([...steps.keys()].map((ref) => [codeOf(ref), ref])),
    services: byId(files.services.value.services),
    places: byId(files.places.value.places),
    areas: byId(files.places.value.areas),
    bankHolidays: new Set(files.calendar.value['bank-holidays'].map((one) => one.on)),
    calendarEnds: files.calendar.value.ends,
    doNotPublish: files.services.value['do-not-publish'].map((one) => one.number),
    ui: files.ui.value.texts as Content['ui'],
    commands: files.ui.value.commands,
    pages: byId(files.pages.map(({ value, blocks }) => ({ ...value, blocks }))),
    news: files.news.map(({ value, blocks }) => ({ ...value, blocks })),
    risk: {
      concepts: files.concepts.value.concepts,
      patterns: files.patterns.flatMap((source) => source.value.patterns),
      words: files.dictionary.value.words,
      emoji: files.dictionary.value.emoji,
      idioms: files.dictionary.value.idioms,
      realWords: files.realWords,
    },
  };
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
