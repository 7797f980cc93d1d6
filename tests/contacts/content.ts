/** The real services, places and calendar, with a small interface of our own: what the tests of contacts read. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Content, Service } from '../../src/content/model.ts';
import { calendarFile, placesFile, servicesFile } from '../../src/content/schema.ts';

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../content/${name}.yaml`, import.meta.url), 'utf8'));

export const files = {
  services: servicesFile.parse(read('services')),
  places: placesFile.parse(read('places')),
  calendar: calendarFile.parse(read('calendar')),
};

const ui: Record<string, string> = {
  'card-title': 'You can talk to',
  'card-title-urgent': 'Get help now',
  'card-open-now': 'Open now.',
  'card-open-until': 'Open until {time}.',
  'card-always': 'Day and night.',
  'card-closed-opens': 'Closed. Opens {day} at {time}.',
  'card-may-be-closed': 'May be closed today.',
  'card-immediate-only': 'Now only for danger.',
  'card-hours-unknown': 'Who knows.',
  'card-free': 'Free.',
  'card-not-free': 'Not free.',
  'card-bill': 'May show on a bill.',
  'card-anonymous-yes': 'No name needed.',
  'card-anonymous-ask': 'Ask if you can leave out your name.',
  'card-anonymous-no': 'They need your name.',
  'card-may-have-changed': 'This may have changed.',
  'card-call-trace': "A call can stay in your phone's list.",
  call: 'Call {number}',
  text: 'Text {number}',
  'text-word': 'Text {word} to {number}',
  open: 'Open',
  'call-named': 'Call {name} on {number}',
  slim: 'Danger now, or want to talk?',
  midnight: 'midnight',
  midday: 'midday',
  today: 'today',
  tomorrow: 'tomorrow',
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

const byId = <T extends { id: string }>(entries: readonly T[]): Map<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]));

/** Content with the real registry; `extra` services replace or join it. */
export function contentWith(extra: readonly Service[] = [], change: Partial<Content> = {}): Content {
  return {
    version: '000000000000',
    locale: 'en',
    lang: 'en-GB',
    languages: [],
    locales: new Map(),
    drafts: new Set(),
    pages: new Map(),
    news: [],
    dialogs: new Map(),
    steps: new Map(),
    codes: new Map(),
    services: byId([...files.services.services, ...extra]),
    places: byId(files.places.places),
    areas: byId(files.places.areas),
    bankHolidays: new Set(files.calendar['bank-holidays'].map((day) => day.on)),
    calendarEnds: files.calendar.ends,
    doNotPublish: files.services['do-not-publish'].map((entry) => entry.number),
    ui: ui as Content['ui'],
    commands: {} as Content['commands'],
    risk: { concepts: {}, patterns: [], words: {}, emoji: {}, idioms: [], realWords: new Set() },
    ...change,
  };
}

export const content = contentWith();

/** A service of the registry; fails the test if it is gone. */
export function service(id: string, change: Partial<Service> = {}): Service {
  const found = content.services.get(id);
  if (!found) throw new Error(`no service ${id}`);
  return { ...found, ...change };
}

/** Milliseconds of a time written as in London; `bst` in summer time. */
export const gmt = (time: string): number => Date.parse(`${time.replace(' ', 'T')}:00Z`);
export const bst = (time: string): number => Date.parse(`${time.replace(' ', 'T')}:00+01:00`);
