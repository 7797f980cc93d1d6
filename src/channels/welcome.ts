/** What the bot says first, for a page that shows it before any talk is open. */
import type { Activity } from 'botbuilder-core';
import type { Content } from '../content/model.ts';
import { NO_RISK } from '../engine/input.ts';
import { newSession } from '../engine/session.ts';
import { step } from '../engine/step.ts';
import { createSpeak } from './activities.ts';
import { type DoorDeps, firstView, type Voice } from './door.ts';

/** @returns the welcome as it is at a time (milliseconds since the epoch), the same that a talk begins with */
export function createWelcome(
  content: Content,
  voice: Voice,
  log: DoorDeps['log'],
): (at: number) => readonly Partial<Activity>[] {
  const speak = createSpeak({ voice: () => voice, log });
  const { replies } = step(content, newSession(content), { kind: 'start' }, NO_RISK);
  return (at) => speak(replies, firstView(at));
}
