/** Problems as the editor shows them: each with the field that it belongs to. */
import type { Problem } from '../content/problem.ts';
import { pathAt } from '../content/yaml.ts';
import { inEditor } from './in-editor.ts';
import type { Files, Marked } from './workbench.ts';

const HEAD = /^---\r?\n/;

/** Where a problem without a path stands: what begins on its line; of a page's words their line. */
function placeOf({ line }: Problem, file: string, text: string | undefined): Marked['path'] {
  if (text === undefined || line <= 1) return [];
  if (file.endsWith('.yaml')) return pathAt(text, line);
  if (!file.endsWith('.md') || !HEAD.test(text)) return [];
  const end = text.split('\n').indexOf('---', 1);
  if (end >= 0 && line > end + 1) return ['body', line];
  return pathAt(
    text
      .split('\n')
      .slice(1, end < 0 ? undefined : end)
      .join('\n'),
    line - 1,
  );
}

/** @param files the texts in which the problems were found */
export const marked = (problems: readonly Problem[], files: Files): Marked[] =>
  problems.map((problem) => ({
    ...problem,
    mend: inEditor(problem.mend),
    path: problem.path ?? placeOf(problem, problem.file, files[problem.file]),
  }));
