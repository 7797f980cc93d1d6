/** Opening hours as written, turned into stretches of minutes on the days around now. */
import type { Band, Content, Hours, Service } from '../content/model.ts';
import { once } from '../content/once.ts';
import { addDays, type LondonTime, type Weekday, weekdayOf } from './london.ts';

/** Minutes since today's midnight on the wall clock (below 0: yesterday); `to` is not part of it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly band: Band | null;
}

export const DAY = 1440;
/** How many days ahead we look for an opening. */
export const AHEAD = 14;

type Written = Exclude<Hours, string>;
type DayKey = keyof Written;

const NAMES: readonly DayKey[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The span that holds on a day: the nearest name wins; a bank holiday has its own or none (content/schema.ts). */
function spanOn(hours: Written, weekday: Weekday, holiday: boolean): string | undefined {
  if (holiday) return hours['bank-holiday'];
  const name = NAMES[weekday];
  const own = name && hours[name];
  const group =
    weekday > 4 ? hours['sat-sun'] : ((weekday < 4 ? hours['mon-thu'] : undefined) ?? hours['mon-fri']);
  return own ?? group ?? hours['every-day'];
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

// The hours of a service are counted out once a day, not for each card.
const counted = once(count);

/**
 * Every stretch in which a service answers, from yesterday to 14 days ahead: its own hours and those of its
 * bands. `always` and `unknown` hours give none. A span that ends before it starts runs past midnight.
 */
export const stretches = (
  service: Service,
  today: LondonTime,
  content: Pick<Content, 'bankHolidays'>,
): readonly Stretch[] => counted(service, today.date, content.bankHolidays);

function count(service: Service, today: string, bankHolidays: Content['bankHolidays']): readonly Stretch[] {
  const found: Stretch[] = [];
  const sources = [
    { hours: service.hours, band: null },
    ...service.bands.map((band) => ({ hours: band.hours, band })),
  ];
  for (const { hours, band } of sources) {
    if (typeof hours === 'string') continue;
    for (let day = -1; day <= AHEAD; day++) {
      const date = addDays(today, day);
      const span = spanOn(hours, weekdayOf(date), bankHolidays.has(date));
      if (!span) continue;
      const [start = '', end = ''] = span.split('-');
      const from = minutesOf(start);
      const to = minutesOf(end);
      found.push({ from: day * DAY + from, to: day * DAY + (to > from ? to : to + DAY), band });
    }
  }
  return found;
}
