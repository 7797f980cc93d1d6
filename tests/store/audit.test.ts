/** The audit trail tells of every change made to itself. */
import { expect, it } from 'vitest';
import { type Entry, faultsOf, NO_ENTRIES, sealed } from '../../src/store/audit.ts';
import { KEY } from './contract.ts';

const trail: Entry[] = [];
for (let n = 1; n <= 6; n += 1) {
  const deed = { id: `${n}`, at: n, who: 't/p', role: 'editor', did: 'save', about: { n, why: 'because' } };
  trail.push(sealed(KEY, trail.at(-1) ?? NO_ENTRIES, deed));
}
const head = { n: 6, seal: trail[5]?.seal ?? '' };
const put = (at: number, change: Partial<Entry>) =>
  trail.map((one, n) => (n === at ? { ...one, ...change } : one));
const anew = (key: Uint8Array, entries: readonly Entry[]): Entry[] => {
  const made: Entry[] = [];
  for (const { n: _n, seal: _seal, ...deed } of entries)
    made.push(sealed(key, made.at(-1) ?? NO_ENTRIES, deed));
  return made;
};

it('whole: nothing', () => expect(faultsOf(KEY, trail, head)).toEqual([]));

it.each([
  ['an edit', put(2, { did: 'publish' })],
  ['an edit of a detail', put(2, { about: { n: 3, why: 'other' } })],
  ['an edit of the time', put(0, { at: 99 })],
  ['a deletion', trail.filter((_, n) => n !== 3)],
  ['a deletion at the start', trail.slice(1)],
  ['an insertion', [...trail.slice(0, 2), ...trail.slice(1)]],
  ['a reordering', [trail[0], trail[2], trail[1], ...trail.slice(3)] as Entry[]],
  ['a cut-off tail', trail.slice(0, 5)],
  ['all cut off', []],
  ['written anew without the key', anew(new Uint8Array(32), put(2, { did: 'publish' }))],
  ['written anew with the key', anew(KEY, put(2, { did: 'publish' }))],
  [
    'an older copy put back, and gone on from',
    [
      ...trail.slice(0, 4),
      ...anew(KEY, trail)
        .slice(4)
        .map((one) => ({ ...one, at: 7 })),
    ],
  ],
])('%s is seen', (_, entries) => {
  expect(faultsOf(KEY, entries, head)).toHaveLength(1);
});
