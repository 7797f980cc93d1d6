/** Plain words: how hard each dialog and page is to read, sentence by sentence, against a bar for its readers. */
import type { ContentFiles } from '../files.ts';
import type { Problem } from '../problem.ts';
import { polishFog, readingGrade, sentences, withoutNames, words } from '../reading.ts';
import type { Audience } from '../schema.ts';
import { type Unit, units } from './shown.ts';

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

/** By Flesch and Kincaid for English, by Gunning's fog for Polish; none is known for other languages. */
function gradeOf(lang: string, said: readonly string[]): number | null {
  if (lang.startsWith('en')) return readingGrade(said);
  return lang === 'pl' ? polishFog(said) : null;
}

/** Dialogs, pages and news with their grades, in every language. */
export function grades(files: ContentFiles): Graded[] {
  const names = namesIn(files);
  return [...units(files)]
    .filter(({ kind }) => kind === 'dialog' || kind === 'page' || kind === 'news')
    .map(({ id, kind, locale, texts }) => {
      const said = texts.filter((one) => one.kind === 'sentence').map((one) => one.text);
      const lang = texts[0]?.lang ?? 'en-GB';
      return {
        id,
        kind,
        locale,
        reader: readerOf(texts[0]?.for ?? []),
        grade: gradeOf(
          lang,
          said.map((text) => withoutNames(text, names)),
        ),
        words: texts.reduce((sum, { text }) => sum + words(text).length, 0),
      };
    });
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
};

export function checkPlainWords(files: ContentFiles): Problem[] {
  const problems: Problem[] = [];
  const names = namesIn(files);
  const graded = grades(files);
  const all = [...units(files)];
  for (const { texts } of all)
    for (const shown of texts) {
      const bar = BARS[readerOf(shown.for)].sentence;
      if (shown.kind === 'label') continue;
      for (const sentence of sentences(shown.text)) {
        const length = words(withoutNames(sentence, names)).length;
        if (length > bar)
          problems.push({
            file: shown.file,
            line: shown.line(),
            what: `a sentence of ${length} words: "${sentence}"`,
            mend: `make two of it, of at most ${bar} words`,
            grade: 'error',
          });
      }
    }
  for (const { id, kind, locale, reader, grade } of graded) {
    const bar = locale === 'pl' ? POLISH_FOG : BARS[reader].grade;
    const file =
      all.find((unit) => unit.id === id && unit.kind === kind && unit.locale === locale)?.file ?? id;
    if (grade !== null && grade > bar)
      problems.push({
        file,
        line: 1,
        what: `reading grade ${grade.toFixed(1)} for ${reader}`,
        mend: `use shorter words and sentences, down to ${bar}`,
        grade: 'error',
      });
  }
  const young = graded.filter(
    ({ kind, locale, reader }) => kind === 'dialog' && locale === 'en' && reader === 'young-person',
  );
  const middle = median(young.flatMap(({ grade }) => grade ?? []));
  if (middle > YOUNG_MEDIAN)
    problems.push({
      file: 'dialogs',
      line: 1,
      what: `the middle reading grade of young people's dialogs is ${middle.toFixed(1)}`,
      mend: `make the hardest plainer, down to ${YOUNG_MEDIAN}`,
      grade: 'error',
    });
  return problems;
}
