/** What happens to a posted activity before and after its turn: shape, budget, echo, one turn at a time. */
import { type Activity, ActivityTypes } from 'botbuilder-core';
import { inbound, PERSON } from '../inbound.ts';
import { cleanText } from '../incoming.ts';
import type { Traffic } from '../traffic.ts';
import type { DirectLineAdapter } from './adapter.ts';
import type { Conversation, Conversations } from './conversations.ts';
import { activityId, CHANNEL } from './frames.ts';
import type { Mailbox } from './mailbox.ts';
import { type Posted, readPosted } from './posted.ts';

export interface TalkDeps {
  readonly adapter: DirectLineAdapter;
  readonly mailbox: Mailbox;
  readonly conversations: Conversations;
  readonly traffic: Traffic;
  readonly now: () => number;
  /** The bot's name. */
  readonly bot: () => string;
}

export class Talk {
  readonly #deps: TalkDeps;

  constructor(deps: TalkDeps) {
    this.#deps = deps;
  }

  /** The talk begins: the bot speaks first. */
  async welcome(conversation: Conversation): Promise<void> {
    conversation.welcomed = true;
    const membersAdded = [{ ...PERSON, name: '' }];
    await this.#run(conversation, {
      ...this.#known(conversation),
      type: ActivityTypes.ConversationUpdate,
      membersAdded,
    });
  }

  /**
   * @param body the activity as it was posted
   * @param uploaded a picture or file came beside it
   * @returns the id of what was posted
   * @throws Refusal when it is no activity
   */
  async post(conversation: Conversation, body: unknown, uploaded: boolean): Promise<string> {
    const posted = readPosted(body, uploaded);
    this.#deps.conversations.touch(conversation.id);
    if (posted.name === 'signpost.wipe') return this.#wipe(conversation, posted);
    if (!posted.heard) return activityId(conversation.log.last, 0);
    if (posted.type === 'message') this.#deps.conversations.keep(conversation.id);
    const { text, ...rest } = posted;
    const clean = text === undefined ? rest : { ...rest, text: cleanText(text) };
    const id = this.#echo(conversation, clean);
    await this.#run(conversation, this.#activity(conversation, clean));
    return id;
  }

  /** Deleting waits for nothing and is never limited: log and sockets go now, the session next. */
  async #wipe(conversation: Conversation, posted: Posted): Promise<string> {
    this.#deps.conversations.wipe(conversation);
    await this.#deps.adapter.receive(conversation, this.#activity(conversation, posted));
    return activityId(conversation.log.last, 0);
  }

  async #run(conversation: Conversation, activity: Partial<Activity>): Promise<void> {
    const { adapter, traffic, mailbox, now } = this.#deps;
    const passed = await traffic.pass(conversation, () => adapter.receive(conversation, activity));
    if (!passed) mailbox.help(conversation, now());
  }

  #echo(conversation: Conversation, posted: Posted): string {
    const { type, text, name, clientActivityID, postBack } = posted;
    return this.#deps.mailbox.echo(conversation, {
      type,
      at: this.#deps.now(),
      ...(text === undefined ? {} : { text }),
      ...(name === undefined ? {} : { name }),
      ...(clientActivityID === undefined ? {} : { clientActivityID }),
      ...(postBack ? { postBack } : {}),
    });
  }

  /** What a client may not say about itself is written by us. */
  #known({ id }: Conversation): Partial<Activity> {
    const { bot, now } = this.#deps;
    return inbound({ channel: CHANNEL, conversation: id, bot: bot(), at: now() });
  }

  #activity(conversation: Conversation, { type, text, name, value, files }: Posted): Partial<Activity> {
    return {
      ...this.#known(conversation),
      type,
      ...(text === undefined ? {} : { text }),
      ...(name === undefined ? {} : { name }),
      ...(value === undefined ? {} : { value }),
      ...(files ? { attachments: [{ contentType: 'application/octet-stream' }] } : {}),
    };
  }
}
