/** The endpoint table of Direct Line 3.0, over HTTP alone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT, result, START, type Stage, serve, texts } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await serve();
});
afterEach(() => stage.close());

const decode = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

describe('opening a talk', () => {
  it('gives a token that says only which conversation, and until when', async () => {
    const answer = await stage.call('POST', `${ROOT}/tokens/generate`, undefined, { user: { id: 'dl_me' } });
    const { conversationId, token, expires_in } = await answer.json();
    expect([answer.status, expires_in]).toEqual([200, 1800]);
    expect(decode(token)).toEqual({ conv: conversationId, exp: START / 1000 + 1800 });
    expect(conversationId).toMatch(/^[\w-]{22}$/);
    expect(stage.asked).toEqual([]);
  });

  it('starts the conversation of the token once, and is 200 the second time', async () => {
    const { conversationId, token } = await (await stage.call('POST', `${ROOT}/tokens/generate`)).json();
    const first = await stage.call('POST', `${ROOT}/conversations`, token, {
      user: { id: 'x' },
      locale: 'en',
    });
    expect(first.status).toBe(201);
    expect(await first.json()).toMatchObject({ conversationId, expires_in: 1800 });
    expect((await stage.call('POST', `${ROOT}/conversations`, token)).status).toBe(200);
    expect(stage.asked).toEqual([{ conversation: conversationId, event: 'start' }]);
  });

  it('opens one without a token, with an absolute stream address', async () => {
    const talk = await stage.open();
    expect(talk.streamUrl).toBe(
      `${stage.url.replace('http', 'ws')}${ROOT}/conversations/${talk.conversationId}/stream?watermark=0&t=${talk.token}`,
    );
    expect(texts(await stage.poll(talk))).toEqual(['bot: line start']);
  });

  it('names the language of each answer, English where none is known', async () => {
    const words = [{ text: 'Tak', lang: 'pl' }, { text: 'Yes' }];
    const other = await serve({ render: () => words });
    const { activities } = await other.poll(await other.open());
    expect(activities.map(({ locale }) => locale)).toEqual(['pl', 'en-GB']);
    await other.close();
  });

  it('builds the stream address from the public address', async () => {
    const other = await serve({}, { config: { publicUrl: 'https://chat.example.gov.uk' } });
    expect((await other.open()).streamUrl).toMatch(/^wss:\/\/chat\.example\.gov\.uk\/v3\/directline\//);
    await other.close();
  });

  it('gives a new id when the conversation of the token is over', async () => {
    const talk = await stage.open();
    stage.tick(16 * 60_000);
    const again = await stage.call('POST', `${ROOT}/conversations`, talk.token);
    expect(again.status).toBe(201);
    expect((await again.json()).conversationId).not.toBe(talk.conversationId);
  });
});

describe('talking', () => {
  it('answers a post with its id, echoes it and then the reply, by polling from the watermark', async () => {
    const talk = await stage.open();
    const { watermark } = await stage.poll(talk);
    const more = {
      channelData: { clientActivityID: 'mine-1', secret: 1 },
      from: { id: 'dl_hacker', role: 'bot', name: 'Sam' },
      channelId: 'msteams',
      recipient: { id: 'x' },
      conversation: { id: 'another' },
      entities: [{ type: 'ClientCapabilities' }],
      attachments: [],
      localTimezone: 'Europe/London',
    };
    const answer = await stage.say(talk, 'hello', more);
    expect(answer.status).toBe(200);
    const { id } = await answer.json();
    const frame = await stage.poll(talk, watermark);
    expect(texts(frame)).toEqual(['user: hello', 'bot: line heard hello']);
    expect(frame.activities[0]).toEqual({
      type: 'message',
      id,
      timestamp: new Date(START).toISOString(),
      channelId: 'directline',
      from: { id: 'you', role: 'user' },
      conversation: { id: talk.conversationId },
      text: 'hello',
      textFormat: 'plain',
      channelData: { clientActivityID: 'mine-1' },
    });
    expect(frame.activities[1]).toMatchObject({
      type: 'message',
      channelId: 'directline',
      from: { id: 'signpost', name: 'Signpost', role: 'bot' },
      recipient: { id: 'you', role: 'user' },
    });
    expect(frame.activities[1].id > frame.activities[0].id).toBe(true);
    expect(stage.asked.at(-1)).toEqual({ conversation: talk.conversationId, text: 'hello' });
    expect(texts(await stage.poll(talk, frame.watermark))).toEqual([]);
  });

  it('forgets what was sent once it has been delivered, and replays the replies', async () => {
    const talk = await stage.open();
    await stage.say(talk, 'my secret');
    expect(texts(await stage.poll(talk))).toContain('user: my secret');
    const again = await stage.poll(talk);
    expect(texts(again)).toEqual(['bot: line start', 'bot: line heard my secret']);
    expect(again.activities.map(({ id }) => id)).toEqual(['0000001-00', '0000003-00']);
  });

  it('forgets after a minute what nobody fetched', async () => {
    const talk = await stage.open();
    await stage.say(talk, 'my secret');
    stage.tick(59_000);
    stage.door.sweep();
    stage.tick(2_000);
    stage.door.sweep();
    expect(texts(await stage.poll(talk)).filter((text) => text.startsWith('user'))).toEqual([]);
  });

  it('holds only the last few messages of a client that never listens', async () => {
    const talk = await stage.open();
    for (let n = 0; n < 12; n++) await stage.say(talk, `n${n}`);
    const mine = texts(await stage.poll(talk)).filter((text) => text.startsWith('user'));
    expect(mine).toEqual([8, 9, 10, 11].map((n) => `user: n${n}`));
  });

  it('does not give back a clientActivityID that is long or no text', async () => {
    const talk = await stage.open();
    await stage.say(talk, 'a', { channelData: { clientActivityID: 'x'.repeat(129) } });
    await stage.say(talk, 'b', { channelData: { clientActivityID: { a: 1 } } });
    const mine = (await stage.poll(talk)).activities.filter(({ from }) => from.role === 'user');
    expect(mine.map(({ channelData }) => channelData)).toEqual([{}, {}]);
  });

  it('takes a button, a card submit, and words beside a choice', async () => {
    const talk = await stage.open();
    const value = { choice: 'go/there' };
    await stage.call('POST', `${ROOT}/conversations/${talk.conversationId}/activities`, talk.token, {
      type: 'message',
      value,
      channelData: { postBack: true },
    });
    expect(stage.asked.at(-1)).toEqual({ conversation: talk.conversationId, choice: 'go/there' });
    const echo = (await stage.poll(talk)).activities.find(({ from }) => from.role === 'user');
    expect(echo.channelData).toEqual({ postBack: true });
    expect(echo.value).toBeUndefined();
    await stage.say(talk, 'he is outside', { value });
    expect(stage.asked.at(-1)).toMatchObject({ choice: 'go/there', text: 'he is outside' });
  });

  it('takes an empty text for a turn, and typing for none', async () => {
    const talk = await stage.open();
    await stage.say(talk, '');
    expect(stage.asked.at(-1)).toEqual({ conversation: talk.conversationId, text: '' });
    const before = stage.asked.length;
    const answer = await stage.call(
      'POST',
      `${ROOT}/conversations/${talk.conversationId}/activities`,
      talk.token,
      {
        type: 'typing',
      },
    );
    expect([answer.status, stage.asked.length]).toEqual([200, before]);
  });

  it('passes a very long text on as its two ends, and 10,000 characters whole', async () => {
    const talk = await stage.open();
    await stage.say(talk, 'a'.repeat(10_000));
    expect(stage.asked.at(-1)?.text).toHaveLength(10_000);
    await stage.say(talk, `start${'x'.repeat(20_000)}the end`);
    const { text = '' } = stage.asked.at(-1) ?? {};
    expect([text.length, text.slice(0, 5), text.slice(-7)]).toEqual([10_000, 'start', 'the end']);
  });

  it('removes control characters and answers the words', async () => {
    const talk = await stage.open();
    expect((await stage.say(talk, 'he\u0000lp\u0007 me\nnow\ud800')).status).toBe(200);
    expect(stage.asked.at(-1)?.text).toBe('help me\nnow');
  });

  it('answers overlapping posts in the order they came', async () => {
    const waiting: (() => void)[] = [];
    const order: string[] = [];
    const slow = await serve({
      turn: async (input) => {
        if (input.text === 'one') await new Promise<void>((resolve) => waiting.push(resolve));
        order.push(input.text ?? '');
        return result(input.text ?? 'start');
      },
    });
    const talk = await slow.open();
    const first = slow.say(talk, 'one');
    await expect.poll(() => waiting.length).toBe(1);
    const second = slow.say(talk, 'two');
    await expect.poll(async () => texts(await slow.poll(talk)).length).toBeGreaterThan(0);
    waiting[0]?.();
    await Promise.all([first, second]);
    expect(order).toEqual(['', 'one', 'two']);
    expect(texts(await slow.poll(talk)).filter((text) => text.startsWith('bot'))).toEqual([
      'bot: line start',
      'bot: line one',
      'bot: line two',
    ]);
    await slow.close();
  });
});

describe('pictures', () => {
  it('refuses an attachment kindly, and its words still go to the turn', async () => {
    const talk = await stage.open();
    await stage.say(talk, 'he sent me this', {
      attachments: [{ contentType: 'image/png', contentUrl: 'data:image/png;base64,AAAA' }],
    });
    expect(stage.asked.at(-1)).toEqual({
      conversation: talk.conversationId,
      attachment: true,
      text: 'he sent me this',
    });
  });

  it('refuses an upload kindly: 200 with an id, the words and the echo kept, no byte of the picture', async () => {
    const talk = await stage.open();
    const form = new FormData();
    const activity = { type: 'message', text: 'look', channelData: { clientActivityID: 'up-1' } };
    form.append(
      'activity',
      new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }),
    );
    form.append('file', new Blob([new Uint8Array(300_000)], { type: 'image/png' }), 'me.png');
    const answer = await fetch(`${stage.url}${ROOT}/conversations/${talk.conversationId}/upload?userId=you`, {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.token}` },
      body: form,
    });
    expect(answer.status).toBe(200);
    expect((await answer.json()).id).toMatch(/^\d{7}-00$/);
    expect(stage.asked.at(-1)).toEqual({ conversation: talk.conversationId, attachment: true, text: 'look' });
    const frame = await stage.poll(talk);
    expect(texts(frame).slice(-2)).toEqual(['user: look', 'bot: line no pictures']);
    expect(frame.activities.at(-2).channelData).toEqual({ clientActivityID: 'up-1' });
    expect(frame.activities.at(-2).attachments).toBeUndefined();
  });

  it.each([
    'image/png',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
  ])('whatever is wrong with it (%s)', async (type) => {
    const talk = await stage.open();
    const path = `${ROOT}/conversations/${talk.conversationId}/upload`;
    const answer = await stage.call('POST', path, talk.token, 'no such thing', { 'content-type': type });
    expect(answer.status).toBe(200);
    expect(stage.asked.at(-1)).toEqual({ conversation: talk.conversationId, attachment: true });
  });
});
