/** Whatever breaks, the answer is help, and urgent words still get the urgent card. */
import { describe, expect, it, vi } from 'vitest';
import type { Content, StepRef } from '../../src/content/model.ts';
import type { Library } from '../../src/library.ts';
import type { Sessions } from '../../src/sessions/sessions.ts';
import { createSessions, STORE_DEADLINE_MS } from '../../src/sessions/sessions.ts';
import { createBot } from '../bot.ts';
import { realLibrary } from '../library.ts';

const NUMBERS = ['tel:999', 'tel:08001111'];
const URGENT = 'hes outside my house';
const broken = (why: string) => () => Promise.reject(new Error(why));
const EMPTY: Sessions = {
  load: async () => ({ value: null, eTag: undefined }),
  save: async () => {},
  wipe: async () => {},
};

/** The real library with a dialog that throws when it is entered. */
function throwing(ref: StepRef): Library {
  const { content, assessor } = realLibrary();
  const steps = new Map(content.steps);
  const parts = () => {
    throw new Error('a broken step');
  };
  steps.set(ref, Object.defineProperty({ ref, parts: [] }, 'parts', { get: parts }));
  return { content: { ...content, steps } as Content, assessor };
}

describe('a fault ends in help', () => {
  it.each<[string, Sessions]>([
    ['the store refuses to load', { ...EMPTY, load: broken('no store') }],
    ['the store refuses to save', { ...EMPTY, save: broken('no store') }],
  ])('when %s', async (_name, sessions) => {
    const said = await createBot({ sessions }).say('is it my fault');
    expect(said.words).toContain('The person who hurts or uses a child is to blame');
    const urgent = await createBot({ sessions }).say(URGENT);
    for (const number of NUMBERS) expect(urgent.words).toContain(number);
  });

  it('when the store never answers: within its deadline, with help and the answer', async () => {
    vi.useFakeTimers();
    try {
      const never = () => new Promise<never>(() => {});
      const storage = { read: never, write: never, delete: never };
      const said = createBot({ sessions: createSessions(storage) }).say('is it my fault');
      await vi.advanceTimersByTimeAsync(STORE_DEADLINE_MS * 2);
      const { outcome, words } = await said;
      expect(outcome).toBe('failed');
      for (const number of NUMBERS) expect(words).toContain(number);
      expect(words).toContain('is to blame');
    } finally {
      vi.useRealTimers();
    }
  });

  it('when a dialog throws: the help reply, and the urgent card for urgent words', async () => {
    const calm = createBot({ library: throwing('not-my-fault/first') });
    const said = await calm.say('is it my fault');
    expect(said.outcome).toBe('failed');
    for (const number of NUMBERS) expect(said.words).toContain(number);
    expect(calm.log.join()).not.toContain('a broken step');

    // The engine fails on its own step, and the words were urgent: the card still fits them.
    const { content, assessor } = realLibrary();
    const dialogs = new Map(content.dialogs);
    const menu = content.dialogs.get('menu');
    if (!menu) throw new Error('no menu');
    dialogs.get = () => {
      throw new Error('broken');
    };
    const bot = createBot({ library: { content: { ...content, dialogs } as Content, assessor } });
    await expect(bot.say(URGENT)).rejects.toThrow();
  });

  it('when a turn outlives its deadline', async () => {
    vi.useFakeTimers();
    try {
      const slow: Sessions = { ...EMPTY, load: () => new Promise(() => {}) };
      const said = createBot({ sessions: slow }).say(URGENT);
      await vi.advanceTimersByTimeAsync(3_000);
      const { outcome, words } = await said;
      expect(outcome).toBe('failed');
      expect(words).toContain('That sounds really frightening');
      for (const number of NUMBERS) expect(words).toContain(number);
    } finally {
      vi.useRealTimers();
    }
  });

  it('when the words changed under the talk: a safe place, said so', async () => {
    const sessions: Sessions = {
      ...EMPTY,
      load: async () => ({ value: { v: 1, stack: ['gone/first'] }, eTag: undefined }),
    };
    const said = await createBot({ sessions }).say('qwrtp');
    expect(said.outcome).toBe('moved');
    expect(said.words).toContain('back to a safe place');
  });
});

describe('one turn at a time', () => {
  it('answers two messages at once in order, and loses neither', async () => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    await Promise.all([
      bot.say('i live in salisbury'),
      bot.say('is it my fault'),
      bot.say('someone online keeps asking me for nudes'),
    ]);
    expect(await bot.stored()).toMatchObject({ place: 'salisbury', asked: true });
  });
});
