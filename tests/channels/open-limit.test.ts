/** There are never too many talks: somebody who comes always gets one, and those that nobody talks in go first. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf, say } from './posting.ts';
import { type Opened, type Stage, serve } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await serve({ times: { idleMs: 15 * 60_000, lifeMs: 60 * 60_000, most: 3 } });
});
afterEach(() => stage.close());

const isOpen = async (talk: Opened) => (await stage.say(talk, 'still here')).status === 200;
const flood = async (count: number) => {
  for (let n = 0; n < count; n++) await stage.open();
};

describe('when too many conversations are open', () => {
  it('the oldest in which nobody has said anything goes', async () => {
    const silent = await stage.open();
    const child = await stage.open();
    await stage.say(child, 'hello');
    await flood(5);
    expect(stage.door.size()).toBe(3);
    expect(await isOpen(silent)).toBe(false);
    expect(await isOpen(child)).toBe(true);
  });

  it('the one that was silent longest goes when somebody talks in all of them', async () => {
    const [one, two, three] = [await stage.open(), await stage.open(), await stage.open()];
    for (const talk of [one, two, three, one]) await stage.say(talk, 'hello');
    const late = await stage.open();
    expect([stage.door.size(), await isOpen(late)]).toEqual([3, true]);
    expect(await isOpen(two)).toBe(false);
    expect([await isOpen(one), await isOpen(three)]).toEqual([true, true]);
  });

  it('a socket of one that goes is told', async () => {
    const silent = await stage.open();
    const heard = stage.listen(silent.streamUrl);
    await heard.next();
    await flood(3);
    expect(await heard.closed()).toBeGreaterThan(1000);
  });
});

describe('when too many talks without scripts are open', () => {
  it('those of a single message go first, and no message is refused', async () => {
    const { token } = await say(stage, { words: 'one' });
    await say(stage, { talk: token, words: 'two' });
    for (let n = 0; n < 5; n++) expect((await say(stage, { words: `${n}` })).said).toBe(`${n}`);
    expect(stage.form.size()).toBe(3);
    const { token: same, notice } = await say(stage, { talk: token, words: 'three' });
    expect([idOf(same), notice]).toEqual([idOf(token), null]);
  });

  it('the next message of one that went is answered in a new one', async () => {
    const { token } = await say(stage, { words: 'one' });
    for (let n = 0; n < 3; n++) await say(stage, { words: 'x' });
    expect(await say(stage, { talk: token, words: 'two' })).toMatchObject({
      said: 'two',
      notice: 'expired-page',
      ended: false,
    });
  });
});
