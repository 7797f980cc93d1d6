/** Changes of the real words, as an editor makes them. */
import type { Person } from './rig.ts';

const PATH = 'dialogs/gifts-and-favours.yaml';
const SENTENCE = 'Liking them, needing them or borrowing money is not wrong.';

/** @returns a draft's files: one sentence of a dialog is another */
export async function withSentence(
  { get }: Person,
  version: string,
  sentence: string,
): Promise<{ path: string; files: Record<string, string> }> {
  const { text } = (await get(`/file?version=${version}&path=${PATH}`)).body as { text: string };
  const changed = text.replace(SENTENCE, sentence);
  if (changed === text) throw new Error('the sentence is not there any more');
  return { path: PATH, files: { [PATH]: changed } };
}
