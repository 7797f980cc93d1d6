/** Who writes, and of whom, is kept from one message to the next: a guess never makes a child an adult, or back. */
import { describe, expect, it } from 'vitest';
import { type Answer, type Bot, createBot } from '../bot.ts';

const shown = ({ replies }: Answer): string[] =>
  replies.flatMap((reply) => (reply.kind === 'step' ? [reply.at] : []));

const opened = async (label: string): Promise<Bot> => {
  const bot = createBot();
  await bot.say({ event: 'start' });
  await bot.press(label);
  return bot;
};

describe('an adult who spoke of a child', () => {
  it.each([
    'he says he wants to kill himself',
    'she took an overdose',
  ])('gets the card for a child in danger: %s', async (text) => {
    const bot = createBot();
    await bot.say('my son is being blackmailed');
    const said = await bot.say(text);
    expect(said.outcome).toBe('urgent');
    expect(shown(said)).toEqual(['immediate-danger/child-now']);
  });

  it('is heard as the one who hurts when they say so', async () => {
    const bot = createBot();
    await bot.say('my son is being blackmailed');
    expect(shown(await bot.say('i want to kill myself'))).toEqual(['immediate-danger/suicide']);
  });

  it('stays what they said they are, whatever a later message sounds like', async () => {
    const bot = createBot();
    await bot.say('I run a hotel, a man checked in with a young girl');
    expect((await bot.say('what should i ask him')).view.audience).toBe('business');
  });
});

describe('a child with a friend', () => {
  it.each([
    ['said', () => createBot()],
    ['pressed', () => opened("I'm worried about a friend")],
  ])('is never answered as a parent (%s)', async (_how, begin) => {
    const bot = await begin();
    await bot.say('my frend is goin out wiv older boy');
    const said = await bot.say('she gets in his car after school');
    expect(said.view.audience).toBe('young-person');
    expect(shown(said)[0]).toBe('worried-about-friend/first');
  });

  it('who pressed it is answered so at once', async () => {
    const bot = await opened("I'm worried about a friend");
    const said = await bot.say('she gets in his car after school');
    expect(said.view.audience).toBe('young-person');
    expect(shown(said)[0]).toBe('worried-about-friend/first');
  });

  it('gets the card for a friend when the friend is in danger', async () => {
    const bot = await opened("I'm worried about a friend");
    expect(shown(await bot.say('he says he wants to kill himself'))).toEqual(['immediate-danger/friend']);
  });

  it('is heard when they are in danger themselves', async () => {
    const bot = await opened("I'm worried about a friend");
    await bot.press('My friend is in danger now');
    const said = await bot.say('hes outside my house he is going to hurt me');
    expect(shown(said)).toEqual(['immediate-danger/danger']);
  });

  it.each([
    'its me not my friend',
    "it's actually about me",
    'im the friend',
  ])('is led to their own way: %s', async (text) => {
    const bot = createBot();
    await bot.say('my frend is goin out wiv older boy');
    const said = await bot.say(text);
    expect(said.view.audience).toBe('young-person');
    expect(shown(said)).toContain('welcome/about-me');
    expect(said.words).toContain('tel:999');
    const next = await bot.say('wots gonna happen to her if i tell');
    expect(next.view.audience).toBe('young-person');
    expect(shown(next)).not.toContain('immediate-danger/child-now');
  });

  it('who asks for the signs is not taken for a parent', async () => {
    const bot = await opened("I'm worried about me");
    const said = await bot.say('what are the warning signs');
    expect(said.view.audience).toBe('young-person');
    expect(shown(said)[0]).toBe('grooming-signs/first');
  });

  it('becomes an adult by clear words', async () => {
    const bot = await opened("I'm worried about me");
    expect((await bot.say("i'm her mum and my daughter is being groomed")).view.audience).toBe('parent');
  });
});

describe('a professional who tells of what a child told them', () => {
  it('is told to refer, with the number and 999', async () => {
    const bot = await opened("I'm an adult, here for my work");
    const told = await bot.say('A year 9 girl told me her boyfriend is 24');
    expect(shown(told)[0]).toBe('school-staff/first');
    const said = await bot.say(
      'Child in Y9 told me her 24yo boyfriend takes her to a flat in Trowbridge with other men. What do I do?',
    );
    for (const one of [told, said]) {
      expect(one.view.audience).toBe('professional');
      expect(one.words).toContain('tel:03004560108');
      expect(one.words).toContain('tel:999');
      expect(one.words).not.toContain('there is no score');
    }
  });
});
