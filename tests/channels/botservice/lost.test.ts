/** Answers that do not arrive: they hold up nobody for long, count as unsaid, and nothing of them stays. */
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realLibrary } from '../../library.ts';
import type { Delivered, Sent } from './azure.ts';
import { startTeams, type Teams } from './teams.ts';

const { ui } = realLibrary().content;
const PATIENCE = 60_000;
/** The Bot Service waits for 15 seconds. */
const HEARD_MS = 14_000;
const HURT = 'a child is being hurt right now';
const never = () => new Promise<void>(() => {});

let teams: Teams;
beforeEach(async () => {
  teams = await startTeams();
}, PATIENCE);
afterEach(() => teams.close());

const texts = (said: readonly Sent[]): string[] => said.flatMap(({ text }) => text ?? []);
const words = (said: readonly Sent[]): string => JSON.stringify(said);
const isUrgent = (said: readonly Sent[]): boolean => words(said).includes('"style":"attention"');

async function timed(work: () => Promise<Response>): Promise<{ status: number; ms: number }> {
  const started = performance.now();
  const { status } = await work();
  return { status, ms: performance.now() - started };
}

/** The first message from now on is taken and never answered. */
function swallowOne(): Promise<void> {
  return new Promise((taken) => {
    let swallowed = false;
    teams.azure.answering(async () => {
      if (swallowed) return;
      swallowed = true;
      taken();
      await never();
    });
  });
}

describe('an answer that nobody takes', () => {
  it('is given up in time, and whoever writes meanwhile is answered', { timeout: PATIENCE }, async () => {
    await teams.say({ text: 'hello' });
    const swallowed = swallowOne();
    const lost = timed(() => teams.post(teams.activity({ text: 'hello' })));
    await swallowed;
    const before = teams.azure.delivered.length;
    const next = await timed(() => teams.post(teams.activity({ text: HURT })));
    expect(next.status).toBe(200);
    expect(next.ms).toBeLessThan(HEARD_MS / 2);
    expect(isUrgent(teams.azure.delivered.slice(before).map(({ body }) => body))).toBe(true);
    expect((await lost).ms).toBeLessThan(HEARD_MS);
    // The talk goes on as if nothing had been.
    const after = await timed(() => teams.post(teams.activity({ text: HURT })));
    expect(after.status).toBe(200);
    expect(after.ms).toBeLessThan(2_000);
  });

  it('is not tried again for as long as an answer bids', { timeout: PATIENCE }, async () => {
    await teams.say({ text: 'hello' });
    teams.azure.failing(429, 1_000, { 'retry-after': '3600' });
    const lost = await timed(() => teams.post(teams.activity({ text: 'hello' })));
    expect(lost.status).toBe(502);
    expect(lost.ms).toBeLessThan(HEARD_MS / 2);
    teams.azure.failing(200, 0);
    expect(isUrgent(await teams.say({ text: HURT }))).toBe(true);
  });

  it('is tried a second time where that may help', async () => {
    await teams.say({ text: 'hello' });
    teams.azure.failing(503, 1);
    expect(isUrgent(await teams.say({ text: HURT }))).toBe(true);
    expect(teams.lines.join()).not.toContain('turn-failed');
  });

  it('goes nowhere but where it was sent', async () => {
    await teams.say({ text: 'hello' });
    teams.azure.failing(307, 1_000, { location: `${teams.azure.url}/elsewhere` });
    expect((await teams.post(teams.activity({ text: 'hello' }))).status).toBe(502);
    expect(teams.azure.delivered.map(({ path }) => path)).not.toContain('/elsewhere');
  });

  it('holds up only so many: the others get the numbers at once', { timeout: PATIENCE }, async () => {
    await teams.say({ text: 'hello' });
    const kinds: string[] = [];
    teams.azure.answering(({ body }: Delivered) => {
      kinds.push(body.type);
      return never();
    });
    const many = Array.from({ length: 40 }, () => timed(() => teams.post(teams.activity({ text: HURT }))));
    const outcomes = await Promise.all(many);
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([502]));
    expect(Math.max(...outcomes.map(({ ms }) => ms))).toBeLessThan(HEARD_MS);
    teams.azure.answering(undefined);
    expect(isUrgent(await teams.say({ text: HURT }))).toBe(true);
  });
});

describe('a slow answer', () => {
  it('is not lost: the call is not answered a second time', { timeout: PATIENCE }, async () => {
    await teams.say({ text: 'hello' });
    const held: (() => void)[] = [];
    let taken = 0;
    teams.azure.answering(async () => {
      if (++taken < 3) return;
      await new Promise<void>((resolve) => held.push(resolve));
    });
    const slow = setInterval(() => held.shift()?.(), 3_500);
    const activity = teams.activity({ text: HURT });
    expect((await teams.post(activity)).status).toBe(200);
    expect((await teams.post(activity)).status).toBe(401);
    clearInterval(slow);
    for (const one of held) one();
  });
});

describe('a first answer that is lost', () => {
  it('counts as unsaid: the next one says who keeps the chat', async () => {
    teams.azure.failing(403, 1_000);
    expect((await teams.post(teams.activity({ text: 'my name is' }))).status).toBe(502);
    teams.azure.failing(200, 0);
    expect(texts(await teams.say({ text: 'hello again' }))[0]).toBe(ui['teams-first']);
    expect(texts(await teams.say({ text: 'what is grooming' }))).not.toContain(ui['teams-first']);
  });

  it('counts as unsaid where only help got through', async () => {
    teams.azure.failing(403, 1);
    expect(isUrgent(await teams.say({ text: 'my name is' }))).toBe(true);
    expect(texts(await teams.say({ text: 'hello again' }))[0]).toBe(ui['teams-first']);
  });

  it('of a group is said when somebody writes again', async () => {
    const conversation = { id: '19:many', conversationType: 'groupChat', isGroup: true };
    teams.azure.failing(403, 1_000);
    expect((await teams.post(teams.activity({ text: 'help', conversation }))).status).toBe(502);
    teams.azure.failing(200, 0);
    expect(words(await teams.say({ text: 'help', conversation }))).toContain('"url":"tel:999"');
  });
});

describe('the bot’s own token', () => {
  it('is asked for again when it is refused', async () => {
    await teams.say({ text: 'hello' });
    teams.azure.failing(401, 1);
    expect(isUrgent(await teams.say({ text: HURT }))).toBe(true);
    expect(teams.azure.asked.length).toBe(2);
    expect(teams.lines.join()).not.toContain('turn-failed');
  });
});

describe('an answer that arrived', () => {
  it('leaves no address behind, not even as a timing', async () => {
    await teams.say({ text: 'hello' });
    const kept = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(kept.filter((name) => name.includes('/v3/conversations'))).toEqual([]);
  });
});

describe('what the connector answers', () => {
  it('is not read to its end when it is long', async () => {
    await teams.say({ text: 'hello' });
    const block = Buffer.alloc(1 << 20, 'a');
    let blocks = 0;
    teams.azure.answering(async (_sent, response) => {
      response.setMaxListeners(0);
      response.writeHead(200, { 'content-type': 'application/json' });
      for (; blocks < 300 && !response.destroyed; blocks++)
        if (!response.write(block))
          await Promise.race([once(response, 'drain'), once(response, 'close')]).catch(() => {});
      response.end();
    });
    expect((await teams.post(teams.activity({ text: HURT }))).status).toBe(200);
    expect(blocks).toBeLessThan(100);
  });
});
