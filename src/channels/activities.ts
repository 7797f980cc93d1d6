/** Messages -> Bot Framework activities. Everything in them comes from content; nothing of the person can get in. */
import { ActionTypes, type Activity, ActivityTypes, type CardAction, InputHints } from 'botbuilder-core';
import type { Reply } from '../engine/reply.ts';
import type { View } from '../turn.ts';
import type { Button, Message } from '../wire.ts';
import { cardAttachment, slimAttachment } from './cards.ts';
import type { DoorDeps } from './door.ts';

/**
 * messageBack, because it is the one kind that carries both what a person sees themselves say (displayText, text)
 * and the opaque ref (value). Web Chat 4.18 posts it from suggested actions as {text, value}; Teams does the same.
 */
const button = ({ label, ref }: Button): CardAction => ({
  type: ActionTypes.MessageBack,
  title: label,
  text: label,
  displayText: label,
  value: { choice: ref },
});

function toActivity(message: Message): Partial<Activity> {
  const attachments = [];
  const { lang } = message;
  if (message.card) attachments.push(cardAttachment(message.card, lang));
  if (message.slim) attachments.push(slimAttachment(message.slim, lang));
  return {
    type: ActivityTypes.Message,
    ...(lang === undefined ? {} : { locale: lang }),
    // Our words are plain; Web Chat would read an unmarked text as Markdown.
    ...(message.text === undefined ? {} : { text: message.text, textFormat: 'plain' }),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

/** All buttons of a turn, once each. */
function gather(messages: readonly Message[]): Button[] {
  const byRef = new Map<string, Button>();
  for (const { buttons = [] } of messages) for (const one of buttons) byRef.set(one.ref, one);
  return [...byRef.values()];
}

/**
 * @param messages all the messages of one turn
 * @returns one activity for each; all buttons are on the last, the only one whose buttons Web Chat shows
 */
export function toActivities(messages: readonly Message[]): Partial<Activity>[] {
  const activities = messages.map(toActivity);
  const last = activities.at(-1);
  const buttons = gather(messages);
  if (!last) return activities;
  last.inputHint = buttons.length > 0 ? InputHints.ExpectingInput : InputHints.AcceptingInput;
  if (buttons.length > 0) last.suggestedActions = { to: [], actions: buttons.map(button) };
  return activities;
}

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
export function createSpeak({ render, help, log }: Pick<DoorDeps, 'render' | 'help' | 'log'>): Speak {
  let failed = false;
  const safely = (reply: Reply, view: View): readonly Message[] => {
    try {
      return render(reply, view);
    } catch {
      failed = true;
      log.error('turn-failed', { code: 'render-failed' });
      return reply.kind === 'help' ? [{ text: help }] : safely({ kind: 'help' }, view);
    }
  };
  const spoken = new Map<string, Partial<Activity>[]>();
  let minute = 0;
  return (replies, view) => {
    const { audience, age, place, locale, at } = view;
    const now = Math.floor(at / MINUTE_MS);
    if (now !== minute || spoken.size >= SPOKEN_LIMIT) spoken.clear();
    minute = now;
    const key = JSON.stringify([replies, audience, age, place, locale]);
    const known = spoken.get(key);
    if (known) return known;
    failed = false;
    const activities = toActivities(replies.flatMap((reply) => safely(reply, view)));
    if (!failed) spoken.set(key, activities);
    return activities;
  };
}
