/** The Bot Framework adapter of our own endpoint: an activity goes to the bot, its answer into the conversation's log. */
import type { Activity } from 'botbuilder-core';
import type { TurnResult } from '../../turn.ts';
import { DoorAdapter, type DoorAdapterDeps } from '../adapter.ts';
import type { Conversation, Conversations } from './conversations.ts';
import type { Mailbox } from './mailbox.ts';

export interface AdapterDeps extends DoorAdapterDeps {
  readonly mailbox: Mailbox;
  readonly conversations: Conversations;
  readonly now: () => number;
}

export class DirectLineAdapter extends DoorAdapter<Conversation> {
  readonly #deps: AdapterDeps;

  constructor(deps: AdapterDeps) {
    super(deps);
    this.#deps = deps;
  }

  protected override say(
    conversation: Conversation,
    { replies, view, wiped }: TurnResult,
    activities: readonly Partial<Activity>[],
  ): readonly string[] {
    const ids = this.#deps.mailbox.say(conversation, replies, view, activities);
    if (wiped) this.#deps.conversations.wipe(conversation);
    return ids;
  }

  protected override help(conversation: Conversation): void {
    this.#deps.mailbox.help(conversation, this.#deps.now());
  }
}
