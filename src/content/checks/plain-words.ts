/** Plain words: how hard each dialog and page is to read, sentence by sentence, against a bar for its readers. */
import type { ContentFiles } from '../files.ts';
import { interned, once } from '../once.ts';
import { errorIn, type Problem } from '../problem.ts';
import { READERS } from '../readers.ts';
import { polishFog, readingGrade, sentences, withoutNames, wordCount } from '../reading.ts';
import type { Audience } from '../schema.ts';
import { errorOf, type Unit, units } from './shown.ts';

/** The youngest reader decides. A grade is a US school year: 5 is age 10. Sentences for adults: GOV.UK's 25 words. */
const BARS: Readonly<Record<Audience, { readonly grade: number; readonly sentence: number }>> = {
  'young-person': { grade: 7, sentence: 15 },
  parent: { grade: 8, sentence: 25 },
  business: { grade: 8, sentence: 25 },
  professional: { grade: 11, sentence: 25 },
};
/** Fog counts otherwise: 9 years of school are the end of a Polish primary school. */
const POLISH_FOG = 9;
/** The middle dialog of the young people's, by grade. */
const YOUNG_MEDIAN = 5;
const ORDER: readonly Audience[] = ['young-person', 'parent', 'business', 'professional'];

/** Who of the readers of a text needs it plainest. */
export const readerOf = (audiences: readonly Audience[]): Audience =>
  ORDER.find((one) => audiences.includes(one)) ?? 'young-person';

/** One dialog or page, and how hard it is. `grade` is null where none can be counted: another language. */
export interface Graded {
  readonly id: string;
  readonly kind: Unit['kind'];
  readonly locale: string;
  readonly reader: Audience;
  readonly grade: number | null;
  readonly words: number;
}

/** Names that nobody can make shorter, longest first. */
function namesIn({ services, glossary, places }: ContentFiles): string[] {
  const names = [
    ...services.value.services.flatMap(({ name, short }) => [name, ...(short ? [short] : [])]),
    ...glossary.value.acronyms.flatMap(({ short, full }) => [short, full]),
    ...places.value.areas.map(({ name }) => name),
  ].filter((name) => !/^\d+$/.test(name));
  return [...new Set(names)].sort((a, b) => b.length - a.length);
}

/** All that a unit says, in one, and which names were looked for in it. */
const saidIn = once(({ texts }: Unit) => ({
  all: texts.map(({ text }) => text).join('\n'),
  names: new Map<string, boolean>(),
}));

/** Of the names those that a unit says: the others change nothing. */
function namesSaid(unit: Unit, names: readonly string[]): readonly string[] {
  const said = saidIn(unit);
  const isSaid = (name: string): boolean => {
    const known = said.names.get(name) ?? said.all.includes(name);
    said.names.set(name, known);
    return known;
  };
  return interned(names.filter(isSaid));
}

/** By Flesch and Kincaid for English, by Gunning's fog for Polish; none is known for other languages. */
function gradeOf(lang: string, said: readonly string[]): number | null {
  if (lang.startsWith('en')) return readingGrade(said);
  return lang === 'pl' ? polishFog(said) : null;
}

const graded = once(({ id, kind, locale, texts }: Unit, names: readonly string[]): Graded => {
  const said = texts.filter((one) => one.kind === 'sentence').map((one) => one.text);
  return {
    id,
    kind,
    locale,
    reader: readerOf(texts[0]?.for ?? []),
    grade: gradeOf(
      texts[0]?.lang ?? 'en-GB',
      said.map((text) => withoutNames(text, names)),
    ),
    words: texts.reduce((sum, { text }) => sum + wordCount(text), 0),
  };
});

/** Units that are read as a whole. */
const whole = (files: ContentFiles): Unit[] =>
  units(files).filter(({ kind }) => kind === 'dialog' || kind === 'page' || kind === 'news');

/** Dialogs, pages and news with their grades, in every language. */
export function grades(files: ContentFiles): Graded[] {
  const names = namesIn(files);
  return whole(files).map((unit) => graded(unit, namesSaid(unit, names)));
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
};

const longSentences = once(({ texts }: Unit, names: readonly string[]): Problem[] =>
  texts
    .filter(({ kind }) => kind !== 'label')
    .flatMap((shown) => {
      const bar = BARS[readerOf(shown.for)].sentence;
      return sentences(shown.text).flatMap((sentence) => {
        const length = wordCount(withoutNames(sentence, names));
        if (length <= bar) return [];
        const what = `a sentence of ${length} words: "${sentence}"`;
        const mend = `make two of it, of at most ${bar} words`;
        return [errorOf(shown, what, mend)];
      });
    }),
);

function tooHard(unit: Unit, names: readonly string[]): Problem[] {
  const { locale, reader, grade } = graded(unit, namesSaid(unit, names));
  const bar = locale === 'pl' ? POLISH_FOG : BARS[reader].grade;
  if (grade === null || grade <= bar) return [];
  const what = `hard to read for ${READERS[reader]}: reading grade ${grade.toFixed(1)}`;
  const mend = `use shorter words and sentences, down to grade ${bar}`;
  return [errorIn(unit.file)(1, what, mend, [])];
}

/** The middle of all young people's dialogs. */
function tooHardTogether(files: ContentFiles): Problem[] {
  const young = grades(files).filter(
    ({ kind, locale, reader }) => kind === 'dialog' && locale === 'en' && reader === 'young-person',
  );
  const middle = median(young.flatMap(({ grade }) => grade ?? []));
  if (middle <= YOUNG_MEDIAN) return [];
  const what = `the middle reading grade of young people's dialogs is ${middle.toFixed(1)}`;
  const mend = `make the hardest plainer, down to grade ${YOUNG_MEDIAN}`;
  return [errorIn('dialogs')(1, what, mend, [])];
}

export function checkPlainWords(files: ContentFiles): Problem[] {
  const names = namesIn(files);
  return [
    ...units(files).flatMap((unit) => longSentences(unit, namesSaid(unit, names))),
    ...whole(files).flatMap((unit) => tooHard(unit, names)),
    ...tooHardTogether(files),
  ];
}
