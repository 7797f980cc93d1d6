import { expect, it } from 'vitest';
import { slimNumbers } from '../../src/contacts/slim.ts';
import { AUDIENCES } from '../../src/content/schema.ts';
import { content, contentWith } from './content.ts';

it.each(AUDIENCES)('gives a %s 999 and Childline', (audience) => {
  expect(slimNumbers(content, audience)).toEqual({
    text: 'Danger now, or want to talk?',
    actions: [
      { kind: 'call', label: 'Call 999', href: 'tel:999' },
      { kind: 'call', label: 'Call Childline on 0800 1111', href: 'tel:08001111' },
    ],
  });
});

it('does not fail when a number is gone', () => {
  expect(slimNumbers(contentWith([], { services: new Map() }), 'parent').actions).toEqual([]);
});
