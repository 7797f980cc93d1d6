/** The contract of a botbuilder `Storage` that forgets, and of one turn at a time. Every implementation runs it. */
import { describe, expect, it } from 'vitest';
import { MemoryStorage, StaleSave } from '../../src/sessions/memory.ts';
import { TurnQueue } from '../../src/sessions/queue.ts';
import { createSessions, Late, within } from '../../src/sessions/sessions.ts';

describe.each([
  ['memory', (now: () => number) => new MemoryStorage({ idleMs: 1_000, lifeMs: 5_000, most: 10 }, now)],
])('%s', (_name, create) => {
  const clock = () => {
    const at = { now: 0 };
    return { at, storage: create(() => at.now) };
  };

  it('gives back a copy of what was written, with an eTag', async () => {
    const { storage } = clock();
    const value = { stack: ['a/b'] };
    await storage.write({ one: value });
    value.stack.push('later');
    expect(await storage.read(['one', 'two'])).toEqual({
      one: { stack: ['a/b'], eTag: expect.any(String) },
    });
  });

  it('refuses a save that lost against another', async () => {
    const { storage } = clock();
    await storage.write({ one: { n: 1 } });
    const { eTag } = (await storage.read(['one'])).one;
    await storage.write({ one: { n: 2, eTag } });
    await expect(storage.write({ one: { n: 3, eTag } })).rejects.toThrow(StaleSave);
    expect((await storage.read(['one'])).one.n).toBe(2);
    await storage.write({ one: { n: 4, eTag: '*' } });
  });

  it('forgets when idle, and when old however busy', async () => {
    const { at, storage } = clock();
    await storage.write({ one: { n: 1 }, two: { n: 2 } });
    for (at.now = 0; at.now < 4_800; at.now += 800) await storage.read(['one']);
    expect(Object.keys(await storage.read(['one', 'two']))).toEqual(['one']);
    at.now = 5_000;
    expect(await storage.read(['one'])).toEqual({});
    expect(storage.size).toBe(0);
  });

  it('sweeps what nobody asks for, and deletes at once', async () => {
    const { at, storage } = clock();
    await storage.write({ one: { n: 1 }, two: { n: 2 } });
    await storage.delete(['two']);
    expect(storage.size).toBe(1);
    at.now = 1_000;
    expect(storage.sweep()).toBe(1);
    expect(storage.size).toBe(0);
  });

  it('holds so many and no more: what was written only once goes first', async () => {
    const { storage } = clock();
    await storage.write({ talk: { n: 1 } });
    await storage.write({ talk: { n: 2 } });
    for (let n = 0; n < 20; n++) await storage.write({ [`opened ${n}`]: { n } });
    expect(storage.size).toBe(10);
    const kept = Object.keys(await storage.read(['talk', 'opened 0', 'opened 10', 'opened 11', 'opened 19']));
    expect(kept).toEqual(['talk', 'opened 11', 'opened 19']);
  });
});

describe('sessions', () => {
  it('keep the eTag out of the value', async () => {
    const sessions = createSessions(new MemoryStorage({ idleMs: 1_000, lifeMs: 5_000 }, () => 0));
    expect(await sessions.load('one')).toEqual({ value: null, eTag: undefined });
    await sessions.save('one', { n: 1 }, undefined);
    const { value, eTag } = await sessions.load('one');
    expect(value).toEqual({ n: 1 });
    await sessions.save('one', { n: 2 }, eTag);
    await sessions.wipe('one');
    expect((await sessions.load('one')).value).toBeNull();
  });

  it('give up on work that is late', async () => {
    await expect(within(1, 'nothing', new Promise(() => {}))).rejects.toThrow(Late);
    expect(await within(1_000, 'something', Promise.resolve(7))).toBe(7);
  });
});

describe('a queue', () => {
  it('runs one at a time in order, goes on after a failure, and forgets empty queues', async () => {
    const queue = new TurnQueue();
    const order: number[] = [];
    let release = (): void => {};
    const first = queue.run('one', async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      order.push(1);
      throw new Error('failed');
    });
    const second = queue.run('one', async () => order.push(2));
    await queue.run('other', async () => order.push(0));
    release();
    await expect(first).rejects.toThrow('failed');
    await second;
    await Promise.resolve();
    expect(order).toEqual([0, 1, 2]);
    expect(queue.size).toBe(0);
  });
});
