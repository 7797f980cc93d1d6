/** Questions that a tester could not get answered: each finds its dialog by `asks`. */
import { describe, expect, it } from 'vitest';
import { type Answer, createBot } from '../bot.ts';

const MASH = 'tel:03004560108';
const steps = ({ replies }: Answer): string[] =>
  replies.flatMap((reply) => (reply.kind === 'step' ? [reply.at] : []));

describe('the MASH', () => {
  it.each([
    'MASH',
    'mash',
    'mash number',
    'number for mash',
    'what is the mash number',
    'what is the number for the mash',
  ])('is found by its name: %s', async (text) => expect((await createBot().say(text)).words).toContain(MASH));

  it.each([
    'MASH',
    'mash number',
    'number for mash',
    'what is the mash number',
  ])('is found at the professional step too: %s', async (text) => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    await bot.press("I'm an adult, here for my work");
    const said = await bot.say(text);
    expect(said.words).toContain(MASH);
    expect(steps(said)).toContain('professional-referral/refer');
  });

  it.each([
    "I'm a teacher, what is the number for the MASH",
    'I need to make a MASH referral',
    'i work at a school and need to report csa',
    'what form do i use',
    'child being exploited, referral',
  ])('is shown with how to refer: %s', async (text) => {
    const said = await createBot().say(text);
    expect(said.view.audience).toBe('professional');
    expect(steps(said).some((at) => at.startsWith('professional-referral/'))).toBe(true);
    expect(said.words).toContain(MASH);
  });

  it('is said to be open when it is', async () => {
    const bot = createBot({ at: Date.parse('2026-11-24T08:50:00Z') });
    await bot.say({ event: 'start' });
    await bot.press("I'm an adult, here for my work");
    const said = await bot.say('mash number');
    expect(said.words).toContain('Open now');
    expect(said.words).not.toContain('nine in the morning');
  });
});

describe('what people ask next', () => {
  const HOTEL = 'I run a hotel, a man checked in with a young girl';
  const DAUGHTER = 'my daughter has an older boyfriend';
  it.each([
    ['professional-referral/consent', ['do i need parental consent to refer']],
    ['sharing-images/shared', ['someone made a fake nude of me', 'how do i get it took down']],
    ['business-do-i-ask/first', [HOTEL, 'what should i ask him']],
    ['business-do-i-ask/first', [HOTEL, 'do i stop them']],
    ['business-what-to-look-for/wrong', [HOTEL, 'can i lose my licence for reporting']],
    ['parent-phone/first', [DAUGHTER, 'should i take her phone off her']],
    ['parent-what-to-do/police', [DAUGHTER, "he's been arrested"]],
    ['what-happens-when-you-ring/first', [DAUGHTER, 'will social services take her away']],
  ])('leads to %s', async (want, texts) => {
    const bot = createBot();
    const said: Answer[] = [];
    for (const text of texts) said.push(await bot.say(text));
    expect(steps(said.at(-1) as Answer)).toContain(want);
  });
});
