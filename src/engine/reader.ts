/** Who is taken to write: what was said or pressed holds; a guess holds until something was said or told. */
import type { Risk } from './input.ts';
import type { Session } from './session.ts';

export type Reader = Pick<Session, 'audience' | 'known'>;

/**
 * Clear words always count. A guess never makes a child of an adult; it makes an adult of a child at the first worry
 * only: later words of a child must not turn their cards into an adult's.
 */
export function readerOf(
  { audience, known, signals }: Session,
  { speaker, speakerSure }: Pick<Risk, 'speaker' | 'speakerSure'>,
): Reader {
  if (speaker === 'other') return { audience, known };
  if (speakerSure) return { audience: speaker === 'child' ? 'young-person' : speaker, known: true };
  if (known || speaker === 'child') return { audience, known };
  return { audience: audience !== 'young-person' || signals.length === 0 ? speaker : audience, known };
}
