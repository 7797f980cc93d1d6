/** Long words and large cards come in parts that Teams takes, and nothing is lost between them. */
import { describe, expect, it } from 'vitest';
import { forTeams, SIZE_LIMIT, splitText } from '../../../src/channels/botservice/shape.ts';
import { cardAttachment } from '../../../src/replies/cards.ts';
import { CARD } from '../stage.ts';

describe('a long text', () => {
  it('is parted between lines, sentences or words', () => {
    expect(splitText('one two', 100)).toEqual(['one two']);
    expect(splitText('first line\nsecond line', 14)).toEqual(['first line', 'second line']);
    expect(splitText('A sentence. Another one.', 16)).toEqual(['A sentence.', 'Another one.']);
    expect(splitText('wordone wordtwo', 10)).toEqual(['wordone', 'wordtwo']);
  });

  it('without a place to part is parted between whole letters', () => {
    const parts = splitText('😀'.repeat(10), 5);
    expect(parts.join('')).toBe('😀'.repeat(10));
    for (const part of parts) expect(part.isWellFormed()).toBe(true);
  });

  it('is several messages, and the last says what is waited for', () => {
    const said = forTeams([
      { type: 'message', text: 'A sentence. '.repeat(1_000), inputHint: 'acceptingInput' },
    ]);
    expect(said[0]).toEqual({ type: 'typing' });
    expect(said.length).toBeGreaterThan(3);
    expect(said.filter(({ inputHint }) => inputHint).map((one) => said.indexOf(one))).toEqual([
      said.length - 1,
    ]);
  });
});

describe('a large card', () => {
  it('is several cards with all that was in it', () => {
    const entries = Array.from({ length: 60 }, (_, n) => ({
      ...CARD.entries[0],
      service: `service-${n}`,
      facts: ['Open day and night. '.repeat(40)],
    }));
    const whole = cardAttachment({ ...CARD, entries } as never);
    const said = forTeams([{ type: 'message', attachments: [whole] }]).slice(1);
    expect(said.length).toBeGreaterThan(1);
    const cards = said.map(({ attachments }) => attachments?.[0]?.content);
    expect(cards.flatMap(({ body }) => body)).toEqual(whole.content.body);
    for (const card of cards) {
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(SIZE_LIMIT);
      expect(card.fallbackText).toBe(CARD.title);
    }
  });
});

it('nothing to say is nothing, not even typing', () => {
  expect(forTeams([])).toEqual([]);
});
