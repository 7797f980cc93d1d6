/** The fields of a posted form. Any of them may be missing, twice there, empty or hostile; others are not looked at. */
import { writeButton } from '../../engine/input.ts';
import { Refusal } from '../door.ts';
import { choiceOf, cleanText } from '../incoming.ts';

export interface Fields {
  /** The name of the talk as it came; empty for a new one. */
  readonly talk: string;
  /** The ref of the pressed button, or of the chosen place. */
  readonly choice: string | undefined;
  /** What was typed; undefined when that is nothing but space. */
  readonly words: string | undefined;
  /** The talk is to be deleted. */
  readonly ends: boolean;
}

/** Taken here already, for deleting is never limited and asks nothing of words half typed. */
const DELETE = writeButton({ kind: 'command', command: 'delete-this' });

/**
 * @param body the fields as the server read them
 * @returns what is asked. Words that came in several fields are all read: none may be lost
 * @throws Refusal when it is no form
 */
export function readFields(body: unknown): Fields {
  if (!(body instanceof URLSearchParams)) throw new Refusal('bad-shape');
  // A page may hold a field twice; the one that was filled in counts.
  const filled = (name: string) => body.getAll(name).find((value) => value !== '') ?? '';
  const words = cleanText(body.getAll('words').join('\n'));
  const [pressed, place] = [filled('choice'), filled('place')];
  return {
    talk: filled('talk'),
    choice: choiceOf({ choice: pressed || (place && `:place/${place}`) }),
    words: words.trim() === '' ? undefined : words,
    ends: body.has('delete') || body.has('leave') || pressed === DELETE,
  };
}
