/** The card of numbers that the app carries: as the registry has them today, and complete in itself. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { helpCard } from '../../src/site/help-card.ts';
import { realLibrary } from '../library.ts';

const { content } = realLibrary();

it('is kept in deploy/examples as the registry has it now (`npm run help-card` writes it)', () => {
  const kept = readFileSync(new URL('../../deploy/examples/help-card.html', import.meta.url), 'utf8');
  expect(kept).toBe(helpCard(content));
});

it('holds the lines of day and night, and asks for nothing', () => {
  const card = helpCard(content);
  for (const id of ['police-999', 'childline', 'wilts-mash', 'wilts-out-of-hours'])
    expect(card).toContain(`href="tel:${content.services.get(id)?.phone?.replaceAll(' ', '')}"`);
  expect(card).not.toMatch(/<script|src=|https?:|url\(/);
});
