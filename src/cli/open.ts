/** Opens the library for a command, or says what is wrong with the content and ends. */
import { ContentError } from '../content/problem.ts';
import { type Library, openLibrary } from '../library.ts';

export function openOrExit(root: string): Library {
  try {
    return openLibrary(root);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(1);
  }
}
