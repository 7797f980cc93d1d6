/** Days and times as staff read them, by the clock on the wall in Wiltshire. */
const ZONE = 'Europe/London';

const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const PARTS = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });

/** @param day as 2026-11-22. @returns as 22 November 2026; what is no day comes back as it is */
export function dayInWords(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : DAY.format(at);
}

/** @param at milliseconds since the epoch. @returns the wall clock as 2026-11-22T17:05, the way a field takes it */
export const wallClock = (at: number): string => PARTS.format(at).replace(' ', 'T');

/** @param at milliseconds since the epoch. @returns as 22 November 2026, 17:05 */
export function momentInWords(at: number): string {
  const clock = wallClock(at);
  return `${dayInWords(clock.slice(0, 10))}, ${clock.slice(11)}`;
}

/** The day in Wiltshire now, as 2026-11-22. */
export const today = (): string => wallClock(Date.now()).slice(0, 10);

/**
 * @param clock a time on the wall, as 2026-11-22T17:05
 * @returns milliseconds since the epoch; NaN for what is no time. Of an hour that comes twice, the first.
 */
export function fromWallClock(clock: string): number {
  const asUtc = Date.parse(`${clock}:00Z`);
  // Browsers make a day of much that is none.
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(clock) || Number.isNaN(asUtc)) return Number.NaN;
  // Summer time is an hour ahead: the guess that reads back as the same wall clock is right.
  const summer = asUtc - 3_600_000;
  return wallClock(summer) === clock ? summer : asUtc;
}
