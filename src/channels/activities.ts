/** Replies as Bot Framework activities, drawn once for all who are told the same. */
import type { Activity } from 'botbuilder-core';
import type { Reply } from '../engine/reply.ts';
import { drawn, toActivities } from '../replies/activities.ts';
import type { View } from '../turn.ts';
import type { DoorDeps } from './door.ts';

/** The replies of one turn as activities. Never throws and never comes back empty-handed on an error. */
export type Speak = (replies: readonly Reply[], view: View) => Partial<Activity>[];

/** Cards tell opening hours to the minute. */
const MINUTE_MS = 60_000;
/** Answers kept; one with a card is some 10 KB. */
const SPOKEN_LIMIT = 200;

/**
 * @returns a Speak that answers a failing render with the fixed help reply, and a failing help reply with its plain
 *   text. What is said alike to many within a minute is drawn once; nothing in it is anybody's.
 */
export function createSpeak({ voice, log }: Pick<DoorDeps, 'voice' | 'log'>): Speak {
  let failed = false;
  let speaks = voice();
  const onFailed = (): void => {
    failed = true;
    log.error('turn-failed', { code: 'render-failed' });
  };
  const spoken = new Map<string, Partial<Activity>[]>();
  let minute = 0;
  return (replies, view) => {
    const { audience, age, place, locale, at } = view;
    const now = Math.floor(at / MINUTE_MS);
    const before = speaks;
    speaks = voice();
    if (now !== minute || speaks !== before || spoken.size >= SPOKEN_LIMIT) spoken.clear();
    minute = now;
    const key = JSON.stringify([replies, audience, age, place, locale]);
    const known = spoken.get(key);
    if (known) return known;
    failed = false;
    const activities: Partial<Activity>[] = toActivities(
      replies.flatMap((reply) => drawn(speaks, reply, view, onFailed)),
    );
    if (!failed) spoken.set(key, activities);
    return activities;
  };
}
