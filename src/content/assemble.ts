/** Links the checked files into one immutable Content value. */
import type { ContentFiles } from './files.ts';
import { freeze } from './freeze.ts';
import { link } from './link.ts';
import type { Content } from './model.ts';

const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.id, one]));

/** Call it only with files that `check` passed. */
export function assemble(files: ContentFiles): Content {
  const { dialogs, steps } = link(new Map(files.dialogs.map(({ value }) => [value.id, value])));
  return freeze({
    version: files.version,
    dialogs,
    steps,
    services: byId(files.services.value.services),
    places: byId(files.places.value.places),
    areas: byId(files.places.value.areas),
    bankHolidays: new Set(files.calendar.value['bank-holidays'].map((one) => one.on)),
    calendarEnds: files.calendar.value.ends,
    doNotPublish: files.services.value['do-not-publish'].map((one) => one.number),
    ui: files.ui.value.texts as Content['ui'],
    commands: files.ui.value.commands,
    risk: {
      concepts: files.concepts.value.concepts,
      patterns: files.patterns.flatMap((source) => source.value.patterns),
      words: files.dictionary.value.words,
      emoji: files.dictionary.value.emoji,
      idioms: files.dictionary.value.idioms,
      realWords: files.realWords,
    },
  });
}
