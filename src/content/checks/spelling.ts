/** British spelling, by the en-GB Hunspell dictionary. Read for the check alone: the server never loads it. */
import { readFileSync } from 'node:fs';
import nspell from 'nspell';
import type { ContentFiles } from '../files.ts';
import type { Problem } from '../problem.ts';
import { words } from '../reading.ts';
import { units } from './shown.ts';

type Speller = ReturnType<typeof nspell>;

let british: Speller | undefined;

function speller(): Speller {
  const read = (part: string): Buffer =>
    readFileSync(new URL(`index.${part}`, import.meta.resolve('dictionary-en-gb')));
  british ??= nspell(read('aff'), read('dic'));
  return british;
}

/** Names of services, places and languages, and what the glossary allows. */
function namesIn({ services, places, glossary, locales }: ContentFiles): Set<string> {
  const texts = [
    ...services.value.services.flatMap(({ name, short }) => [name, short ?? '']),
    ...places.value.places.map(({ name }) => name),
    ...places.value.areas.map(({ name }) => name),
    ...glossary.value.acronyms.map(({ short }) => short),
    ...glossary.value.everyday,
    ...glossary.value.spelling,
    ...locales.value.locales.map(({ name }) => name),
  ];
  return new Set(texts.flatMap(words).map((word) => word.toLowerCase()));
}

/** Every English word that the dictionary does not know, once for each file. */
export function checkSpelling(files: ContentFiles): Problem[] {
  const problems: Problem[] = [];
  const names = namesIn(files);
  const known = new Map<string, boolean>();
  const isWord = (word: string): boolean => {
    const plain = word.replaceAll('\u2019', "'");
    let right = known.get(plain);
    if (right === undefined) {
      const stem = plain.replace(/'s$/, '');
      right =
        names.has(stem.toLowerCase()) ||
        /\d/.test(plain) ||
        speller().correct(plain) ||
        speller().correct(stem);
      known.set(plain, right);
    }
    return right;
  };
  for (const { file, texts } of units(files)) {
    const told = new Set<string>();
    for (const shown of texts) {
      if (!shown.lang.startsWith('en')) continue;
      for (const word of words(shown.text.replace(/\{[a-z-]+\}/g, ' '))) {
        if (isWord(word) || told.has(word)) continue;
        told.add(word);
        const near = speller().suggest(word).slice(0, 3).join(', ');
        problems.push({
          file,
          line: shown.line(),
          what: `"${word}" is not in the British dictionary`,
          mend: `${near ? `write ${near}, or ` : ''}add it to spelling in content/glossary.yaml`,
          grade: 'error',
        });
      }
    }
  }
  return problems;
}
