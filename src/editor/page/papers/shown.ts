/** When an item of news is shown, in words. Days count whole, in Wiltshire. */
import { dayInWords } from '../kit/days.ts';
import type { Head } from './page-file.ts';

export type Shown = 'now' | 'later' | 'over' | 'unclear';

/** @param day today, as 2026-11-22 */
export function shownOn({ from, until }: Head, day: string): Shown {
  if (!from || !until || until < from) return 'unclear';
  if (day < from) return 'later';
  return day > until ? 'over' : 'now';
}

export const SHOWN_WORDS: Readonly<Record<Shown, string>> = {
  now: 'Shown now',
  later: 'Scheduled',
  over: 'Over',
  unclear: 'Its days are not right yet',
};

/** A whole sentence about its days. */
export function shownInWords(head: Head, day: string): string {
  const [from, until] = [dayInWords(head.from ?? ''), dayInWords(head.until ?? '')];
  const shown = shownOn(head, day);
  if (shown === 'unclear') return 'Choose the first day and the last day on which it is shown.';
  if (shown === 'over') return `It was shown from ${from} until ${until}.`;
  if (shown === 'now') return `It is shown now, and until the end of ${until}.`;
  return `It will be shown from ${from} until the end of ${until}, once it is published.`;
}
