/** Whether a service answers now, until when, or when it next does. */
import type { Band, Content, Service } from '../content/model.ts';
import { DAY, type Stretch, stretches } from './hours.ts';
import { addDays, type LondonTime, londonTime, type Weekday, weekdayOf } from './london.ts';

/** A time on the wall clock. `time` is HH:MM; the end of a day is 24:00 of that day. */
export interface Moment {
  readonly date: string;
  readonly weekday: Weekday;
  readonly time: string;
  /** 0 today, 1 tomorrow. */
  readonly inDays: number;
}

/**
 * `band`: the band of hours we are in, if any. `uncertain`: the calendar does not reach that far, so the day
 * may be a bank holiday that we do not know of. `closed.opens`: null if not within 14 days.
 */
export type OpenState =
  | { readonly kind: 'always'; readonly band: Band | null; readonly uncertain: false }
  | { readonly kind: 'open'; readonly until: Moment; readonly band: Band | null; readonly uncertain: boolean }
  | {
      readonly kind: 'closed';
      readonly opens: Moment | null;
      readonly band: null;
      readonly uncertain: boolean;
    }
  | { readonly kind: 'unknown'; readonly band: null; readonly uncertain: false };

const UNKNOWN: OpenState = { kind: 'unknown', band: null, uncertain: false };

/** The days on which hours are others. */
export type Calendar = Pick<Content, 'bankHolidays' | 'calendarEnds'>;

/**
 * The state of a service at a time.
 * A band with `only` counts as open here and is named in `band`; who may use it is front-door.ts's question.
 * It is never the next opening: "opens at midnight" would be untrue for nearly everybody.
 * Hours of low or unverified confidence are treated as unknown (shared rule of the facts: print none).
 * @param at milliseconds since 1970, UTC.
 * @throws RangeError if `at` is not a time.
 */
export function openState(service: Service, at: number, content: Calendar): OpenState {
  if (!['high', 'medium'].includes(service['hours-confidence'])) return UNKNOWN;
  if (service.hours === 'unknown' && service.bands.length === 0) return UNKNOWN;
  const today = londonTime(at);
  const all = stretches(service, today, content);
  const now = all.filter(({ from, to }) => from <= today.minutes && today.minutes < to);
  const band = now.find((stretch) => stretch.band)?.band ?? null;
  if (service.hours === 'always') return { kind: 'always', band, uncertain: false };
  const beyond = (moment: Moment | null): boolean => (moment?.date ?? today.date) > content.calendarEnds;
  const anybody = all.filter((stretch) => !stretch.band?.only);
  if (now.length > 0) {
    const open = now.some((stretch) => !stretch.band?.only);
    const end = open ? endOf(anybody, today.minutes) : Math.min(...now.map((stretch) => stretch.to));
    const forAll = now.find((stretch) => stretch.band && !stretch.band.only)?.band ?? null;
    return {
      kind: 'open',
      until: momentAt(end, today, true),
      band: open ? forAll : band,
      uncertain: beyond(null),
    };
  }
  if (service.hours === 'unknown') return UNKNOWN;
  const starts = anybody.map((stretch) => stretch.from).filter((from) => from > today.minutes);
  const opens = starts.length > 0 ? momentAt(Math.min(...starts), today, false) : null;
  return { kind: 'closed', opens, band: null, uncertain: beyond(opens) };
}

/** Where the run of touching stretches around `now` ends. */
function endOf(all: readonly Stretch[], now: number): number {
  let end = now;
  for (const { from, to } of all.toSorted((a, b) => a.from - b.from)) if (from <= end && to > end) end = to;
  return end;
}

/** `ending`: midnight belongs to the day that it ends. */
function momentAt(minutes: number, today: LondonTime, ending: boolean): Moment {
  const inDays = Math.floor((ending ? minutes - 1 : minutes) / DAY);
  const left = minutes - inDays * DAY;
  const two = (n: number): string => String(n).padStart(2, '0');
  const date = addDays(today.date, inDays);
  return { date, weekday: weekdayOf(date), time: `${two(Math.floor(left / 60))}:${two(left % 60)}`, inDays };
}
