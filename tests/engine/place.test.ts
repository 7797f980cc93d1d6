/** A place out of a list is the same as a place that was typed. */
import { describe, expect, it } from 'vitest';
import { writeButton } from '../../src/engine/input.ts';
import { readButton } from '../../src/topics/button.ts';
import { createBot } from '../bot.ts';
import { realLibrary } from '../library.ts';

const { content } = realLibrary();

describe('a place that was chosen', () => {
  it('is answered as the same place typed, in the same words, and is remembered', async () => {
    const [chosen, typed] = [createBot(), createBot()];
    for (const bot of [chosen, typed]) await bot.say({ event: 'start' });
    const answer = await chosen.say({ choice: ':place/swindon' });
    expect(answer.outcome).toBe('place-set');
    expect(answer.view.place).toBe('swindon');
    expect(answer.words).toBe((await typed.say('Swindon')).words);
    expect(await chosen.stored()).toEqual(await typed.stored());
  });

  it('keeps the numbers of a flagged talk on the screen', async () => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    await bot.say('he keeps asking me for nudes');
    expect((await bot.say({ choice: ':place/salisbury' })).words).toContain('tel:08001111');
  });

  it.each([
    ':place/',
    ':place/atlantis',
    ':place/swindon ',
    ':place/../swindon',
    ':place/__proto__',
    ':place/toString',
  ])('is not one when the content has no such place: %s', async (choice) => {
    expect(readButton(content, choice)).toBeUndefined();
    const bot = createBot();
    await bot.say({ event: 'start' });
    const answer = await bot.say({ choice });
    expect(answer.view.place).toBeNull();
    expect(answer.buttons.length).toBeGreaterThan(0);
  });

  it('has a ref for each place, which leads back to it', () => {
    for (const place of content.places.keys()) {
      const button = { kind: 'place', place } as const;
      expect(readButton(content, writeButton(button))).toEqual(button);
    }
  });
});
