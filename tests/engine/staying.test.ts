/** A talk in which risk was seen is never left for the off-topic answer, and small words get a warm one. */
import { describe, expect, it } from 'vitest';
import { type Answer, type Bot, createBot } from '../bot.ts';

const URGENT = 'hes outside my house';
const CONCERN = 'he keeps asking me for nudes';
const OFF_TOPIC = 'I may not know about other things';

const labels = ({ buttons }: Answer): string[] => buttons.map(({ label }) => label);
const allLabels = ({ messages }: Answer): string[] =>
  messages.flatMap(({ buttons = [] }) => buttons.map(({ label }) => label));
const steps = ({ replies }: Answer): string[] =>
  replies.flatMap((reply) => (reply.kind === 'step' ? [reply.at] : []));
const talkAfter = async (...texts: string[]): Promise<Bot> => {
  const bot = createBot();
  await bot.say({ event: 'start' });
  for (const text of texts) await bot.say(text);
  return bot;
};

describe('after urgent words', () => {
  it.each([
    'im at the ibis in swindon',
    'i bled',
    'dont tell',
    'we did it',
    'qwrtp zxcvb',
  ])('stays with the urgent card: %s', async (text) => {
    const bot = await talkAfter(URGENT, 'cant talk hes here');
    const said = await bot.say(text);
    expect(said.words).not.toContain(OFF_TOPIC);
    expect(said.words).toContain('tel:999');
    expect(labels(said)).toContain("I can't talk out loud");
  });

  it('never says that it knows about other things, all the way', async () => {
    const bot = await talkAfter(URGENT, 'he hit me', 'cant talk hes here', 'im scared');
    for (const text of ['im at the ibis in swindon', 'it happend', 'we did it', 'it hurt', 'dont tell']) {
      const said = await bot.say(text);
      expect(said.words).not.toContain(OFF_TOPIC);
      expect(said.words).toContain('tel:999');
    }
  });

  it('keeps the card when only the model guesses another', async () => {
    const bot = await talkAfter('cant talk hes here');
    const said = await bot.say('i dont want to call people on the phone');
    expect(steps(said)).not.toContain('immediate-danger/suicide');
  });

  it.each(['i dont wanna ring any1', 'im scared to ring'])('follows the button: %s', async (text) => {
    const bot = await talkAfter('cant talk hes here');
    expect(steps(await bot.say(text))).toEqual(['immediate-danger/scared-to-ring']);
  });

  it('changes the card when a rule names another', async () => {
    const bot = await talkAfter(URGENT);
    expect(steps(await bot.say('i want to kill myself'))).toEqual(['immediate-danger/suicide']);
  });

  it('answers "what do I do" with 999 and a person', async () => {
    const bot = await talkAfter(URGENT);
    const said = await bot.say('how do i get out');
    expect(said.words).toContain('tel:999');
    expect(labels(said)[0]).toBe('Talk to a person');
    expect(steps(await bot.press('Go back to what we talked about'))).toEqual(['immediate-danger/danger']);
  });
});

describe('after a concern', () => {
  it.each(['i bled', 'dont tell', 'we did it'])('stays with its dialog: %s', async (text) => {
    const bot = await talkAfter(CONCERN);
    await bot.press('Yes');
    const said = await bot.say(text);
    expect(said.words).not.toContain(OFF_TOPIC);
    expect(said.words).toContain('tel:08001111');
    expect(labels(said)).toContain('They keep asking for pictures');
  });

  it('shows people when it goes on', async () => {
    const bot = await talkAfter(CONCERN);
    await bot.say('qwrtp zxcvb');
    expect((await bot.say('zxcvb qwrtp')).words).toContain('These people will listen');
  });
});

describe('small words', () => {
  it.each([
    'nvm',
    'ok',
    'k',
    'whatever',
    'actually',
    'fuck off',
    'never mind',
    'Okay.',
  ])('get a warm line and the buttons of before: %s', async (text) => {
    const first = await createBot().say(text);
    expect(first.words).toContain("OK. I'm still here.");
    expect(labels(first)).toContain("I'm worried about me");

    const bot = await talkAfter(CONCERN);
    const said = await bot.say(text);
    expect(said.words).toContain("OK. I'm still here.");
    expect(said.words).toContain('tel:999');
    expect(labels(said)).toEqual(['Yes', 'No', 'Not sure', "I can't say"]);

    const urgent = await talkAfter(URGENT);
    const stays = await urgent.say(text);
    expect(stays.words).toContain('tel:999');
    expect(labels(stays)).toContain("I'm scared to ring");
  });

  it.each([
    'wat do i do',
    'what now',
    'how do i get out',
    'what do i do',
  ])('lead to a person first: %s', async (text) => {
    const bot = await talkAfter(CONCERN);
    await bot.press('Yes');
    const said = await bot.say(text);
    expect(labels(said)[0]).toBe('Talk to a person');
    expect((await bot.press('Go back to what we talked about')).words).toContain('They keep asking');
  });

  it('never ask "Is it one of these?" without one', async () => {
    for (const text of ['nvm', 'i bled', 'it happend', 'i dunno really maybe', 'mash potato']) {
      const said = await createBot().say(text);
      for (const reply of said.replies)
        if (reply.kind === 'guesses') expect(reply.dialogs).not.toContain('other-problem');
    }
  });
});

describe('ways on', () => {
  it('do not go back where nothing came before', async () => {
    const said = await createBot().say(URGENT);
    expect(labels(said)).not.toContain('Go back to what we talked about');
    const bot = await talkAfter('someone gives me presents and wants something back');
    expect(labels(await bot.say(URGENT))).toContain('Go back to what we talked about');
  });

  it('stand once in a list', async () => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    await bot.say('whats the weather');
    const said = await bot.say('qwrtp zxcvb');
    expect(said.words).toContain("I didn't get that");
    const all = allLabels(said);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('sadness', () => {
  it.each(['nobody cares', 'i feel sad', 'nobody cares about me'])('is met warmly: %s', async (text) => {
    const bot = createBot();
    const said = await bot.say(text);
    expect(said.words).not.toContain(OFF_TOPIC);
    expect(steps(said)[0]).toBe('feeling-sad/first');
    expect(said.words).toContain('tel:08001111');
  });
});
