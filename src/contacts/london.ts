/** The clock on the wall in Wiltshire. Opening hours are written in it, whatever clock the server keeps. */

export interface LondonTime {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly weekday: Weekday;
  /** Since midnight, as the wall clock shows it: 0 to 1439. */
  readonly minutes: number;
}
/** 0 is Monday, 6 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const DAY_MS = 86_400_000;

// Made once: making one costs far more than using it.
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

// One card asks for the same minute forty times.
let last: { readonly minute: number; readonly time: LondonTime } | undefined;

/**
 * Date, weekday and minutes in Europe/London.
 * @param at milliseconds since 1970, UTC.
 * @throws RangeError if `at` is not a time.
 */
export function londonTime(at: number): LondonTime {
  const minute = Math.floor(at / 60_000);
  if (last?.minute !== minute) last = { minute, time: readClock(at) };
  return last.time;
}

/** The day in London, as 2026-11-22. @param at milliseconds since 1970, UTC */
export const londonDay = (at: number): string => londonTime(at).date;

function readClock(at: number): LondonTime {
  const part: Record<string, string> = {};
  for (const { type, value } of CLOCK.formatToParts(at)) part[type] = value;
  const date = `${part.year}-${part.month}-${part.day}`;
  return { date, weekday: weekdayOf(date), minutes: Number(part.hour) * 60 + Number(part.minute) };
}

/** The day `days` after `date` (YYYY-MM-DD, both). Counted in UTC, where every day has 24 hours. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The weekday of a date (YYYY-MM-DD). */
export function weekdayOf(date: string): Weekday {
  return ((new Date(date).getUTCDay() + 6) % 7) as Weekday;
}
