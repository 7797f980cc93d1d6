/** Regular hours in words, as paper tells them. */
import { describe, expect, it } from 'vitest';
import { weekOf } from '../../src/contacts/week.ts';
import type { Service } from '../../src/content/model.ts';
import { realLibrary } from '../library.ts';

const { content } = realLibrary();
const mash = content.services.get('wilts-mash') as Service;
const week = (hours: Service['hours'], more: Partial<Service> = {}) =>
  weekOf(content, { ...mash, hours, bands: [], ...more });

describe('the hours of a service on any day', () => {
  it('are those of the registry, and nights for danger only stand apart', () => {
    expect(weekOf(content, mash)).toEqual(['Monday to Thursday 8.45am to 5pm, Friday 8.45am to 4pm.']);
    expect(weekOf(content, content.services.get('wilts-out-of-hours') as Service)).toEqual([
      'Monday to Thursday 5pm to midnight, Friday 4pm to midnight, Saturday, Sunday and bank holidays 9am to midnight.',
      'Every day and bank holidays midnight to 9am, only for a child in danger right now.',
    ]);
  });

  it.each([
    [{ 'every-day': '08:00-20:00' }, 'Every day 8am to 8pm.'],
    [
      { 'mon-fri': '09:00-17:30', sat: '10:00-12:00' },
      'Monday to Friday 9am to 5.30pm, Saturday 10am to midday.',
    ],
    [{ mon: '09:00-17:00', wed: '09:00-17:00' }, 'Monday and Wednesday 9am to 5pm.'],
  ] as const)('%j', (hours, words) => expect(week(hours)).toEqual([words]));

  it('are all day and night, or nothing when nobody is sure', () => {
    expect(week('always')).toEqual([content.ui['card-always']]);
    expect(week('unknown')).toEqual([]);
    for (const confidence of ['low', 'unverified'] as const)
      expect(week({ 'every-day': '08:00-20:00' }, { 'hours-confidence': confidence })).toEqual([]);
  });
});
