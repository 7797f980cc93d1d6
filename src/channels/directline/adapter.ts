/** The Bot Framework adapter of our own endpoint: an activity goes to the bot, its answer into the conversation's log. */
import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder-core';
import type { Log } from '../../log.ts';
import type { TurnResult } from '../../turn.ts';
import { RESULT } from '../door.ts';
import type { Conversation, Conversations } from './conversations.ts';
import type { Mailbox } from './mailbox.ts';

const CONVERSATION = Symbol('signpost.conversation');

export interface AdapterDeps {
  readonly bot: { run(context: TurnContext): Promise<void> };
  readonly mailbox: Mailbox;
  readonly conversations: Conversations;
  readonly log: Log;
  readonly now: () => number;
}

export class DirectLineAdapter extends BotAdapter {
  readonly #deps: AdapterDeps;

  constructor(deps: AdapterDeps) {
    super();
    this.#deps = deps;
    // Without this hook the SDK sends the error's own message to the caller.
    this.onTurnError = async (context) => {
      deps.log.error('turn-failed', { code: 'uncaught' });
      deps.mailbox.help(context.turnState.get(CONVERSATION) as Conversation, deps.now());
    };
  }

  /** Runs one turn. Never rejects: a failing bot answers with the fixed help reply. */
  async receive(conversation: Conversation, activity: Partial<Activity>): Promise<void> {
    const context = new TurnContext(this, activity);
    context.turnState.set(CONVERSATION, conversation);
    await this.runMiddleware(context, (revocable) => this.#deps.bot.run(revocable));
  }

  /** Only what a turn said can enter the log: an activity without a TurnResult goes nowhere. */
  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const conversation = context.turnState.get(CONVERSATION) as Conversation;
    const result = context.turnState.get(RESULT) as TurnResult | undefined;
    if (!result) return activities.map(() => ({ id: '' }));
    const ids = this.#deps.mailbox.say(conversation, result.replies, result.view, activities);
    if (result.wiped) this.#deps.conversations.wipe(conversation);
    return activities.map((_, part) => ({ id: ids[part] ?? '' }));
  }

  /** Said is said: a client's log is never rewritten. */
  override async updateActivity(): Promise<void> {
    throw new Error('not supported');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('not supported');
  }

  /** We never speak first. */
  override async continueConversation(): Promise<void> {
    throw new Error('not supported');
  }
}
