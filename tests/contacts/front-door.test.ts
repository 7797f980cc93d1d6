import { describe, expect, it } from 'vitest';
import { frontDoor } from '../../src/contacts/front-door.ts';
import { bst, content, contentWith, gmt, service } from './content.ts';

const MASH = 'wilts-mash';
const NIGHT = 'wilts-out-of-hours';

describe('the front door of Wiltshire', () => {
  it.each([
    // London time, for anybody, for somebody at risk now
    ['2026-11-23 00:30', [MASH, NIGHT], [NIGHT]],
    ['2026-11-23 08:44', [MASH, NIGHT], [NIGHT]],
    ['2026-11-23 08:45', [MASH], [MASH, NIGHT]],
    ['2026-11-23 08:59', [MASH], [MASH, NIGHT]],
    ['2026-11-23 09:00', [MASH], [MASH]],
    ['2026-11-23 16:59', [MASH], [MASH]],
    ['2026-11-23 17:00', [NIGHT], [NIGHT]],
    ['2026-11-27 15:59', [MASH], [MASH]],
    ['2026-11-27 16:01', [NIGHT], [NIGHT]],
    ['2026-11-28 12:00', [NIGHT], [NIGHT]],
    ['2026-11-29 08:59', [MASH, NIGHT], [NIGHT]],
    ['2026-12-24 12:00', [MASH], [MASH]],
    ['2026-12-25 12:00', [NIGHT], [NIGHT]],
    ['2026-12-26 12:00', [NIGHT], [NIGHT]],
    ['2026-12-28 12:00', [NIGHT], [NIGHT]],
    ['2026-12-29 12:00', [MASH], [MASH]],
    ['2026-12-31 12:00', [MASH], [MASH]],
    ['2027-01-01 12:00', [NIGHT], [NIGHT]],
    ['2027-10-31 01:30', [MASH, NIGHT], [NIGHT]],
  ])('%s', (time, anybody, atRisk) => {
    expect(frontDoor(content, null, gmt(time), false)).toEqual(anybody);
    expect(frontDoor(content, 'salisbury', gmt(time), true)).toEqual(atRisk);
  });

  it('keeps to the clock on the wall in summer', () => {
    expect(frontDoor(content, null, bst('2027-06-04 15:59'), false)).toEqual([MASH]);
    expect(frontDoor(content, null, bst('2027-06-04 16:01'), false)).toEqual([NIGHT]);
    expect(frontDoor(content, null, bst('2027-03-28 02:30'), true)).toEqual([NIGHT]);
  });

  it('shows both lines when the day may be a holiday we do not know of', () => {
    expect(frontDoor(content, null, gmt('2029-01-01 12:00'), false)).toEqual([MASH, NIGHT]);
  });
});

describe('the front doors of other places', () => {
  const day = gmt('2026-11-24 12:00');
  const evening = gmt('2026-11-24 20:00');
  it.each([
    ['mere', [MASH], [NIGHT]],
    ['swindon', ['swindon-day'], ['swindon-day']],
    ['shaftesbury', ['dorset-page'], ['dorset-page']],
    ['poole', [], []],
    ['frome', ['somerset-day'], ['somerset-out-of-hours', 'somerset-day']],
    ['bath', ['bath-south-glos-out-of-hours'], ['bath-south-glos-out-of-hours']],
    [
      'yate',
      ['south-glos-day', 'bath-south-glos-out-of-hours'],
      ['south-glos-day', 'bath-south-glos-out-of-hours'],
    ],
    [
      'tetbury',
      ['gloucestershire-day', 'gloucestershire-out-of-hours'],
      ['gloucestershire-day', 'gloucestershire-out-of-hours'],
    ],
    ['faringdon', ['oxfordshire-day'], ['oxfordshire-out-of-hours', 'oxfordshire-day']],
    ['hungerford', ['west-berkshire-page', 'west-berkshire-out-of-hours'], ['west-berkshire-out-of-hours']],
    ['andover', ['hampshire-day'], ['hampshire-out-of-hours', 'hampshire-day']],
  ])('%s', (place, byDay, inTheEvening) => {
    expect(frontDoor(content, place, day, false)).toEqual(byDay);
    expect(frontDoor(content, place, evening, false)).toEqual(inTheEvening);
  });

  it('takes a place that is gone for Wiltshire', () => {
    expect(frontDoor(content, 'atlantis', day, false)).toEqual([MASH]);
  });

  it('is not caught in a ring of lines that name each other', () => {
    const ring = contentWith([service(MASH, { otherwise: NIGHT }), service(NIGHT, { otherwise: MASH })]);
    expect(frontDoor(ring, null, evening, false)).toEqual([NIGHT]);
  });
});
