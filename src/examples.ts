/**
 * The labelled messages in content/risk, one file a voice: those to learn from (examples/) and those to measure
 * with (evaluation/, frozen under its hash before any training). Read, checked, and their hash.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './content/problem.ts';
import { faultsOfClasses } from './risk/model/classes.ts';
import { type Example, example } from './risk/model/example.ts';
import { nearPairs } from './risk/near.ts';

export const FOLDERS = { training: 'content/risk/examples', evaluation: 'content/risk/evaluation' } as const;
export type Part = keyof typeof FOLDERS;
/** Groups of words that the model learns with (src/risk/model/classes.ts); of no kind that is part of a version. */
const CLASSES = `${FOLDERS.training}/word-classes.list`;
/** Holds the hash that the evaluation part had when it was frozen. */
const FROZEN = `${FOLDERS.evaluation}/FROZEN`;

interface File {
  readonly file: string;
  readonly text: string;
}

/** A message, and where it stands. */
export interface Placed extends Example {
  readonly file: string;
  readonly line: number;
  /** The name of its voice: the file's name up to the first dash. */
  readonly voice: string;
}

interface Parsed {
  readonly examples: readonly Placed[];
  readonly problems: readonly Problem[];
}

export interface ExampleFiles {
  /** SHA-256 of all files of messages, in hex. */
  readonly hash: string;
  /** How many files: one for each voice. */
  readonly count: number;
  /** Parses them: the good ones, and what is wrong with the others. */
  parse(): Parsed;
}

const problem = (file: string, line: number, what: string, mend: string): Problem => ({
  file,
  line,
  what,
  mend,
  grade: 'error',
});

function parse(files: readonly File[]): Parsed {
  const examples: Placed[] = [];
  const problems: Problem[] = [];
  for (const { file, text } of files) {
    const voice = (file.split('/').at(-1) as string).replace(/[-.].*$/, '');
    for (const [n, line] of text.split('\n').entries()) {
      if (line.trim() === '') continue;
      const wrong = (what: string, mend: string) => problems.push(problem(file, n + 1, what, mend));
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        wrong('this line is not JSON', 'write one JSON object on a line');
        continue;
      }
      const parsed = example.safeParse(value);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        wrong(`${issue?.path.join('.')}: ${issue?.message}`, 'label it by content/risk/CODEBOOK.md');
        continue;
      }
      examples.push({ ...parsed.data, file, line: n + 1, voice });
    }
  }
  return { examples, problems };
}

/** @param root the folder that holds content/; without messages the hash is that of nothing */
export function readExamples(root: string, part: Part = 'training'): ExampleFiles {
  const folder = FOLDERS[part];
  let names: string[] = [];
  try {
    names = readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.jsonl'))
      .sort();
  } catch {
    // No folder: the rules work alone.
  }
  const files = names.map((name) => ({
    file: `${folder}/${name}`,
    text: readFileSync(join(root, folder, name), 'utf8'),
  }));
  const hash = createHash('sha256');
  for (const { file, text } of files) hash.update(file).update('\0').update(text).update('\0');
  return { hash: hash.digest('hex'), count: files.length, parse: () => parse(files) };
}

/**
 * @param root the folder that holds content/
 * @returns the groups of words as they are written
 */
export function readClassesText(root: string): string {
  try {
    return readFileSync(join(root, CLASSES), 'utf8');
  } catch {
    return ''; // The model does without.
  }
}

/** Messages that are nearly the same, in one part or in both. */
function nearDuplicates(examples: readonly Placed[]): Problem[] {
  return nearPairs(examples.map(({ text }) => text)).map(({ at, of }) => {
    const [later, earlier] = [examples[at] as Placed, examples[of] as Placed];
    const where = `${earlier.file}:${earlier.line}`;
    return problem(
      later.file,
      later.line,
      `nearly the same message is in ${where}`,
      'keep one of them, or write it anew',
    );
  });
}

/** Whether the evaluation messages, of this hash, are those that were frozen. */
export function isFrozen(root: string, hash: string): boolean {
  try {
    return readFileSync(join(root, FROZEN), 'utf8').trim() === hash;
  } catch {
    return false;
  }
}

function thawed(root: string, hash: string): Problem[] {
  if (isFrozen(root, hash)) return [];
  return [
    problem(
      FROZEN,
      1,
      'the evaluation messages are not those that were frozen',
      'put them back as they were; new ones belong in a new part, frozen before any training',
    ),
  ];
}

/** What was wrong with the messages of these hashes: they are many, and change far less often than they are checked. */
let checked: { readonly of: string; readonly problems: readonly Problem[] } = { of: '', problems: [] };

/** Everything that is wrong with the messages of both parts, and with the groups of words beside them. */
export function checkMessages(root: string): Problem[] {
  const [training, evaluation] = [readExamples(root), readExamples(root, 'evaluation')];
  const of = `${training.hash} ${evaluation.hash}`;
  if (checked.of !== of) {
    const [learnt, measured] = [training.parse(), evaluation.parse()];
    // The frozen part first: of a pair it is the other message that must go.
    const near = nearDuplicates([...measured.examples, ...learnt.examples]);
    checked = { of, problems: [...learnt.problems, ...measured.problems, ...near] };
  }
  const frozen = evaluation.count > 0 ? thawed(root, evaluation.hash) : [];
  const classes = faultsOfClasses(readClassesText(root)).map(({ line, what, mend }) =>
    problem(CLASSES, line, what, mend),
  );
  return [...checked.problems, ...frozen, ...classes];
}
