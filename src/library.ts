/** All that the bot knows, loaded, checked and compiled: the one thing a server, a command or a test opens. */

import { setImmediate as breath } from 'node:timers/promises';
import { type Looked, look, looking } from './checking.ts';
import { assemble } from './content/assemble.ts';
import type { ContentFiles } from './content/files.ts';
import type { Content } from './content/model.ts';
import { ContentError, type Problem } from './content/problem.ts';
import { inMemory, onDisk } from './content/texts.ts';
import { checkMessages } from './examples.ts';
import { modelFor } from './model-file.ts';
import { type Assessor, createAssessor } from './risk/assess.ts';

export interface Library {
  readonly content: Content;
  readonly assessor: Assessor;
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

/**
 * The rules, and the model beside them where there is one.
 * @param root the folder with the messages that the model learns from
 */
export function compile(root: string, content: Content): Library {
  const rules = createAssessor(content);
  const model = modelFor(root, rules.lexicon, content.risk);
  return { content, assessor: { ...rules, model } };
}

/**
 * Reads and checks everything.
 * @param root the folder that holds dialogs/ and content/
 * @param opening.drafts whether translations that nobody has approved may be shown: never in production
 * @param opening.thorough also reads every labelled message and tries every pattern on its own examples, which takes
 *   seconds: for the check and before a publish, not for a start
 * @returns every problem found; `library` is there when none of them is an error
 */
export function checkLibrary(root: string, { thorough = true, drafts = true }: Opening = {}): Checked {
  const { problems, files, sound } = look({
    texts: onDisk(root),
    words: thorough,
    examples: thorough,
    also: () => (thorough ? checkMessages(root) : []),
  });
  return {
    problems,
    ...(files && { files }),
    ...(files && sound && { library: compile(root, assemble(files, drafts)) }),
  };
}

const errorsOf = ({ problems }: Looked | Checked): ContentError =>
  new ContentError(problems.filter((problem) => problem.grade === 'error'));

/** @throws ContentError listing everything that is wrong with the content */
export function openLibrary(root: string, drafts = true): Library {
  const checked = checkLibrary(root, { thorough: false, drafts });
  if (!checked.library) throw errorsOf(checked);
  return checked.library;
}

/**
 * Opens a published version while the chat goes on: it takes a third of a second, in pieces.
 * @param root the folder with the messages that the model learns from
 * @param files path -> text
 * @throws ContentError when this version cannot be shown, such as one that was made for an older Signpost
 */
export async function openVersion(
  root: string,
  files: Readonly<Record<string, string>>,
  drafts = true,
): Promise<Library> {
  const work = looking({ texts: inMemory(files), words: false, examples: false });
  for (;;) {
    const { done, value } = work.next();
    if (!done) {
      await breath();
      continue;
    }
    if (!value.files || !value.sound) throw errorsOf(value);
    const content = assemble(value.files, drafts);
    await breath();
    return compile(root, content);
  }
}
