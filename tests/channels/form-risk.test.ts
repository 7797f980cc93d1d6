/** The form with the real bot: help comes first, whatever became of the talk. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Counts } from '../../src/counts/counts.ts';
import { createLog } from '../../src/log.ts';
import { render } from '../../src/replies/render.ts';
import { MemoryStorage } from '../../src/sessions/memory.ts';
import { createSessions } from '../../src/sessions/sessions.ts';
import { createTurn } from '../../src/turn.ts';
import type { FormView } from '../../src/wire.ts';
import { realLibrary } from '../library.ts';
import { cards, post, say } from './posting.ts';
import { START, type Stage, serve } from './stage.ts';

const URGENT = 'hes outside my house';
const times = { idleMs: 15 * 60_000, lifeMs: 60 * 60_000 };

let time: number;
let storage: MemoryStorage;
let stage: Stage;
beforeEach(async () => {
  time = START;
  const now = () => time;
  storage = new MemoryStorage(times, now);
  const library = realLibrary();
  const log = createLog(() => {}, 'error');
  stage = await serve({
    turn: createTurn({
      library: () => library,
      sessions: createSessions(storage),
      counts: new Counts(),
      log,
      now,
    }),
    render: (reply, view) => render(library.content, reply, view),
    limits: { burst: 3, perSecond: 2, turns: 500 },
    now,
    times,
  });
});
afterEach(() => stage.close());

const words = ({ activities }: FormView) => JSON.stringify(activities);
const pass = (ms: number): void => {
  time += ms;
  stage.form.sweep();
  storage.sweep();
};

describe('urgent words', () => {
  const expectHelp = (view: FormView): void => {
    expect(words(view)).toContain('That sounds really frightening');
    expect(cards(view)).toBe(1);
    expect(words(view)).toContain('tel:999');
  };

  it('are answered with the urgent card in a new talk', async () => {
    expectHelp(await say(stage, { words: URGENT }));
  });

  it('are answered with it in a talk that has closed', async () => {
    const { token } = await say(stage, { words: 'hello' });
    pass(16 * 60_000);
    const view = await say(stage, { talk: token, words: URGENT });
    expect(view.notice).toBe('expired-page');
    expectHelp(view);
  });

  it('are answered with it beside a button', async () => {
    expectHelp(await say(stage, { choice: ':menu', words: URGENT }));
  });

  it('are answered with the whole urgent card over the budget, unassessed', async () => {
    const { token } = await say(stage, { words: 'hello' });
    for (const text of ['a', 'b']) await say(stage, { talk: token, words: text });
    const view = await say(stage, { talk: token, words: URGENT });
    expect([cards(view), view.said, stage.limited()]).toEqual([1, URGENT, 1]);
    expect(words(view)).toContain('tel:999');
    pass(1_000);
    expectHelp(await say(stage, { talk: token, words: URGENT }));
  });
});

describe('a talk', () => {
  const line = /Not safe, or need to talk\?/;

  it('remembers between two posts what was noticed, and nothing once it is deleted', async () => {
    const first = await say(stage, { words: 'my friend is getting gifts from an older man' });
    expect(words(first)).toContain('Are you safe right now?');
    const menu = await say(stage, { talk: first.token, choice: ':menu' });
    expect(words(menu)).toMatch(line);
    expect(menu.said).toBe('label of :menu');
    await post(stage, 'PING', { 'content-type': 'text/ping' }, `/chat/leave/${menu.token}`);
    expect([stage.form.size(), storage.size]).toEqual([0, 0]);
    const after = await say(stage, { talk: menu.token, choice: ':menu' });
    expect(after.notice).toBe('expired-page');
    expect(words(after)).not.toMatch(line);
  });

  it('goes on in the language that was chosen, and is over at once by its delete button', async () => {
    const { token, locale } = await say(stage, { choice: ':locale/pl' });
    expect(locale).toBe('pl');
    expect((await say(stage, { talk: token, words: '' })).locale).toBe('pl');
    await say(stage, { talk: token, words: '' });
    const limited = await say(stage, { talk: token, words: 'x' });
    expect([cards(limited), limited.locale, stage.limited()]).toEqual([1, 'pl', 1]);
    expect(words(limited)).toContain('"locale":"pl"');
    const view = await say(stage, { talk: token, choice: ':delete-this', words: 'half typed' });
    expect(view).toMatchObject({ notice: 'deleted-page', ended: true, said: null, locale: 'pl' });
    expect([stage.form.size(), storage.size]).toEqual([0, 0]);
  });

  it('takes a place out of a list', async () => {
    const { token } = await say(stage, { place: 'swindon' });
    const [kept] = Object.values(await storage.read([token.slice(0, 22)]));
    expect(kept).toMatchObject({ place: 'swindon' });
  });
});
