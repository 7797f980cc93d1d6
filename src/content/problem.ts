/** A mistake in a content file: where it is, what is wrong, how to mend it. */
export interface Problem {
  /** Path from the project's top, such as dialogs/welcome.yaml. */
  readonly file: string;
  readonly line: number;
  /** Keys and indexes from the top of the file, where the problem belongs to one field; of a page's words ["body", line]. */
  readonly path?: readonly (string | number)[];
  readonly what: string;
  readonly mend: string;
  /** Errors stop the server and a publish; warnings are only shown. */
  readonly grade: 'error' | 'warning';
}

/** How the errors of one file are made. */
export const errorIn =
  (file: string) =>
  (line: number, what: string, mend: string, path?: Problem['path']): Problem => ({
    file,
    line,
    ...(path && { path }),
    what,
    mend,
    grade: 'error',
  });

type Path = NonNullable<Problem['path']>;

/** The error of what stands at this path of a file. */
export const errorAt = (
  { file, lineOf }: { readonly file: string; readonly lineOf: (path: Path) => number },
  path: Path,
  what: string,
  mend: string,
): Problem => errorIn(file)(lineOf(path), what, mend, path);

/** `file:line: what is wrong: how to mend it`, the one way a problem is printed. */
export const showProblem = (p: Problem): string =>
  `${p.file}:${p.line}: ${p.grade === 'warning' ? '(warning) ' : ''}${p.what}: ${p.mend}`;

/** Thrown when content cannot be used; its message is the printed list of problems. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(showProblem).join('\n'));
    this.name = 'ContentError';
    this.problems = problems;
  }
}
