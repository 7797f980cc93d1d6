import { describe, expect, it } from 'vitest';
import { openState } from '../../src/contacts/open.ts';
import type { Service } from '../../src/content/model.ts';
import { bst, content, contentWith, gmt, service } from './content.ts';

/** A state in a few words. */
function told(state: ReturnType<typeof openState>): string {
  const doubt = state.uncertain ? '?' : '';
  const band = state.band ? ` (${state.band.id})` : '';
  if (state.kind === 'open') return `open until ${state.until.inDays} ${state.until.time}${band}${doubt}`;
  if (state.kind === 'closed')
    return `closed until ${state.opens ? `${state.opens.date} ${state.opens.time}` : 'who knows'}${doubt}`;
  return state.kind + band;
}
const at = (id: string | Service, time: number, where = content): string =>
  told(openState(typeof id === 'string' ? service(id) : id, time, where));

describe('Wiltshire MASH', () => {
  it.each([
    ['2026-11-23 08:44', 'closed until 2026-11-23 08:45'],
    ['2026-11-23 08:45', 'open until 0 17:00'],
    ['2026-11-23 16:59', 'open until 0 17:00'],
    ['2026-11-23 17:00', 'closed until 2026-11-24 08:45'],
    ['2026-11-27 15:59', 'open until 0 16:00'],
    ['2026-11-27 16:00', 'closed until 2026-11-30 08:45'],
    ['2026-11-27 16:01', 'closed until 2026-11-30 08:45'],
    ['2026-11-28 12:00', 'closed until 2026-11-30 08:45'],
    ['2026-12-24 12:00', 'open until 0 17:00'],
    ['2026-12-24 17:30', 'closed until 2026-12-29 08:45'],
    ['2026-12-25 12:00', 'closed until 2026-12-29 08:45'],
    ['2026-12-26 12:00', 'closed until 2026-12-29 08:45'],
    ['2026-12-27 12:00', 'closed until 2026-12-29 08:45'],
    ['2026-12-28 12:00', 'closed until 2026-12-29 08:45'],
    ['2026-12-29 12:00', 'open until 0 17:00'],
    ['2026-12-30 12:00', 'open until 0 17:00'],
    ['2026-12-31 12:00', 'open until 0 17:00'],
    ['2026-12-31 18:00', 'closed until 2027-01-04 08:45'],
    ['2027-03-28 00:30', 'closed until 2027-03-30 08:45'], // Easter Sunday, the clocks change; Monday is a holiday
  ])('%s: %s', (time, state) => {
    expect(at('wilts-mash', gmt(time))).toBe(state);
  });

  it.each([
    ['2027-03-30 08:44', 'closed until 2027-03-30 08:45'],
    ['2027-03-30 08:45', 'open until 0 17:00'],
    ['2027-05-03 10:00', 'closed until 2027-05-04 08:45'],
    ['2027-08-30 10:00', 'closed until 2027-08-31 08:45'],
    ['2027-10-29 16:01', 'closed until 2027-11-01 08:45'],
  ])('%s in summer time: %s', (time, state) => {
    expect(at('wilts-mash', bst(time))).toBe(state);
  });
});

describe('Wiltshire out of hours', () => {
  it.each([
    ['2026-11-23 00:30', 'open until 0 09:00 (standby)'],
    ['2026-11-23 08:59', 'open until 0 09:00 (standby)'],
    ['2026-11-23 09:00', 'closed until 2026-11-23 17:00'],
    ['2026-11-23 17:00', 'open until 0 24:00 (evenings-and-weekends)'],
    ['2026-11-23 23:59', 'open until 0 24:00 (evenings-and-weekends)'],
    ['2026-11-27 15:59', 'closed until 2026-11-27 16:00'],
    ['2026-11-27 16:01', 'open until 0 24:00 (evenings-and-weekends)'],
    ['2026-11-28 08:59', 'open until 0 09:00 (standby)'],
    ['2026-11-28 09:00', 'open until 0 24:00 (evenings-and-weekends)'],
    ['2026-12-25 00:30', 'open until 0 09:00 (standby)'],
    ['2026-12-25 12:00', 'open until 0 24:00 (evenings-and-weekends)'],
    ['2026-12-28 12:00', 'open until 0 24:00 (evenings-and-weekends)'],
    ['2026-12-29 12:00', 'closed until 2026-12-29 17:00'],
    ['2027-10-31 00:30', 'open until 0 09:00 (standby)'],
    ['2027-10-31 01:30', 'open until 0 09:00 (standby)'],
    ['2027-10-31 09:00', 'open until 0 24:00 (evenings-and-weekends)'],
  ])('%s: %s', (time, state) => {
    expect(at('wilts-out-of-hours', gmt(time))).toBe(state);
  });

  it('is on standby through the night of the change to summer time, and until nine by the new clock', () => {
    expect(at('wilts-out-of-hours', bst('2027-03-28 02:30'))).toBe('open until 0 09:00 (standby)');
    expect(at('wilts-out-of-hours', bst('2027-03-28 08:59'))).toBe('open until 0 09:00 (standby)');
    expect(at('wilts-out-of-hours', bst('2027-03-28 09:00'))).toContain('evenings-and-weekends');
  });
});

describe('other services', () => {
  it('run through the night and the weekend where the stretches touch', () => {
    const id = 'west-berkshire-out-of-hours';
    expect(at(id, gmt('2026-11-24 18:00'))).toBe('open until 1 09:00');
    expect(at(id, gmt('2026-11-27 18:00'))).toBe('open until 3 09:00');
    expect(at(id, gmt('2026-11-24 08:59'))).toBe('open until 0 09:00 (nights)');
    expect(at(id, gmt('2026-11-24 12:00'))).toBe('closed until 2026-11-24 17:00');
  });

  it('know always and unknown, and do not believe uncertain hours', () => {
    const noon = gmt('2026-12-25 12:00');
    expect(at('childline', noon)).toBe('always');
    expect(at('nspcc', noon)).toBe('unknown');
    expect(at(service('wilts-mash', { 'hours-confidence': 'low' }), noon)).toBe('unknown');
  });

  it('may run past midnight in one span', () => {
    const late = service('wilts-mash', { hours: { fri: '22:00-02:00' } });
    expect(at(late, gmt('2026-11-27 23:00'))).toBe('open until 1 02:00');
    expect(at(late, gmt('2026-11-28 01:59'))).toBe('open until 0 02:00');
    expect(at(late, gmt('2026-11-28 02:00'))).toBe('closed until 2026-12-04 22:00');
  });

  it('take the nearest name of a day', () => {
    const many = service('wilts-mash', {
      hours: {
        'every-day': '01:00-02:00',
        'mon-fri': '03:00-04:00',
        'mon-thu': '05:00-06:00',
        mon: '07:00-08:00',
      },
    });
    expect(at(many, gmt('2026-11-23 07:30'))).toBe('open until 0 08:00');
    expect(at(many, gmt('2026-11-24 05:30'))).toBe('open until 0 06:00');
    expect(at(many, gmt('2026-11-27 03:30'))).toBe('open until 0 04:00');
    expect(at(many, gmt('2026-11-28 01:30'))).toBe('open until 0 02:00');
    expect(at(many, gmt('2026-12-25 03:30'))).toBe('closed until 2026-12-26 01:00');
  });

  it('look 14 days ahead for an opening, and no further', () => {
    expect(at(service('wilts-mash', { hours: {} }), gmt('2026-11-23 12:00'))).toBe('closed until who knows');
  });
});

describe('past the end of the calendar', () => {
  it.each([
    ['2028-12-29 12:00', 'open until 0 16:00'],
    // 1 January 2029 will be a holiday, but the calendar does not know it.
    ['2028-12-29 20:00', 'closed until 2029-01-01 08:45?'],
    ['2029-01-01 12:00', 'open until 0 17:00?'],
  ])('%s: %s', (time, state) => {
    expect(at('wilts-mash', gmt(time))).toBe(state);
  });

  it('does not put a line in doubt that is always open', () => {
    expect(openState(service('childline'), gmt('2031-01-01 12:00'), contentWith()).uncertain).toBe(false);
  });
});
