/** Quiet help beside a bubble: how long it is, and its longest sentence. */
import { sentences, words } from '../../../content/reading.ts';
import { FITS } from './model.ts';

export function hintOf(text: string): string {
  const longest = Math.max(0, ...sentences(text).map((one) => words(one).length));
  return `${text.length} of ${FITS.bubble} letters, longest sentence ${longest} of ${FITS.sentence} words`;
}
