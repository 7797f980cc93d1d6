/**
 * What a conversation remembers between two turns: ids and values from closed lists, and nothing else.
 * No field takes a free string; the schema is made from the content, so even a step id must be one that exists.
 * What cannot be read (an older version, a step that staff removed) is led to a safe place, never to an error.
 */
import { z } from 'zod';
import { type Channel, type Content, KNOWN_DIALOGS, type StepRef } from '../content/model.ts';
import { CHANNELS, LEVELS, SLOTS, TOPICS, VARIANTS } from '../content/schema.ts';
import { restOf } from './parts.ts';

export const SESSION_VERSION = 1;
/** How deep dialogs may be opened over one another, how far back `back` goes, how many signals are kept. */
export const LIMITS = { stack: 4, trail: 6, signals: 4, fallbacks: 3 } as const;

const schemas = new WeakMap<Content, ReturnType<typeof build>>();

function build(content: Content) {
  const step = z.enum([...content.steps.keys()] as [StepRef, ...StepRef[]]);
  const place = z.enum([...content.places.keys()] as [string, ...string[]]);
  return z.strictObject({
    v: z.literal(SESSION_VERSION),
    /** Where we are; the last one is on top. */
    stack: z.array(step).min(1).max(LIMITS.stack),
    /** Where we were, for `back`. */
    trail: z.array(step).max(LIMITS.trail),
    audience: z.enum(SLOTS.audience),
    /** Who writes was said or pressed; else the audience is a guess. */
    known: z.boolean().default(false),
    age: z.enum(SLOTS.age),
    safe: z.enum(SLOTS.safe),
    place: place.nullable(),
    /** Set by the door when the talk begins; a talk from before there were two is one of the web. */
    channel: z.enum(CHANNELS).default('web'),
    /** The language of the replies. */
    locale: z.enum(['en', ...content.languages.map(({ id }) => id)]),
    /** The highest level so far; it never falls. */
    level: z.enum(LEVELS),
    /** The safe-now question is asked once a conversation. */
    asked: z.boolean(),
    /** The last signals, for `assess`: never text. */
    signals: z
      .array(
        z.strictObject({
          level: z.enum(LEVELS),
          topic: z.enum(TOPICS),
          variant: z.enum(VARIANTS).nullable(),
        }),
      )
      .max(LIMITS.signals),
    fallbacks: z.number().int().min(0).max(LIMITS.fallbacks),
  });
}

/** The closed schema for this content; built once for each content value. */
export function sessionSchema(content: Content) {
  let schema = schemas.get(content);
  if (!schema) {
    schema = build(content);
    schemas.set(content, schema);
  }
  return schema;
}

export type Session = z.infer<ReturnType<typeof build>>;

/** A new conversation, where the welcome first waits. In Teams everybody is at work. */
export function newSession(content: Content, channel: Channel = 'web'): Session {
  const welcome = content.dialogs.get(KNOWN_DIALOGS.welcome);
  if (!welcome) throw new Error('content has no welcome dialog');
  const session: Session = {
    v: SESSION_VERSION,
    stack: [welcome.start],
    trail: [],
    audience: channel === 'teams' ? 'professional' : 'young-person',
    known: channel === 'teams',
    age: 'unknown',
    safe: 'unknown',
    place: null,
    channel,
    locale: 'en',
    level: 'none',
    asked: false,
    signals: [],
    fallbacks: 0,
  };
  return { ...session, stack: [restOf(content, session, welcome.start)] };
}

/**
 * Reads a stored session. `moved` tells that something in it no longer exists: then the person is at the
 * menu, and what still holds (the level above all) is kept.
 */
export function openSession(content: Content, raw: unknown): { session: Session; moved: boolean } {
  const parsed = sessionSchema(content).safeParse(raw);
  if (parsed.success) return { session: parsed.data, moved: false };
  const fresh = newSession(content);
  if (raw === null || typeof raw !== 'object') return { session: fresh, moved: true };
  const menu = content.dialogs.get(KNOWN_DIALOGS.menu);
  const kept: Record<string, unknown> = { ...fresh };
  const fields = sessionSchema(content).shape;
  for (const key of [
    'audience',
    'known',
    'age',
    'safe',
    'place',
    'channel',
    'locale',
    'level',
    'asked',
  ] as const) {
    const value = fields[key].safeParse((raw as Record<string, unknown>)[key]);
    if (value.success) kept[key] = value.data;
  }
  const session = sessionSchema(content).parse(kept);
  return {
    session: menu ? { ...session, stack: [restOf(content, session, menu.start)] } : session,
    moved: true,
  };
}
