/** A session holds ids and closed values; no word that was typed can get into it. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newSession, openSession, sessionSchema } from '../../src/engine/session.ts';
import { createBot } from '../bot.ts';
import { realLibrary } from '../library.ts';

const { content } = realLibrary();

/** Every leaf of a schema that is not from a closed list. */
function openLeaves(schema: z.ZodType, path: string): string[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, inner]) =>
      openLeaves(inner as z.ZodType, `${path}.${key}`),
    );
  if (schema instanceof z.ZodArray) return openLeaves(schema.element as z.ZodType, `${path}[]`);
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return openLeaves(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral || schema instanceof z.ZodBoolean)
    return [];
  if (schema instanceof z.ZodNumber) return (schema.maxValue ?? Infinity) < 100 ? [] : [path];
  return [path];
}

describe('a session', () => {
  it('has no field that takes a free string or a large number', () => {
    expect(openLeaves(sessionSchema(content), 'session')).toEqual([]);
    expect(openLeaves(z.object({ a: z.string(), b: z.array(z.number()) }), 's')).toEqual(['s.a', 's.b[]']);
  });

  it('keeps none of the words that were typed, whatever was typed', async () => {
    const bot = createBot();
    await bot.say({ event: 'start' });
    const typed = [
      'zebedee quillfeather',
      'my name is Quillfeather and he is outside',
      'i live in trowbridge',
      'back',
      '{"v":1}',
    ];
    for (const text of typed) {
      await bot.say(text);
      const stored = await bot.stored();
      expect(sessionSchema(content).safeParse({ ...(stored as object), eTag: undefined }).success).toBe(
        false,
      );
      const { eTag: _, ...session } = stored as { eTag: string };
      expect(sessionSchema(content).safeParse(session).success).toBe(true);
      expect(JSON.stringify(stored).toLowerCase()).not.toContain('quillfeather');
    }
  });

  it('refuses a value that is on no list', () => {
    const session = newSession(content);
    for (const bad of [
      { place: 'my house' },
      { level: 'high' },
      { note: 'hello' },
      { stack: ['welcome/nowhere'] },
    ])
      expect(sessionSchema(content).safeParse({ ...session, ...bad }).success).toBe(false);
  });

  it('leads to the menu when its step no longer exists, and keeps the level', () => {
    const old = { ...newSession(content), stack: ['gone/first'], level: 'urgent', asked: true };
    const { session, moved } = openSession(content, old);
    expect(moved).toBe(true);
    expect(session).toMatchObject({ stack: ['menu/first'], level: 'urgent', asked: true });
  });

  it.each([
    null,
    'text',
    7,
    [],
    { v: 99 },
    { stack: 'x' },
  ])('starts afresh from what cannot be read: %j', (raw) => {
    expect(openSession(content, raw).session.level).toBe('none');
  });
});
