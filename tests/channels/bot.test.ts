/** The bot in the Bot Framework's own harness, as another channel would drive it. */
import { type Activity, TestAdapter } from 'botbuilder-core';
import { expect, it } from 'vitest';
import { createSpeak } from '../../src/channels/activities.ts';
import { SignpostBot } from '../../src/channels/bot.ts';
import { createLog } from '../../src/log.ts';
import type { TurnInput } from '../../src/turn.ts';
import { fakeTurn, HELP, render, result } from './stage.ts';

function drive() {
  const { turn, asked } = fakeTurn();
  const speak = createSpeak({
    voice: () => ({ render, help: HELP, bot: 'Signpost' }),
    log: createLog(() => {}, 'error'),
  });
  const bot = new SignpostBot({
    speak,
    turn: async (input) => {
      if (input.text !== 'menu') return turn(input);
      asked.push(input);
      return result('', { replies: [{ kind: 'step', at: 'a/b', show: 'all' }] });
    },
  });
  const adapter = new TestAdapter((context) => bot.run(context));
  const send = async (activity: Partial<Activity>): Promise<Omit<TurnInput, 'conversation'> | undefined> => {
    const before = asked.length;
    await adapter.processActivity(activity as Activity);
    if (asked.length === before) return undefined;
    const { conversation: _, ...input } = asked.at(-1) as TurnInput;
    return input;
  };
  return { adapter, send };
}

it('takes what channels send for what it is', async () => {
  const { send } = drive();
  expect(await send({ type: 'message', text: 'hello' })).toEqual({ text: 'hello' });
  expect(await send({ type: 'message', text: '' })).toEqual({ text: '' });
  expect(await send({ type: 'message' })).toEqual({ text: '' });
  expect(await send({ type: 'message', value: { choice: 'a/b' } })).toEqual({ choice: 'a/b' });
  expect(await send({ type: 'message', value: { other: 1 } })).toEqual({ text: '' });
  expect(await send({ type: 'message', value: { choice: { a: 1 } }, text: 'x' })).toEqual({ text: 'x' });
  expect(await send({ type: 'message', value: { choice: 'x'.repeat(201) } })).toEqual({ text: '' });
  expect(await send({ type: 'message', attachments: [{ contentType: 'image/png' }] })).toEqual({
    attachment: true,
  });
  expect(await send({ type: 'message', text: 'see', attachments: [{ contentType: 'image/png' }] })).toEqual({
    attachment: true,
    text: 'see',
  });
  // Teams repeats the text as HTML.
  expect(await send({ type: 'message', text: 'a', attachments: [{ contentType: 'text/html' }] })).toEqual({
    text: 'a',
  });
  expect(await send({ type: 'event', name: 'signpost.wipe' })).toEqual({ event: 'wipe' });
  expect(await send({ type: 'event', name: 'signpost.start' })).toEqual({ event: 'start' });
  expect(await send({ type: 'event', name: 'something else' })).toBeUndefined();
  expect(await send({ type: 'typing' })).toBeUndefined();
  expect(await send({ type: 'conversationUpdate', membersAdded: [{ id: 'user', name: '' }] })).toEqual({
    event: 'start',
  });
});

it('drops a text only when it is the label of the button', async () => {
  const { send } = drive();
  await send({ type: 'message', text: 'menu' });
  const value = { choice: 'r1' };
  expect(await send({ type: 'message', text: 'Yes', value })).toEqual({ choice: 'r1' });
  expect(await send({ type: 'message', text: ' Yes ', value })).toEqual({ choice: 'r1' });
  expect(await send({ type: 'message', text: 'Yes he hit me', value })).toEqual({
    choice: 'r1',
    text: 'Yes he hit me',
  });
  expect(await send({ type: 'message', text: 'Yes', value: { choice: 'r2' } })).toEqual({
    choice: 'r2',
    text: 'Yes',
  });
});

it('answers in the channel', async () => {
  const { adapter } = drive();
  await adapter.send('hello').assertReply('line heard hello').startTest();
});
