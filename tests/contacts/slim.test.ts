import { describe, expect, it } from 'vitest';
import { slimNumbers, workNumbers } from '../../src/contacts/slim.ts';
import { content, contentWith } from './content.ts';

it('gives everybody 999 and Childline', () => {
  expect(slimNumbers(content)).toEqual({
    text: 'Danger now, or want to talk?',
    actions: [
      { kind: 'call', label: 'Call 999', href: 'tel:999' },
      { kind: 'call', label: 'Call Childline on 0800 1111', href: 'tel:08001111' },
    ],
  });
});

it('does not fail when a number is gone', () => {
  expect(slimNumbers(contentWith([], { services: new Map() })).actions).toEqual([]);
});

describe('who is here for their work', () => {
  const links = (at: string, flagged: boolean): string[] =>
    workNumbers(
      content,
      { audience: 'professional', age: 'unknown', place: null, at: Date.parse(at) },
      flagged,
    ).actions.map(({ href }) => href);

  it.each([
    ['by day', '2026-11-24T10:00:00Z', 'tel:03004560108'],
    ['in the evening', '2026-11-24T20:00:00Z', 'tel:03004560100'],
    ['in the night, when the team is for a child at risk right now', '2026-11-25T03:00:00Z', 'tel:101'],
  ])('is given 999 and whoever answers %s; Childline too when flagged', (_when, at, team) => {
    expect(links(at, false)).toEqual(['tel:999', team]);
    expect(links(at, true)).toEqual(['tel:999', team, 'tel:08001111']);
  });
});
