/** Reads what is measured: the frozen evaluation part with its second labels, or the training messages. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from '../content/problem.ts';
import { FOLDERS, isFrozen, type Part, type Placed, readExamples } from '../examples.ts';
import { parseSecond, type TwiceLabelled } from './second.ts';

const SECOND = `${FOLDERS.evaluation}/second-labels.tsv`;

export interface Measured {
  readonly part: Part;
  readonly messages: readonly Placed[];
  /** SHA-256 of the files, in hex. */
  readonly hash: string;
  /** Whether they are those that were frozen; the training messages never are. */
  readonly frozen: boolean;
  /** Empty where nobody has labelled them a second time. */
  readonly second: readonly TwiceLabelled[];
}

const textOf = (root: string, file: string): string | undefined =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined;

/** @throws ContentError when a message or a second label is wrong, or there is nothing to measure */
export function readPart(root: string, part: Part): Measured {
  const files = readExamples(root, part);
  const { examples: messages, problems } = files.parse();
  if (problems.length > 0) throw new ContentError(problems);
  if (messages.length === 0) {
    const file = FOLDERS[part];
    const mend = 'put labelled messages there, one file a voice';
    throw new ContentError([{ file, line: 1, what: 'there is no message to measure', mend, grade: 'error' }]);
  }
  const evaluation = part === 'evaluation';
  const second = evaluation ? textOf(root, SECOND) : undefined;
  return {
    part,
    messages,
    hash: files.hash,
    frozen: evaluation && isFrozen(root, files.hash),
    second: second === undefined ? [] : parseSecond(SECOND, second, messages),
  };
}
