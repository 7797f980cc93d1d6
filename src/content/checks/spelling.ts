/** British spelling, by the en-GB Hunspell dictionary. Read for the check alone: the server never loads it. */
import { readFileSync } from 'node:fs';
import nspell from 'nspell';
import type { ContentFiles } from '../files.ts';
import { interned, once, onceForText } from '../once.ts';
import type { Problem } from '../problem.ts';
import { words } from '../reading.ts';
import { errorOf, type Shown, type Unit, units } from './shown.ts';

type Speller = ReturnType<typeof nspell>;

let british: Speller | undefined;

function speller(): Speller {
  const read = (part: string): Buffer =>
    readFileSync(new URL(`index.${part}`, import.meta.resolve('dictionary-en-gb')));
  british ??= nspell(read('aff'), read('dic'));
  return british;
}

/** Names of services, places and languages, and what the glossary allows, in small letters. */
function namesIn({ services, places, glossary, locales }: ContentFiles): string[] {
  const texts = [
    ...services.value.services.flatMap(({ name, short }) => [name, short ?? '']),
    ...places.value.places.map(({ name }) => name),
    ...places.value.areas.map(({ name }) => name),
    ...glossary.value.acronyms.map(({ short }) => short),
    ...glossary.value.everyday,
    ...glossary.value.spelling,
    ...locales.value.locales.map(({ name }) => name),
  ];
  return [...new Set(texts.flatMap(wordsOf).map((word) => word.toLowerCase()))];
}

const wordsOf = onceForText((text): readonly string[] => words(text));
const setOf = once((list: readonly string[]): ReadonlySet<string> => new Set(list));

const stemOf = (plain: string): string => plain.replace(/'s$/, '');

const inDictionary = onceForText(
  (plain): boolean => /\d/.test(plain) || speller().correct(plain) || speller().correct(stemOf(plain)),
);
/** Up to three words that were likely meant. Far-fetched words take it a tenth of a second. */
const near = onceForText((word): string => speller().suggest(word).slice(0, 3).join(', '));

interface Strange {
  readonly word: string;
  readonly plain: string;
  readonly shown: Shown;
}

/** The English words of a file that no dictionary knows, each where it stands first. */
const strangeIn = once(({ texts }: Unit): readonly Strange[] => {
  const found = new Map<string, Strange>();
  for (const shown of texts) {
    if (!shown.lang.startsWith('en')) continue;
    for (const word of words(shown.text.replace(/\{[a-z-]+\}/g, ' '))) {
      const plain = word.replaceAll('\u2019', "'");
      if (!found.has(word) && !inDictionary(plain)) found.set(word, { word, plain, shown });
    }
  }
  return [...found.values()];
});

/** Every English word that the dictionary does not know, once for each file. */
export function checkSpelling(files: ContentFiles): Problem[] {
  const names = setOf(interned(namesIn(files)));
  return units(files).flatMap((unit) =>
    strangeIn(unit)
      .filter(({ plain }) => !names.has(stemOf(plain).toLowerCase()))
      .map(({ word, shown }) =>
        errorOf(
          shown,
          `"${word}" is not in the British dictionary`,
          `${near(word) ? `write ${near(word)}, or ` : ''}add it to the words that are right as they are (content/glossary.yaml, spelling)`,
        ),
      ),
  );
}
