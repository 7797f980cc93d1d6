/** Regular hours in words, for paper: it does not know the time, so "open now" would be untrue the next morning. */
import { grouped } from '../content/grouped.ts';
import type { Content, Hours, Service } from '../content/model.ts';
import { spoken } from './facts.ts';
import { sentence } from './words.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** A Monday, long ago: the days of a week after it lend their names. */
const MONDAY = Date.UTC(2001, 0, 1);

function dayName(content: Content, day: string): string {
  const at = MONDAY + DAYS.indexOf(day) * 86_400_000;
  return new Intl.DateTimeFormat(content.lang, { weekday: 'long', timeZone: 'UTC' }).format(at);
}

/** mon-thu -> Monday to Thursday; sat-sun -> Saturday, Sunday. */
function daysOf(content: Content, key: string): string[] {
  if (key === 'every-day') return [sentence(content, 'week-every-day')];
  if (key === 'bank-holiday') return [sentence(content, 'week-holidays')];
  const names = key.split('-').map((day) => dayName(content, day));
  if (names.length < 2 || key === 'sat-sun') return names;
  const [from = '', until = ''] = names;
  return [sentence(content, 'week-range', { from, until })];
}

/** Days with the same hours stand together. */
function stretchesOf(content: Content, hours: Exclude<Hours, string>): string[] {
  const byHours = grouped(Object.entries(hours), ([, span]) => span);
  const list = new Intl.ListFormat(content.lang, { type: 'conjunction' });
  return [...byHours].map(([span = '', days]) => {
    const [from = '', until = ''] = span.split('-').map((time) => spoken(content, time));
    const when = list.format(days.flatMap(([day]) => daysOf(content, day)));
    return `${when} ${sentence(content, 'week-range', { from, until })}`;
  });
}

const asSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/**
 * When a service answers, on any day.
 * @returns finished sentences; none for hours that are not known, or not well enough to be printed
 */
export function weekOf(content: Content, service: Service): string[] {
  if (!['high', 'medium'].includes(service['hours-confidence'])) return [];
  if (service.hours === 'always') return [sentence(content, 'card-always')];
  if (service.hours === 'unknown') return [];
  const only = service.bands.flatMap(({ only: some, hours }) =>
    some && typeof hours !== 'string' ? stretchesOf(content, hours) : [],
  );
  return [
    asSentence(stretchesOf(content, service.hours).join(', ')),
    ...only.map((hours) => asSentence(sentence(content, 'week-immediate', { hours }))),
  ];
}
