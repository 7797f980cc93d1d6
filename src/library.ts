/** All that the bot knows, loaded, checked and compiled: the one thing a server, a command or a test opens. */

import { assemble } from './content/assemble.ts';
import { check } from './content/check.ts';
import { type ContentFiles, readFiles } from './content/files.ts';
import type { Content } from './content/model.ts';
import { ContentError, type Problem } from './content/problem.ts';
import { onDisk } from './content/texts.ts';
import { checkMessages, type ExampleFiles, readExamples } from './examples.ts';
import { modelFor } from './model-file.ts';
import { type Assessor, createAssessor } from './risk/assess.ts';
import { checkExamples, checkLexicon, type RiskProblem } from './risk/check.ts';
import { farFromHelp } from './ways.ts';

export interface Library {
  readonly content: Content;
  readonly assessor: Assessor;
}

/** Puts a risk problem where it stands in the files. */
function located(files: ContentFiles, problem: RiskProblem): Problem {
  const as = (file: string, line: number): Problem => ({
    file,
    line,
    what: `${problem.id}: ${problem.what}`,
    mend: 'change the line, or its examples',
    grade: 'error',
  });
  if (problem.in === 'concepts')
    return as(files.concepts.file, files.concepts.lineOf(['concepts', problem.id]));
  if (problem.in === 'idioms')
    return as(
      files.dictionary.file,
      files.dictionary.lineOf(['idioms', files.dictionary.value.idioms.indexOf(problem.id)]),
    );
  for (const source of files.patterns) {
    const n = source.value.patterns.findIndex((pattern) => pattern.id === problem.id);
    if (n >= 0) return as(source.file, source.lineOf(['patterns', n]));
  }
  return as('content/risk', 1);
}

function twice(files: ContentFiles): Problem[] {
  const seen = new Set<string>();
  return files.patterns.flatMap((source) =>
    source.value.patterns.flatMap(({ id }, n): Problem[] => {
      const again = seen.has(id);
      seen.add(id);
      return again
        ? [
            {
              file: source.file,
              line: source.lineOf(['patterns', n]),
              what: `the pattern "${id}" is there twice`,
              mend: 'give it an id of its own',
              grade: 'error',
            },
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
    return {
      file: source?.file ?? 'dialogs',
      line: source?.lineOf(['steps', id]) ?? 1,
      what: `${step}: ${what}`,
      mend: 'add a hand-off with front-door, or a button that leads to one',
      grade: 'error',
    };
  });
}

/** The rules, and the model beside them where there is one. */
function compile(content: Content, examples: ExampleFiles): Assessor {
  const rules = createAssessor(content);
  return { ...rules, model: modelFor(examples, rules.lexicon, content.risk) };
}

interface Opening {
  readonly thorough?: boolean;
  readonly drafts?: boolean;
}

interface Checked {
  readonly problems: readonly Problem[];
  readonly files?: ContentFiles;
  readonly library?: Library;
}

const broken = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.grade === 'error');

/**
 * Reads and checks everything.
 * @param root the folder that holds dialogs/ and content/
 * @param opening.drafts whether translations that nobody has approved may be shown: never in production
 * @param opening.thorough also reads every labelled message and tries every pattern on its own examples, which takes
 *   seconds: for the check and before a publish, not for a start
 * @returns every problem found; `library` is there when none of them is an error
 */
export function checkLibrary(root: string, { thorough = true, drafts = true }: Opening = {}): Checked {
  let files: ContentFiles;
  try {
    files = readFiles(onDisk(root));
  } catch (error) {
    if (error instanceof ContentError) return { problems: error.problems };
    throw error;
  }
  const examples = readExamples(root);
  const problems = [...check(files, thorough), ...twice(files), ...(thorough ? checkMessages(root) : [])];
  if (broken(problems)) return { problems, files };
  const content = assemble(files, drafts);
  problems.push(...checkLexicon(content).map((problem) => located(files, problem)));
  if (broken(problems)) return { problems, files };
  if (thorough) problems.push(...tooFar(files, content));
  const assessor = compile(content, examples);
  if (thorough) problems.push(...checkExamples(content, assessor).map((problem) => located(files, problem)));
  return broken(problems) ? { problems, files } : { problems, files, library: { content, assessor } };
}

/** @throws ContentError listing everything that is wrong with the content */
export function openLibrary(root: string, drafts = true): Library {
  const { problems, library } = checkLibrary(root, { thorough: false, drafts });
  if (!library) throw new ContentError(problems.filter((problem) => problem.grade === 'error'));
  return library;
}
