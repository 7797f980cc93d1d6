/** Writes to a conversation's log and tells whoever listens. The only place that does both. */
import type { Activity } from 'botbuilder-core';
import type { Reply } from '../../engine/reply.ts';
import type { View } from '../../turn.ts';
import type { Speak } from '../activities.ts';
import { firstView } from '../door.ts';
import type { Conversation, Conversations, Listener } from './conversations.ts';
import { activityId, type Frame, frameSince, stamp, stampEcho } from './frames.ts';
import { type Echo, Shelf } from './log.ts';

export class Mailbox {
  readonly #conversations: Conversations;
  readonly #speak: Speak;
  readonly #bot: () => string;
  readonly #shelf = new Shelf();

  /** @param bot the name shown on what the bot says */
  constructor(conversations: Conversations, speak: Speak, bot: () => string) {
    this.#conversations = conversations;
    this.#speak = speak;
    this.#bot = bot;
  }

  /** Gives replies that are already rendered. Returns the ids of the activities. */
  say(
    conversation: Conversation,
    replies: readonly Reply[],
    view: View,
    rendered: readonly Partial<Activity>[],
  ): string[] {
    if (conversation.ended || replies.length === 0) return [];
    const seq = conversation.log.say(replies, view, this.#shelf);
    if (conversation.listeners)
      this.#tell(conversation, stamp(conversation, seq, view.at, this.#bot(), rendered));
    return rendered.map((_, part) => activityId(seq, part));
  }

  /** Gives the fixed help reply, unassessed, from the side known last. */
  help(conversation: Conversation, at: number): void {
    const view = { ...firstView(at), ...conversation.log.side() };
    const replies: readonly Reply[] = [{ kind: 'help' }];
    this.say(conversation, replies, view, this.#speak(replies, view));
  }

  /** Sends a person's own message back to their screen. Returns its id. */
  echo(conversation: Conversation, heard: Omit<Echo, 'seq'>): string {
    const echo = conversation.log.hear(heard);
    this.#conversations.holds(conversation);
    const { seq } = echo;
    if (conversation.listeners) {
      this.#tell(conversation, [stampEcho(conversation, echo)], () => conversation.log.delivered(seq));
    }
    return activityId(seq, 0);
  }

  /** What a client missed. Echoes in it count as delivered once `delivered` is called. */
  since(conversation: Conversation, watermark: number): { frame: Frame; delivered: () => void } {
    const frame = frameSince(conversation, watermark, this.#speak, this.#bot());
    const upTo = conversation.log.last;
    return { frame, delivered: () => conversation.log.delivered(upTo) };
  }

  /** Adds a listener and gives it what it missed. */
  listen(conversation: Conversation, listener: Listener, watermark: number): void {
    const { frame, delivered } = this.since(conversation, watermark);
    if (frame.activities.length > 0) listener.send(JSON.stringify(frame), delivered, false);
    conversation.listeners ??= new Set();
    conversation.listeners.add(listener);
  }

  /** Lets a listener go. */
  leave(conversation: Conversation, listener: Listener): void {
    conversation.listeners?.delete(listener);
    if (conversation.listeners?.size === 0) conversation.listeners = null;
  }

  #tell(conversation: Conversation, activities: readonly object[], delivered?: () => void): void {
    const frame = JSON.stringify({ activities, watermark: String(conversation.log.last) } satisfies Frame);
    for (const listener of conversation.listeners ?? [])
      listener.send(frame, delivered ?? (() => {}), !delivered);
  }
}
