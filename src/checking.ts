/**
 * Everything that must hold before words are shown, in the order in which it is looked at: what cannot be read stops
 * there, and so does what would make the next check say nonsense. One order for a start, a check and a draft.
 */
import { assembleEnglish } from './content/assemble.ts';
import { check } from './content/check.ts';
import { type ContentFiles, readFiles } from './content/files.ts';
import type { Content } from './content/model.ts';
import { ContentError, errorAt, errorIn, type Problem } from './content/problem.ts';
import type { Sources } from './content/sources.ts';
import type { Texts } from './content/texts.ts';
import { checkExamples, checkLexicon, type RiskProblem } from './risk/check.ts';
import { farFromHelp } from './ways.ts';

export interface Looking {
  readonly texts: Texts;
  /** What was read before: a text that has not changed is not read again. */
  readonly sources?: Sources;
  /** Also how plain, kind and well spelt every text is, and whether help is near. */
  readonly words: boolean;
  /** Also every pattern on its own examples. */
  readonly examples: boolean | ((files: ContentFiles) => boolean);
  /** What else must hold before the content is put together. */
  readonly also?: (files: ContentFiles) => readonly Problem[];
}

/** Every problem found; `files` are there when they could be read, and are `sound` when no problem is an error. */
export interface Looked {
  readonly problems: readonly Problem[];
  readonly files?: ContentFiles;
  readonly sound: boolean;
}

const broken = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.grade === 'error');

/** Puts a risk problem where it stands in the files. */
function located(files: ContentFiles, { in: where, id, what }: RiskProblem): Problem {
  const told = [`${id}: ${what}`, 'change the line, or its examples'] as const;
  if (where === 'concepts') return errorAt(files.concepts, ['concepts', id], ...told);
  if (where === 'idioms')
    return errorAt(files.dictionary, ['idioms', files.dictionary.value.idioms.indexOf(id)], ...told);
  for (const source of files.patterns) {
    const n = source.value.patterns.findIndex((pattern) => pattern.id === id);
    if (n >= 0) return errorAt(source, ['patterns', n], ...told);
  }
  return errorIn('content/risk')(1, ...told);
}

function twice(files: ContentFiles): Problem[] {
  const seen = new Set<string>();
  return files.patterns.flatMap((source) =>
    source.value.patterns.flatMap(({ id }, n): Problem[] => {
      const again = seen.has(id);
      seen.add(id);
      return again
        ? [
            errorAt(
              source,
              ['patterns', n],
              `the pattern "${id}" is there twice`,
              'give it a name of its own',
            ),
          ]
        : [];
    }),
  );
}

/** Steps from which help is too far, where they stand in the files. */
function tooFar(files: ContentFiles, content: Content): Problem[] {
  return farFromHelp(content).map(({ step, what }) => {
    const [dialog = '', id = ''] = step.split('/');
    const source = files.dialogs.find(({ value }) => value.id === dialog);
    const told = [
      `${step}: ${what}`,
      'choose people to ring here, with the front door (hand-off), or add a button that leads to them',
    ] as const;
    return source ? errorAt(source, ['steps', id], ...told) : errorIn('dialogs')(1, ...told);
  });
}

/** Reads and checks; between its parts others may have their turn. */
export function* looking({ texts, sources, words, examples, also }: Looking): Generator<void, Looked> {
  let files: ContentFiles;
  try {
    files = readFiles(texts, sources);
  } catch (error) {
    if (error instanceof ContentError) return { problems: error.problems, sound: false };
    throw error;
  }
  yield;
  const problems = [...check(files, words), ...twice(files), ...(also?.(files) ?? [])];
  if (broken(problems)) return { problems, files, sound: false };
  yield;
  const content = assembleEnglish(files);
  yield;
  problems.push(...checkLexicon(content).map((problem) => located(files, problem)));
  if (broken(problems)) return { problems, files, sound: false };
  if (words) problems.push(...tooFar(files, content));
  yield;
  if (typeof examples === 'function' ? examples(files) : examples)
    problems.push(...checkExamples(content).map((problem) => located(files, problem)));
  return { problems, files, sound: !broken(problems) };
}

/** Runs it through. */
export function look(how: Looking): Looked {
  const work = looking(how);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
