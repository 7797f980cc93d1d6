/** The registry itself: what is in the files, not what is made of it. */
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../../src/contacts/london.ts';
import { KNOWN_SERVICES } from '../../src/content/model.ts';
import { content, files, service } from './content.ts';

const { services } = files.services;
const digits = (number: string): string => number.replaceAll(' ', '');

describe('services', () => {
  it('have ids of their own, and name only each other', () => {
    expect(content.services.size).toBe(services.length);
    for (const { otherwise } of services)
      if (otherwise) expect(content.services.has(otherwise), otherwise).toBe(true);
    for (const { area } of services) expect(area === 'uk' || content.areas.has(area), area).toBe(true);
    for (const id of Object.values(KNOWN_SERVICES)) expect(content.services.has(id), id).toBe(true);
  });

  it.each(services.map((entry) => [entry.id, entry] as const))('%s', (_id, entry) => {
    expect(entry.says.split(/\s+/).length, entry.says).toBeLessThanOrEqual(15);
    expect(entry.phone ?? entry.text ?? entry.web, 'no way to reach it').toBeDefined();
    const printed = typeof entry.hours === 'object' || entry.hours === 'always';
    if (printed) expect(['high', 'medium']).toContain(entry['hours-confidence']);
    // 01 and 03 numbers cost, and may be seen.
    if (/^0[13]/.test(entry.phone ?? ''))
      expect(entry.cost).toMatchObject({ free: false, 'may-show-on-bill': true });
    for (const number of [entry.phone, entry.text?.to])
      if (number) expect(content.doNotPublish.map(digits)).not.toContain(digits(number));
  });

  it('never offer a text to 999, nor an hour that no source gives', () => {
    for (const entry of services) expect(entry.text?.to ?? '').not.toMatch(/^999|^112/);
    for (const id of ['safecall', 'nspcc', 'stop-it-now', 'modern-slavery', 'childline-online'])
      expect(service(id).hours).toBe('unknown');
  });

  it('keep lines for adults, and for 16 or 18 on, to those', () => {
    for (const id of ['nspcc', 'crimestoppers', 'stop-it-now', 'revenge-porn-helpline'])
      expect(service(id).for).not.toContain('young-person');
    expect(service('rape-crisis')).toMatchObject({ ages: { from: 16 } });
    expect(service('rape-crisis').phone).toBeUndefined();
    expect(service('revenge-porn-helpline').ages).toEqual({ from: 18 });
  });

  it('say the ordinary hours of Wiltshire out of hours twice alike', () => {
    const { hours, bands } = service('wilts-out-of-hours');
    expect(bands.map((band) => band.id)).toEqual(['evenings-and-weekends', 'standby']);
    expect(bands[0]?.hours).toEqual(hours);
    expect(bands[1]?.only).toBe('immediate-risk');
  });

  it('say of Wiltshire out of hours that it stands in for the MASH, whom people were told to ring', () => {
    expect(service('wilts-out-of-hours').says).toContain(`when the ${service('wilts-mash').name} is shut`);
  });
});

describe('places', () => {
  it('lie in an area, whose front door is of the registry', () => {
    expect(content.places.size).toBe(files.places.places.length);
    for (const { area } of files.places.places) expect(content.areas.has(area), area).toBe(true);
    for (const area of files.places.areas)
      for (const id of area['front-door']) expect(content.services.has(id), id).toBe(true);
  });

  it('share no spelling', () => {
    const spellings = files.places.places.flatMap(({ name, also }) => [name.toLowerCase(), ...also]);
    expect(spellings.filter((word, at) => spellings.indexOf(word) !== at)).toEqual([]);
  });

  it.each([
    ['mere', 'wiltshire'],
    ['shaftesbury', 'dorset'],
    ['andover', 'hampshire'],
  ])('%s is in %s', (place, area) => {
    expect(content.places.get(place)?.area).toBe(area);
  });
});

describe('bank holidays', () => {
  /** The rules of England: fixed days move to the next free weekday; the others hang on Easter or on a Monday. */
  function ofYear(year: number, easter: string): string[] {
    const days: string[] = [];
    const onWorkday = (date: string): void => {
      let day = date;
      while (weekdayOf(day) > 4 || days.includes(day)) day = addDays(day, 1);
      days.push(day);
    };
    const monday = (date: string, step: 1 | -1): string =>
      weekdayOf(date) === 0 ? date : monday(addDays(date, step), step);
    onWorkday(`${year}-01-01`);
    days.push(addDays(easter, -2), addDays(easter, 1));
    days.push(monday(`${year}-05-01`, 1), monday(`${year}-05-31`, -1), monday(`${year}-08-31`, -1));
    // Christmas on a Saturday moves to Monday, and Boxing Day to Tuesday; on a Sunday it moves past Boxing Day.
    if (weekdayOf(`${year}-12-25`) === 6) days.push(`${year}-12-26`, `${year}-12-27`);
    else for (const day of ['25', '26']) onWorkday(`${year}-12-${day}`);
    return days;
  }

  it('follow the rules, from November 2026 to the end of the calendar', () => {
    const all = [...ofYear(2026, '2026-04-05'), ...ofYear(2027, '2027-03-28'), ...ofYear(2028, '2028-04-16')];
    expect([...content.bankHolidays]).toEqual(all.filter((day) => day > '2026-11'));
    expect(content.calendarEnds).toBe('2028-12-31');
  });
});
