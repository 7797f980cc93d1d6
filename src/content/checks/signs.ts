/** Every text as it is read from its file, whatever way it is written there: no code, no unseen signs, some letters. */
import { type ContentFiles, wordFiles } from '../files.ts';
import { once } from '../once.ts';
import { errorAt, type Problem } from '../problem.ts';
import { harmIn } from '../signs.ts';
import type { Source } from '../yaml.ts';
import { errorOf, type Unit, units } from './shown.ts';
import { texts } from './texts.ts';

const harmfulIn = once((source: Source<unknown>): Problem[] =>
  [...texts(source.value)].flatMap(({ text, path }) =>
    harmIn(text).map(({ what, mend }) => errorAt(source, path, what, mend)),
  ),
);

const shownIn = once((unit: Unit): Problem[] =>
  unit.texts.flatMap((shown) => [
    ...(shown.path[0] === 'body'
      ? harmIn(shown.text).map(({ what, mend }) => errorOf(shown, what, mend))
      : []),
    ...(/\p{L}/u.test(shown.text)
      ? []
      : [errorOf(shown, 'a text without a word in it', 'write words, or take it out')]),
  ]),
);

export function checkSigns(files: ContentFiles): Problem[] {
  const sources: readonly Source<unknown>[] = [
    ...files.dialogs,
    ...files.pages,
    ...files.news,
    ...files.overlays.flatMap(wordFiles),
    files.services,
    files.places,
    files.calendar,
    files.ui,
    files.glossary,
    files.locales,
  ];
  return [
    ...sources.flatMap((source) => harmfulIn(source)),
    ...units(files).flatMap((unit) => shownIn(unit)),
  ];
}
