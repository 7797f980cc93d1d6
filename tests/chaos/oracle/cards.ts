/** Whether a card helps: looked at by clock and place, with the hours read off as they are written. */
import { servicesFor, type View } from '../../../src/contacts/who.ts';
import type { Audience, Content, Service, ServiceRef } from '../../../src/content/model.ts';

export type Refs = readonly ServiceRef[];

/** The clock times at which somebody may need help, as a person reads them off a calendar. */
const CLOCKS = [
  { at: '2026-11-24T10:00:00Z', day: 'tue', hour: 10, holiday: false },
  { at: '2026-11-27T16:30:00Z', day: 'fri', hour: 16.5, holiday: false },
  { at: '2026-11-27T20:00:00Z', day: 'fri', hour: 20, holiday: false },
  { at: '2026-11-28T03:00:00Z', day: 'sat', hour: 3, holiday: false },
  { at: '2026-11-28T07:30:00Z', day: 'sat', hour: 7.5, holiday: false },
  { at: '2026-12-25T12:00:00Z', day: 'fri', hour: 12, holiday: true },
].map((one) => ({ ...one, at: Date.parse(one.at) }));
type Clock = (typeof CLOCKS)[number];
/** Nothing said; a council whose number we have; one whose number we have not. */
const PLACES = [null, 'swindon', 'bournemouth'];

const WEEKEND = ['sat', 'sun'];
const hourOf = (time = ''): number => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60;

/** Read off the hours as they are written. */
function isOpen({ hours, 'hours-confidence': sure }: Service, { day, hour, holiday }: Clock): boolean {
  if (hours === 'unknown' || !['high', 'medium'].includes(sure)) return false;
  if (hours === 'always') return true;
  const group = WEEKEND.includes(day) ? 'sat-sun' : day === 'fri' ? 'mon-fri' : 'mon-thu';
  const written = hours as Readonly<Record<string, string>>;
  const weekday = WEEKEND.includes(day) ? undefined : written['mon-fri'];
  const span = holiday
    ? written['bank-holiday']
    : (written[day] ?? written[group] ?? weekday ?? written['every-day']);
  if (!span) return false;
  const [from, until] = span.split('-').map(hourOf) as [number, number];
  return from <= hour && (hour < until || until <= from);
}

const canRing = ({ phone }: Service): boolean => phone !== undefined;
const canReach = ({ phone, text }: Service): boolean => phone !== undefined || text !== undefined;

/** What is wrong with a card for some clock or place; '' when it helps everybody everywhere. */
function faultOf(content: Content, refs: Refs, audience: Audience, urgent: boolean): string {
  for (const clock of CLOCKS)
    for (const place of refs.includes('front-door') ? PLACES : [null]) {
      const known = place !== null && content.places.has(place) ? place : null;
      const view: View = { audience, age: 'unknown', place: known, at: clock.at, urgent };
      const shown = servicesFor(content, refs, view);
      const where = `for ${audience} in ${place ?? 'Wiltshire'}, ${clock.day} ${clock.hour}`;
      if (!shown.some((one) => one.emergency && canRing(one))) return `no emergency number ${where}`;
      if (urgent && !(shown[0]?.emergency && canRing(shown[0])))
        return `the emergency number is not first ${where}`;
      if (!shown.some((one) => !one.emergency && canReach(one) && isOpen(one, clock)))
        return `nobody answers ${where}`;
    }
  return '';
}

/** Judges cards, for one registry: what is found out about a card holds as long as services and places stay. */
export function judgeOf(content: Content): (refs: Refs, audience: Audience, urgent: boolean) => string {
  const known = new Map<Refs, Map<string, string>>();
  return (refs, audience, urgent) => {
    const faults = known.get(refs) ?? new Map<string, string>();
    known.set(refs, faults);
    const key = urgent ? `urgent ${audience}` : audience;
    const fault = faults.get(key) ?? faultOf(content, refs, audience, urgent);
    faults.set(key, fault);
    return fault;
  };
}
export type Judge = ReturnType<typeof judgeOf>;
