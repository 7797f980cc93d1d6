/** `assess` with the real content, for a bot that is not ours and for a stopwatch. */
import { openLibrary } from '../../src/library.ts';
import { assess } from '../../src/risk/assess.ts';

export function open(root: string) {
  const { assessor } = openLibrary(root);
  return (text: string) => assess(assessor, text);
}
