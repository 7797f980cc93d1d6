/** How much may lie in drafts at once: the desk is read and written whole, by everybody who changes anything. */
import type { Desk, Draft } from '../store/desk.ts';
import type { Changes } from '../workbench/weight.ts';
import type { Staff } from './staff.ts';

const MOST_DRAFTS = 200;
/** Of those that one person began. */
const MOST_OWN = 30;
/** Bytes of a draft's texts, and of all drafts together. */
const BIGGEST = 600_000;
const BIGGEST_ALL = 12_000_000;

export type NoRoom = 'too-many-drafts' | 'many-own-drafts' | 'too-big-draft' | 'drafts-full';

const bytesOf = (files: Changes): number =>
  Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), 0);

/**
 * @param known the draft as it stands in the desk; undefined for a new one
 * @param files what is to stand there
 * @returns why it cannot be kept; what makes a draft no bigger always can
 */
export function noRoomFor(
  { drafts }: Pick<Desk, 'drafts'>,
  known: Draft | undefined,
  files: Changes,
  { person }: Staff,
): NoRoom | undefined {
  const all = Object.values(drafts);
  if (!known) {
    if (all.length >= MOST_DRAFTS) return 'too-many-drafts';
    if (all.filter(({ writers }) => writers[0] === person).length >= MOST_OWN) return 'many-own-drafts';
  }
  const size = bytesOf(files);
  const before = known ? bytesOf(known.files) : 0;
  if (size <= before) return undefined;
  if (size > BIGGEST) return 'too-big-draft';
  const together = all.reduce((sum, one) => sum + bytesOf(one.files), size - before);
  return together > BIGGEST_ALL ? 'drafts-full' : undefined;
}
