/** What happens to a posted activity before and after its turn: shape, budget, echo, one turn at a time. */
import { type Activity, ActivityTypes } from 'botbuilder-core';
import { cleanText } from '../incoming.ts';
import type { DirectLineAdapter } from './adapter.ts';
import type { Conversation, Conversations } from './conversations.ts';
import { activityId, botNamed, CHANNEL, PERSON } from './frames.ts';
import { type Limits, pay } from './limiter.ts';
import type { Mailbox } from './mailbox.ts';
import { type Posted, readPosted } from './posted.ts';

export interface TalkDeps {
  readonly adapter: DirectLineAdapter;
  readonly mailbox: Mailbox;
  readonly conversations: Conversations;
  readonly limits: Limits;
  /** Hears of each message that was answered with the help card because of a limit. */
  readonly limited: () => void;
  readonly now: () => number;
  /** The bot's name. */
  readonly bot: string;
}

/** One turn at a time in each conversation, in the order they came. */
function inTurn(conversation: Conversation, work: () => Promise<void>): Promise<void> {
  const mine = conversation.tail ? conversation.tail.then(work, work) : work();
  conversation.tail = mine;
  return mine.finally(() => {
    if (conversation.tail === mine) conversation.tail = null;
  });
}

export class Talk {
  readonly #deps: TalkDeps;
  #underWay = 0;

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
    const { adapter, limited, limits, mailbox, now } = this.#deps;
    if (!pay(conversation, now(), limits) || this.#underWay >= limits.turns) {
      limited();
      mailbox.help(conversation, now());
      return;
    }
    this.#underWay++;
    try {
      await inTurn(conversation, async () => {
        // Deleted while it waited: a turn now would bring the session back.
        if (!conversation.ended) await adapter.receive(conversation, activity);
      });
    } finally {
      this.#underWay--;
    }
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
    return {
      channelId: CHANNEL,
      from: { ...PERSON, name: '' },
      recipient: botNamed(this.#deps.bot),
      conversation: { id, name: '', isGroup: false, conversationType: '' },
      timestamp: new Date(this.#deps.now()),
    };
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
