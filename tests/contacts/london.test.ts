import { describe, expect, it } from 'vitest';
import { addDays, londonTime } from '../../src/contacts/london.ts';

describe('the clock in London', () => {
  it.each([
    // instant, date, weekday (0 Monday), wall clock
    ['2026-11-22T12:00Z', '2026-11-22', 6, '12:00'],
    ['2026-12-31T23:59Z', '2026-12-31', 3, '23:59'],
    ['2027-01-01T00:00Z', '2027-01-01', 4, '00:00'],
    // 28 March 2027, 01:00 GMT: the clock goes to 02:00.
    ['2027-03-28T00:59Z', '2027-03-28', 6, '00:59'],
    ['2027-03-28T01:00Z', '2027-03-28', 6, '02:00'],
    ['2027-07-01T23:30Z', '2027-07-02', 4, '00:30'],
    // 31 October 2027, 02:00 BST: the clock goes back to 01:00, and 01:30 comes twice.
    ['2027-10-31T00:30Z', '2027-10-31', 6, '01:30'],
    ['2027-10-31T01:00Z', '2027-10-31', 6, '01:00'],
    ['2027-10-31T01:30Z', '2027-10-31', 6, '01:30'],
    ['2028-02-29T08:45Z', '2028-02-29', 1, '08:45'],
  ])('%s', (instant, date, weekday, wall) => {
    const minutes = Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3));
    expect(londonTime(Date.parse(instant))).toEqual({ date, weekday, minutes });
  });

  it('refuses what is no time', () => {
    expect(() => londonTime(Number.NaN)).toThrow(RangeError);
  });

  it.each([
    ['2027-03-27', 1, '2027-03-28'],
    ['2027-10-30', 2, '2027-11-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
  ])('%s and %i days', (date, days, then) => {
    expect(addDays(date, days)).toBe(then);
  });
});
