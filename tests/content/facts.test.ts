/** Days that there are, hours that end after they begin, addresses that show whose they are. */
import { describe, expect, it } from 'vitest';
import { isDay, isSpan, isWebsite } from '../../src/content/facts.ts';

describe('a day', () => {
  it.each(['2026-11-22', '2028-02-29', '2000-01-01', '2100-12-31'])('is %s', (day) => {
    expect(isDay(day)).toBe(true);
  });
  it.each([
    '2026-10-45',
    '2027-02-29',
    '0000-00-00',
    '9999-99-99',
    '1999-12-31',
    '2101-01-01',
    '22-11-2026',
    '',
  ])('is not %s', (day) => {
    expect(isDay(day)).toBe(false);
  });
});

describe('hours', () => {
  it.each(['08:45-17:00', '00:00-24:00', '17:00-24:00'])('are %s', (span) => {
    expect(isSpan(span)).toBe(true);
  });
  it.each(['17:00-08:45', '09:00-09:00', '09:00-24:30', '24:00-24:00', '9-17'])('are not %s', (span) => {
    expect(isSpan(span)).toBe(false);
  });
});

describe('a website', () => {
  it.each([
    'https://www.example.org',
    'https://example.org/a-page/?q=1#here',
    'https://247help.org.uk/',
  ])('is %s', (address) => {
    expect(isWebsite(address)).toBe(true);
  });
  it.each([
    'http://example.org',
    'https://user@example.org',
    'https://example.org@evil.test/',
    'https://example.org:8443/',
    'https://192.0.2.1/',
    'https://[2001:db8::1]/',
    'https://3221225985/',
    'https://xn--80ak6aa92e.com',
    'https://www.xn--p1ai',
    'https://localhost/',
    'https://example.org./',
    'https://exаmple.org',
    'https://example.org\\@evil.test',
    'javascript:alert(1)',
    'https://example.org/a b',
  ])('is not %s', (address) => {
    expect(isWebsite(address)).toBe(false);
  });
});
