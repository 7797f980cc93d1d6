/** How a talk ends: deleted on request, idle, or an hour old. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HELP, ROOT, result, type Stage, serve } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await serve();
});
afterEach(() => stage.close());

describe('deleting', () => {
  it('forgets everything when the page is left: a beacon with the token in its body', async () => {
    const talk = await stage.open();
    const beacon = (token: string) =>
      fetch(`${stage.url}${ROOT}/conversations/${talk.conversationId}/wipe`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain;charset=UTF-8' },
        body: JSON.stringify({ token }),
      });
    expect((await beacon('forged.token.here')).status).toBe(403);
    expect(stage.door.size()).toBe(1);
    expect((await beacon(talk.token)).status).toBe(200);
    expect(stage.asked.at(-1)).toEqual({ conversation: talk.conversationId, event: 'wipe' });
    expect(stage.door.size()).toBe(0);
  });

  it('forgets everything at once on the wipe event', async () => {
    const talk = await stage.open();
    const answer = await stage.call(
      'POST',
      `${ROOT}/conversations/${talk.conversationId}/activities`,
      talk.token,
      {
        type: 'event',
        name: 'signpost.wipe',
      },
    );
    expect(answer.status).toBe(200);
    expect(stage.asked.at(-1)).toEqual({ conversation: talk.conversationId, event: 'wipe' });
    const path = `${ROOT}/conversations/${talk.conversationId}`;
    expect((await stage.call('GET', `${path}/activities`, talk.token)).status).toBe(404);
    expect((await stage.call('GET', path, talk.token)).status).toBe(404);
    expect((await stage.say(talk, 'still there?')).status).toBe(404);
    expect(stage.door.size()).toBe(0);
  });

  it('forgets everything when the turn says so', async () => {
    const talk = await stage.open();
    expect((await stage.say(talk, 'delete this')).status).toBe(200);
    expect((await stage.say(talk, 'hello')).status).toBe(404);
  });

  it('runs no turn that was still waiting when the talk was deleted', async () => {
    const waiting: (() => void)[] = [];
    const heard: string[] = [];
    const slow = await serve({
      turn: async (input) => {
        heard.push(input.text ?? input.event ?? '');
        if (input.text === 'one') await new Promise<void>((resolve) => waiting.push(resolve));
        return result('x');
      },
    });
    const talk = await slow.open();
    const posts = [slow.say(talk, 'one')];
    await expect.poll(() => waiting.length).toBe(1);
    posts.push(slow.say(talk, 'two'));
    await slow.call('POST', `${ROOT}/conversations/${talk.conversationId}/activities`, talk.token, {
      type: 'event',
      name: 'signpost.wipe',
    });
    waiting[0]?.();
    await Promise.all(posts);
    expect(heard).toEqual(['start', 'one', 'wipe']);
    await slow.close();
  });
});

describe('time', () => {
  it('ends 15 minutes after the last message, whatever polls and refreshes come', async () => {
    const talk = await stage.open();
    stage.tick(14 * 60_000);
    await stage.say(talk, 'hi');
    stage.tick(14 * 60_000);
    expect((await stage.call('POST', `${ROOT}/tokens/refresh`, talk.token)).status).toBe(200);
    await stage.poll(talk);
    stage.tick(60_000);
    expect((await stage.call('GET', `${ROOT}/conversations/${talk.conversationId}`, talk.token)).status).toBe(
      404,
    );
  });

  it('ends after an hour in any case', async () => {
    let { token, ...talk } = await stage.open();
    for (let quarter = 0; quarter < 4; quarter++) {
      stage.tick(14 * 60_000);
      ({ token } = await (await stage.call('POST', `${ROOT}/tokens/refresh`, token)).json());
      await stage.say({ ...talk, token }, 'hi');
    }
    stage.tick(5 * 60_000);
    const answer = await stage.say({ ...talk, token }, 'hi');
    expect(answer.status).toBe(404);
    expect((await answer.json()).help).toEqual({ text: HELP });
  });
});
