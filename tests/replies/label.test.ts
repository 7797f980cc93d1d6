/** What stands on a button, told from its ref alone. */
import { describe, expect, it } from 'vitest';
import { labelOf } from '../../src/replies/label.ts';
import { createBot } from '../bot.ts';
import { realLibrary } from '../library.ts';

const { content } = realLibrary();

describe('a label', () => {
  it('is the one that was shown, on every button of every step', async () => {
    const bot = createBot();
    const shown = [await bot.say({ event: 'start' })];
    for (const words of ['menu', 'my friend gets gifts', 'asdf qwer', 'what is grooming', 'back'])
      shown.push(await bot.say(words));
    const buttons = shown.flatMap((said) => said.buttons);
    expect(buttons.length).toBeGreaterThan(15);
    // "None of these" leads to the menu, and is called after it.
    const own = buttons.filter(({ label }) => label !== content.ui['guesses-none']);
    expect(own.map(({ ref }) => labelOf(content, ref, 'en'))).toEqual(own.map(({ label }) => label));
  });

  it('is in the language of the answer', () => {
    const [ref = ''] = [...content.steps].flatMap(([at, { parts }]) =>
      parts.some(({ kind }) => kind === 'offer') ? [`${at}#0`] : [],
    );
    expect(labelOf(content, ref, 'pl')).not.toBe(labelOf(content, ref, 'en'));
    expect(labelOf(content, ':menu', 'pl')).toBe(content.locales.get('pl')?.ui['ways-menu']);
  });

  it.each([
    [':locale/en', 'English'],
    [':locale/pl', 'Polski'],
    [':start-again', 'Start again'],
    [':place/swindon', 'Swindon'],
  ])('is there for what the page adds: %s', (ref, label) => {
    expect(labelOf(content, ref, 'en')).toBe(label);
  });

  it.each([
    '',
    ':',
    ':open/',
    ':open/nothing',
    ':place/__proto__',
    'welcome/start#99',
    '__proto__',
    'constructor#0',
    '#0',
  ])('is not there for what is no button: %j', (ref) => {
    expect(labelOf(content, ref, 'en')).toBeUndefined();
  });
});
