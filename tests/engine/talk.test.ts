/** How a conversation goes: commands at any step, risk over everything, ways back, limits. */
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../src/content/codes.ts';
import { createBot } from '../bot.ts';

const FLAGGED = 'someone online keeps asking me for nudes';
const URGENT = 'hes outside my house';

describe('commands, at any step', () => {
  const opened = async () => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    await bot.press("I'm worried about me");
    return bot;
  };

  it('goes back to the step before', async () => {
    const bot = await opened();
    expect((await bot.say('go back')).words).toContain('What is this about?');
  });

  it('shows people to ring for help', async () => {
    const said = await (await opened()).say('help');
    expect(said.words).toContain('tel:999');
    expect(said.words).toContain('tel:08001111');
  });

  it('shows the menu, and starts again', async () => {
    const bot = await opened();
    expect((await bot.say('Menu!')).words).toContain('What would you like to know about?');
    expect((await bot.say('start again')).words).toContain("Hi, I'm Signpost");
  });

  it('deletes what is stored', async () => {
    const bot = await opened();
    expect(await bot.stored()).not.toBeNull();
    const said = await bot.say('delete this');
    expect(said).toMatchObject({ outcome: 'wiped', wiped: true });
    expect(await bot.stored()).toBeNull();
  });

  it('takes a place, and shows that front door', async () => {
    const bot = await opened();
    expect((await bot.say('i live in swindon')).words).toContain('Swindon');
    const said = await bot.say('who can i ring');
    expect(said.words).toContain('tel:01793464646');
    expect(said.words).not.toContain('tel:03004560108');
  });

  it('answers a new question in the middle of a dialog', async () => {
    expect((await (await opened()).say('what is cse')).words).toContain('Child sexual exploitation (CSE)');
  });

  it('takes typed words for a button', async () => {
    expect((await (await opened()).say('is it my fault?')).words).toContain(
      'The person who hurts or uses a child is to blame',
    );
  });
});

describe('risk', () => {
  it('asks once whether they are safe, and shows 999 and Childline with every flagged answer', async () => {
    const bot = createBot();
    const first = await bot.say(FLAGGED);
    expect(first).toMatchObject({ level: 'concern', outcome: 'concern' });
    expect(first.words).toContain('Are you safe right now?');
    expect(first.buttons.map((one) => one.label)).toEqual(['Yes', 'No', 'Not sure', "I can't say"]);
    const second = await bot.say('he gave me a phone and money and says i owe him');
    expect(second.level).toBe('concern');
    expect(second.words).not.toContain('Are you safe right now?');
    for (const said of [first, second]) {
      expect(said.words).toContain('tel:999');
      expect(said.words).toContain('tel:08001111');
    }
  });

  it('never takes the numbers away after Yes', async () => {
    const bot = createBot();
    await bot.say(FLAGGED);
    const yes = await bot.press('Yes');
    expect(yes.words).toContain('tel:999');
    expect((await bot.say('thanks')).words).toContain('tel:08001111');
  });

  it('does not ask a parent a second time, the other way round', async () => {
    const bot = createBot();
    const first = await bot.say("my daughter is being groomed what should i do, i'm her mum");
    expect(first.words).toContain('Is the child safe right now?');
    const yes = await bot.press('Yes');
    expect(yes.words).not.toContain('Is your child in danger right now?');
    expect(yes.words).toContain('Take a breath.');
  });

  it.each([
    ['about-a-child', 'parent'],
    ['at-work', 'professional'],
    ['about-me', 'young-person'],
  ])('a link of a page to welcome/%s is for whom the button is', async (step, audience) => {
    const bot = createBot();
    const said = await bot.say({ choice: `:at/${codeOf(`welcome/${step}`)}` });
    expect(said.view.audience).toBe(audience);
  });

  it.each(['No', 'Not sure', "I can't say"])('opens the urgent dialog after %s', async (label) => {
    const bot = createBot();
    await bot.say(FLAGGED);
    const said = await bot.press(label);
    expect(said.words).toContain('Get help now');
    expect(said.words).toContain('Nobody is coming unless you or someone you trust rings.');
  });

  it('opens the urgent dialog in the same turn, in the middle of anything, and can go back', async () => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    await bot.press("I'm worried about me");
    await bot.press('Someone I know in real life');
    await bot.press('Someone gives me things');
    const said = await bot.say(URGENT);
    expect(said).toMatchObject({ outcome: 'urgent', level: 'urgent' });
    expect(said.messages[0]?.text).toContain('That sounds really frightening');
    expect(said.words).toContain('tel:999');
    expect(said.words).toContain('press 55');
    expect(said.words).not.toContain('sms:999');
    const back = await bot.press('Go back to what we talked about');
    expect(back.buttons.map((one) => one.label)).toContain('They say I owe them');
    expect(back.words).toContain('tel:999');
  });

  it('keeps the level for the whole conversation', async () => {
    const bot = createBot();
    await bot.say(URGENT);
    for (const text of ['menu', 'what is cse', 'start again', 'thanks']) await bot.say(text);
    expect(await bot.stored()).toMatchObject({ level: 'urgent' });
  });

  it.each([
    [
      'a very long message',
      `${'we went to the shop and it was fine. '.repeat(200)}${URGENT}. ${'then i had tea and went up. '.repeat(150)}`,
    ],
    [
      'over 10,000 letters, at the end',
      `${'and then i went to the shops with my mum. '.repeat(400)}${URGENT}`,
    ],
    ['capitals', URGENT.toUpperCase()],
    ['spaced letters and look-alikes', 'hеs оutside my hоuse'],
    ['marks and emoji', '😭😭 hes… outside my house!!! 😭'],
    ['drawn-out letters', 'hes outsiiiide my houuuse'],
  ])('is seen in %s', async (_name, text) => {
    expect(await createBot().say(text)).toMatchObject({ level: 'urgent' });
  });

  it('shows an adult the adult card for whatever they tell of a child', async () => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    await bot.press("I'm worried about a child");
    const said = await bot.say('she is missing since last night');
    expect(said.words).toContain('Is the child safe right now?');
    expect(said.words).not.toContain('nowhere safe to stay tonight');
  });

  it('answers a child about a coach or teacher as a child', async () => {
    const said = await createBot().say('coach says its our special secret and i get extra training alone');
    expect(said.words).not.toContain("I don't send reports myself");
    expect(said.words).toContain('tel:08001111');
  });

  it('is seen in words typed over a button, and in the words that come with one', async () => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    expect(await bot.say({ choice: 'welcome/first#1', text: URGENT })).toMatchObject({ outcome: 'urgent' });
  });
});

describe('what is not understood', () => {
  it('offers ways on, then people', async () => {
    const bot = createBot();
    const first = await bot.say('qwrtp zxcvb');
    expect(first.outcome).toBe('not-understood');
    expect(first.buttons.map((one) => one.label)).toContain('Talk to a person');
    const second = await bot.say('qwrtp zxcvb');
    expect(second.words).toContain('tel:08001111');
  });

  it.each(['', '   ', '\u200b', '!!!'])('says so kindly when nothing was typed: %j', async (text) => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    const said = await bot.say(text);
    expect(said.words).toContain('Nothing came through');
    expect(said.buttons.length).toBeGreaterThan(3);
  });

  it('refuses a picture and shows Report Remove', async () => {
    const said = await createBot().say({ attachment: true });
    expect(said.outcome).toBe('picture-refused');
    expect(said.words).toContain('report-remove');
  });

  it.each([
    'welcome/first#99',
    'nowhere/first#0',
    ':open/nowhere',
    ':drop',
    '__proto__/x#0',
    'x'.repeat(5000),
  ])('ends a forged button in help, not in an error: %s', async (choice) => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    const said = await bot.say({ choice });
    expect(said.outcome).not.toBe('failed');
    expect(said.buttons.length).toBeGreaterThan(2);
  });
});
