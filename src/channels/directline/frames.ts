/** What goes to a Direct Line client: activities with their ids, times and names, made from the log. */
import type { Activity } from 'botbuilder-core';
import type { Speak } from '../activities.ts';
import { botNamed, PERSON } from '../inbound.ts';
import type { Conversation } from './conversations.ts';
import type { Echo, Said } from './log.ts';

export interface Frame {
  readonly activities: readonly object[];
  readonly watermark: string;
}

export const CHANNEL = 'directline';

/** An id grows with the log and is never used twice. `part` counts the activities of one answer. */
export const activityId = (seq: number, part: number) =>
  `${String(seq).padStart(7, '0')}-${String(part).padStart(2, '0')}`;

/** @returns the activities of one answer, stamped for the client */
export function stamp(
  conversation: Conversation,
  seq: number,
  at: number,
  bot: string,
  plain: readonly Partial<Activity>[],
): object[] {
  return plain.map(({ type, locale, text, textFormat, attachments, suggestedActions, inputHint }, part) => ({
    type,
    id: activityId(seq, part),
    timestamp: new Date(at).toISOString(),
    channelId: CHANNEL,
    from: botNamed(bot),
    recipient: PERSON,
    conversation: { id: conversation.id },
    // The help reply of last resort says no language: it is the English text.
    locale: locale ?? 'en-GB',
    text,
    textFormat,
    attachments,
    suggestedActions,
    inputHint,
  }));
}

/** @returns what a person sent, as it goes back to their own screen: the client finds its own by clientActivityID */
export function stampEcho(
  conversation: Conversation,
  { seq, at, type, text, name, clientActivityID, postBack }: Echo,
): object {
  return {
    type,
    id: activityId(seq, 0),
    timestamp: new Date(at).toISOString(),
    channelId: CHANNEL,
    from: PERSON,
    conversation: { id: conversation.id },
    text,
    // Their own words are never to be read as Markdown.
    textFormat: text === undefined ? undefined : 'plain',
    name,
    // postBack: Web Chat hides a card's submit by it.
    channelData: { clientActivityID, postBack },
  };
}

const isEcho = (item: Said | Echo): item is Echo => !('replies' in item);

/** What came after the watermark. Replies are rendered anew. */
export function frameSince(conversation: Conversation, watermark: number, speak: Speak, bot: string): Frame {
  const { log } = conversation;
  const activities = log.since(watermark).flatMap((item) => {
    if (isEcho(item)) return [stampEcho(conversation, item)];
    const view = log.viewOf(item);
    return stamp(conversation, item.seq, view.at, bot, speak(item.replies, view));
  });
  return { activities, watermark: String(log.last) };
}

/** A client's watermark; anything that is not one of ours means "from the beginning". */
export function readWatermark(given: string | null): number {
  return given !== null && /^\d{1,9}$/.test(given) ? Number(given) : 0;
}
