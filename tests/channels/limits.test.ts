/** Over a limit nobody is turned away: the whole urgent card, HTTP 200. */
import { expect, it } from 'vitest';
import { LOG_LIMIT } from '../../src/channels/directline/log.ts';
import { pay } from '../../src/channels/limiter.ts';
import { listen, result, type Stage, serve } from './stage.ts';

const LIMITS = { burst: 3, perSecond: 2, turns: 500 };
const cards = async (stage: Stage, talk: Awaited<ReturnType<Stage['open']>>) =>
  (await stage.poll(talk)).activities.filter(({ attachments }) => attachments?.[0].content.id === 'urgent')
    .length;

it('gives the help card when one talk asks too much, and answers again after a while', async () => {
  const stage = await serve({ limits: LIMITS });
  const talk = await stage.open();
  const statuses = [];
  for (let n = 0; n < 5; n++) statuses.push((await stage.say(talk, `n${n}`)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200]);
  expect([stage.limited(), await cards(stage, talk)]).toEqual([3, 3]);
  expect(stage.asked.map(({ text }) => text)).toEqual([undefined, 'n0', 'n1']);
  const other = await stage.open();
  await stage.say(other, 'not me');
  expect(await cards(stage, other)).toBe(0);
  stage.tick(1_000);
  await stage.say(talk, 'again');
  expect(stage.asked.at(-1)?.text).toBe('again');
  await stage.close();
});

it('gives the help card when too many turns are under way everywhere', async () => {
  const waiting: (() => void)[] = [];
  const stage = await serve({
    limits: { burst: 20, perSecond: 2, turns: 2 },
    turn: async ({ text }) => {
      if (text) await new Promise<void>((resolve) => waiting.push(resolve));
      return result('x');
    },
  });
  const talks = [await stage.open(), await stage.open(), await stage.open()] as const;
  const slow = [stage.say(talks[0], 'a'), stage.say(talks[1], 'b')];
  await expect.poll(() => waiting.length).toBe(2);
  expect((await stage.say(talks[2], 'c')).status).toBe(200);
  expect([stage.limited(), await cards(stage, talks[2])]).toEqual([1, 1]);
  for (const go of waiting) go();
  await Promise.all(slow);
  await stage.close();
});

it('never limits deleting', async () => {
  const stage = await serve({ limits: { burst: 1, perSecond: 1, turns: 500 } });
  const talk = await stage.open();
  await stage.say(talk, 'one too many');
  const path = `/v3/directline/conversations/${talk.conversationId}/activities`;
  await stage.call('POST', path, talk.token, { type: 'event', name: 'signpost.wipe' });
  expect(stage.asked.at(-1)).toEqual({ conversation: talk.conversationId, event: 'wipe' });
  expect((await stage.say(talk, 'x')).status).toBe(404);
  await stage.close();
});

it('gives the help card when the bot throws, and its plain text when even that cannot be drawn', async () => {
  const broken = async () => {
    throw new Error('the words of a child');
  };
  const stage = await serve({ turn: broken });
  const talk = await stage.open();
  expect((await stage.say(talk, 'help')).status).toBe(200);
  expect(await cards(stage, talk)).toBe(2);
  expect(stage.lines.join('\n')).not.toContain('child');
  await stage.close();

  const mute = await serve({
    render: () => {
      throw new Error('no');
    },
  });
  const other = await mute.open();
  const ear = listen(other.streamUrl);
  expect((await ear.next()).activities[0].text).toBe('Ring 999. Childline 0800 1111.');
  expect(mute.lines.some((line) => line.includes('render-failed'))).toBe(true);
  await mute.close();
});

it('keeps no more than its limit of answers', async () => {
  const stage = await serve({ limits: { burst: 1_000, perSecond: 1_000, turns: 500 } });
  const talk = await stage.open();
  for (let n = 0; n < LOG_LIMIT + 5; n++) await stage.say(talk, 'x');
  const { activities } = await stage.poll(talk);
  expect(activities.filter(({ from }) => from.role === 'bot')).toHaveLength(LOG_LIMIT);
  await stage.close();
});

it('a budget of 20 and 2 a second', () => {
  const limits = { burst: 20, perSecond: 2, turns: 1 };
  const who = { born: 1_000, paidUntil: 0 };
  const at = (now: number, times: number) =>
    Array.from({ length: times }, () => pay(who, now, limits)).filter(Boolean).length;
  expect(at(1_000, 30)).toBe(20);
  expect(at(1_499, 5)).toBe(0);
  expect(at(1_500, 5)).toBe(1);
  expect(at(3_500, 9)).toBe(4);
  expect(at(600_000, 30)).toBe(20);
});
