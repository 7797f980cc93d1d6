/** The door without scripts, on real HTTP: talks that begin, go on and end. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cards, FORM, idOf, NAME, post, say, told } from './posting.ts';
import { result, type Stage, serve } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await serve();
});
afterEach(() => stage.close());

const askedLast = () => stage.asked.at(-1);

describe('a talk', () => {
  it('begins with the first post, whose message is answered', async () => {
    const view = await say(stage, { talk: '', words: 'hello there' });
    expect(view).toEqual({
      token: expect.stringMatching(NAME),
      said: 'hello there',
      activities: [
        {
          id: '0',
          type: 'message',
          from: { id: 'signpost', name: 'Signpost', role: 'bot' },
          text: 'line heard hello there',
          textFormat: 'plain',
          inputHint: 'acceptingInput',
        },
      ],
      notice: null,
      ended: false,
      locale: 'en',
    });
    expect(askedLast()).toEqual({ conversation: idOf(view.token), text: 'hello there' });
  });

  it('goes on under its token, and another begins under another', async () => {
    const { token } = await say(stage, { words: 'one' });
    expect(await say(stage, { talk: token, words: 'two' })).toMatchObject({
      token: `${idOf(token)}.2`,
      said: 'two',
      notice: null,
    });
    const other = await say(stage, { words: 'three' });
    expect(idOf(other.token)).not.toBe(idOf(token));
    expect(stage.asked.map(({ conversation }) => conversation)).toEqual(
      [token, token, other.token].map(idOf),
    );
    expect(stage.form.size()).toBe(2);
  });

  it('takes a button by its ref, and says what stood on it', async () => {
    const { token } = await say(stage, { talk: '', words: '', choice: 'r1' });
    expect(askedLast()).toEqual({ conversation: idOf(token), choice: 'r1' });
    expect((await say(stage, { talk: token, choice: 'r2', words: ' \r\n' })).said).toBe('label of r2');
    expect(askedLast()).toEqual({ conversation: idOf(token), choice: 'r2' });
  });

  it('hands on words beside a button: they are assessed too', async () => {
    const view = await say(stage, { choice: 'r1', words: 'he is here' });
    expect(view.said).toBe('he is here');
    expect(askedLast()).toEqual({ conversation: idOf(view.token), choice: 'r1', text: 'he is here' });
  });

  it('takes a place as a choice, unless a button was pressed', async () => {
    await say(stage, { place: 'swindon', words: '' });
    expect(askedLast()).toMatchObject({ choice: ':place/swindon' });
    await say(stage, { place: 'swindon', choice: 'r1' });
    expect(askedLast()).toMatchObject({ choice: 'r1' });
    await say(stage, { place: '', words: 'hi' });
    expect(askedLast()).not.toHaveProperty('choice');
  });

  it('takes nothing at all as an empty turn', async () => {
    for (const fields of ['', { talk: '', words: '' }, { words: '   ' }, { other: 'x' }]) {
      expect((await say(stage, fields)).said).toBeNull();
      expect(askedLast()).toMatchObject({ text: '' });
    }
  });

  it('answers one message at a time, in their order', async () => {
    const waiting: (() => void)[] = [];
    const heard: string[] = [];
    const slow = await serve({
      turn: async ({ text = '' }) => {
        heard.push(text);
        if (text === 'one') await new Promise<void>((resolve) => waiting.push(resolve));
        return result(text);
      },
    });
    const { token } = await say(slow, { words: 'zero' });
    const first = say(slow, { talk: token, words: 'one' });
    await expect.poll(() => waiting.length).toBe(1);
    const second = say(slow, { talk: token, words: 'two' });
    await say(slow, { words: 'somebody else' });
    expect(heard).toEqual(['zero', 'one', 'somebody else']);
    waiting[0]?.();
    expect([told(await first), told(await second)]).toEqual([['line one'], ['line two']]);
    await slow.close();
  });
});

describe('the end of a talk', () => {
  it('comes after 15 idle minutes: the next message is answered in a new talk', async () => {
    const first = await say(stage, { words: 'hi' });
    stage.tick(14 * 60_000);
    const { token } = await say(stage, { talk: first.token, words: 'still here' });
    expect(idOf(token)).toBe(idOf(first.token));
    stage.tick(15 * 60_000);
    expect(stage.form.sweep()).toBe(1);
    const view = await say(stage, { talk: token, words: 'he is outside' });
    expect(view).toMatchObject({ notice: 'expired-page', ended: false, said: 'he is outside' });
    expect(idOf(view.token)).not.toBe(idOf(token));
    expect(askedLast()).toEqual({ conversation: idOf(view.token), text: 'he is outside' });
  });

  it('comes after an hour in any case, sweep or not', async () => {
    let { token } = await say(stage, { words: 'hi' });
    for (let quarter = 0; quarter < 4; quarter++) {
      stage.tick(14 * 60_000);
      ({ token } = await say(stage, { talk: token, words: 'hi' }));
    }
    stage.tick(4 * 60_000);
    expect((await say(stage, { talk: token, words: 'hi' })).notice).toBe('expired-page');
  });

  it.each([
    'made-up',
    'x'.repeat(5_000),
    '__proto__',
    '\u0000',
    '🙂',
  ])('is all there is to a token like %j', async (talk) => {
    expect(await say(stage, { talk, words: 'hi' })).toMatchObject({ notice: 'expired-page', said: 'hi' });
  });

  it.each([
    'delete',
    'leave',
  ])('comes at once by the button "%s", and the old token knows nothing', async (name) => {
    const { token } = await say(stage, { words: 'hi' });
    const view = await say(stage, { talk: token, words: 'half a word', [name]: '1' });
    expect(view).toEqual({
      token: '',
      said: null,
      activities: [],
      notice: 'deleted-page',
      ended: true,
      locale: 'en',
    });
    expect(askedLast()).toEqual({ conversation: idOf(token), event: 'wipe' });
    expect(stage.form.size()).toBe(0);
    const after = await say(stage, { talk: token, words: 'hello?' });
    expect(after.notice).toBe('expired-page');
    expect(idOf(after.token)).not.toBe(idOf(token));
  });

  it('is told kindly when there was no talk to delete', async () => {
    expect(await say(stage, { talk: 'x', delete: '' })).toMatchObject({
      notice: 'deleted-page',
      ended: true,
    });
    expect(stage.asked).toEqual([]);
  });

  it('comes when the turn says so', async () => {
    const { token } = await say(stage, { words: 'hi' });
    expect(await say(stage, { talk: token, words: 'delete this' })).toMatchObject({ ended: true, token: '' });
    expect(stage.form.size()).toBe(0);
  });

  it('lets no turn that was still waiting bring it back', async () => {
    const waiting: (() => void)[] = [];
    const heard: string[] = [];
    const slow = await serve({
      turn: async ({ text, event }) => {
        heard.push(text ?? event ?? '');
        if (text === 'one') await new Promise<void>((resolve) => waiting.push(resolve));
        return result('x');
      },
    });
    const { token } = await say(slow, { words: 'zero' });
    const posts = [say(slow, { talk: token, words: 'one' })];
    await expect.poll(() => waiting.length).toBe(1);
    posts.push(say(slow, { talk: token, words: 'two' }));
    expect((await say(slow, { talk: token, delete: '1' })).ended).toBe(true);
    waiting[0]?.();
    for (const view of await Promise.all(posts)) expect(view).toMatchObject({ ended: true, activities: [] });
    expect(heard).toEqual(['zero', 'one', 'wipe']);
    await slow.close();
  });
});

describe('what a browser posts again after the end', () => {
  it.each([
    ['deleted-page', (name: string) => post(stage, { talk: name, delete: '1' })],
    ['deleted-page', (name: string) => post(stage, 'PING', {}, `/chat/leave/${name}`)],
    ['expired-page', async () => stage.tick(16 * 60_000)],
  ] as const)('is not answered and not shown again: %s', async (notice, end) => {
    const first = await say(stage, { words: 'one' });
    const second = await say(stage, { talk: first.token, words: 'two' });
    await end(second.token);
    const asked = stage.asked.length;
    const again = await say(stage, { talk: first.token, words: 'two' });
    expect(again).toEqual({ token: '', said: null, activities: [], notice, ended: true, locale: 'en' });
    expect(stage.asked).toHaveLength(asked);
    // What stood in the box was never answered: it is.
    expect(await say(stage, { talk: second.token, words: 'three' })).toMatchObject({
      said: 'three',
      ended: false,
    });
    stage.tick(61 * 60_000);
    expect((await say(stage, { talk: first.token, words: 'two' })).said).toBe('two');
  });

  it('is answered like any message while the talk goes on: a finger that pressed twice', async () => {
    const { token } = await say(stage, { words: 'one' });
    for (const n of [2, 3])
      expect(await say(stage, { talk: token, words: 'two' })).toMatchObject({
        said: 'two',
        token: `${idOf(token)}.${n}`,
      });
  });
});

describe('leaving', () => {
  it.each([
    ['a ping of the way out', (token: string) => [`/chat/leave/${token}`, 'PING', 'text/ping']],
    ['a beacon', (token: string) => ['/chat/leave', `talk=${token}`, 'text/plain;charset=UTF-8']],
    ['a form', (token: string) => ['/chat/leave', `talk=${token}`, FORM]],
  ])('deletes the talk: %s', async (_how, sent) => {
    const { token } = await say(stage, { words: 'hi' });
    const [path = '', body = '', type = ''] = sent(token);
    const headers = {
      'content-type': type,
      origin: 'https://elsewhere.example',
      'sec-fetch-site': 'cross-site',
    };
    const answer = await post(stage, body, headers, path);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(askedLast()).toEqual({ conversation: idOf(token), event: 'wipe' });
    expect(stage.form.size()).toBe(0);
    expect((await post(stage, body, headers, path)).status).toBe(204);
    expect(stage.asked).toHaveLength(2);
  });
});

describe('a limit', () => {
  it('of one talk gives the whole urgent card and takes no message away from it later', async () => {
    const few = await serve({ limits: { burst: 2, perSecond: 2, turns: 500 } });
    const { token } = await say(few, { words: '1' });
    const views = [];
    for (const words of ['2', '3', '4']) views.push(await say(few, { talk: token, words }));
    expect(views.map(cards)).toEqual([0, 1, 1]);
    expect(views.at(-1)).toMatchObject({ token: `${idOf(token)}.4`, said: '4', ended: false });
    expect([few.limited(), few.asked.map(({ text }) => text)]).toEqual([2, ['1', '2']]);
    expect((await say(few, { talk: token, delete: '1' })).ended).toBe(true);
    await few.close();
  });

  it('of the whole process counts the turns of both doors', async () => {
    const waiting: (() => void)[] = [];
    const busy = await serve({
      limits: { burst: 20, perSecond: 2, turns: 1 },
      turn: async ({ text }) => {
        if (text) await new Promise<void>((resolve) => waiting.push(resolve));
        return result('x');
      },
    });
    const slow = busy.say(await busy.open(), 'a');
    await expect.poll(() => waiting.length).toBe(1);
    expect(cards(await say(busy, { words: 'b' }))).toBe(1);
    expect(busy.limited()).toBe(1);
    waiting[0]?.();
    await slow;
    await busy.close();
  });

  it('is never reached by a bot that fails: it gives the same card', async () => {
    const broken = await serve({
      turn: async () => {
        throw new Error('the words of a child');
      },
    });
    const view = await say(broken, { words: 'help' });
    expect(view).toMatchObject({ token: expect.stringMatching(NAME), said: 'help', ended: false });
    expect(cards(view)).toBe(1);
    expect(broken.lines.join('\n')).not.toContain('child');
    await broken.close();
  });
});
