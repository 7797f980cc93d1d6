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

/** What a client may not say about itself is written by us. */
const known = (conversation: Conversation, deps: TalkDeps): Partial<Activity> => ({
  channelId: CHANNEL,
  from: { ...PERSON, name: '' },
  recipient: botNamed(deps.bot),
  conversation: { id: conversation.id, name: '', isGroup: false, conversationType: '', tenantId: '' },
  timestamp: new Date(deps.now()),
});

/** @returns `welcome` and `post`, the two ways a person reaches the bot over Direct Line */
export function createTalk(deps: TalkDeps) {
  const { adapter, mailbox, conversations, limits, now } = deps;
  let underWay = 0;

  /** One turn at a time in each conversation, in the order they came. */
  const inTurn = (conversation: Conversation, work: () => Promise<void>): Promise<void> => {
    const mine = conversation.tail ? conversation.tail.then(work, work) : work();
    conversation.tail = mine;
    return mine.finally(() => {
      if (conversation.tail === mine) conversation.tail = null;
    });
  };

  const run = async (conversation: Conversation, activity: Partial<Activity>): Promise<void> => {
    if (!pay(conversation, now(), limits) || underWay >= limits.turns) {
      deps.limited();
      mailbox.help(conversation, now());
      return;
    }
    underWay++;
    try {
      await inTurn(conversation, async () => {
        // Deleted while it waited: a turn now would bring the session back.
        if (!conversation.ended) await adapter.receive(conversation, activity);
      });
    } finally {
      underWay--;
    }
  };

  /** Deleting waits for nothing and is never limited: log and sockets go now, the session next. */
  const wipe = async (conversation: Conversation, activity: Partial<Activity>): Promise<void> => {
    conversations.wipe(conversation);
    await adapter.receive(conversation, activity);
  };

  const forTurn = (
    conversation: Conversation,
    { type, text, name, value, files }: Posted,
  ): Partial<Activity> => ({
    ...known(conversation, deps),
    type,
    ...(text === undefined ? {} : { text }),
    ...(name === undefined ? {} : { name }),
    ...(value === undefined ? {} : { value }),
    ...(files ? { attachments: [{ contentType: 'application/octet-stream' }] } : {}),
  });

  return {
    /** The talk begins: the bot speaks first. */
    async welcome(conversation: Conversation): Promise<void> {
      conversation.welcomed = true;
      const membersAdded = [{ ...PERSON, name: '' }];
      await run(conversation, {
        ...known(conversation, deps),
        type: ActivityTypes.ConversationUpdate,
        membersAdded,
      });
    },

    /** @returns the id of what was posted */
    async post(conversation: Conversation, body: unknown, uploaded: boolean): Promise<string> {
      const posted = readPosted(body, uploaded);
      conversations.touch(conversation.id);
      if (posted.name === 'signpost.wipe') {
        await wipe(conversation, forTurn(conversation, posted));
        return activityId(conversation.log.last, 0);
      }
      if (!posted.heard) return activityId(conversation.log.last, 0);
      const { type, text, name, clientActivityID, postBack } = posted;
      const words = text === undefined ? undefined : cleanText(text);
      const id = mailbox.echo(conversation, {
        type,
        at: now(),
        ...(words === undefined ? {} : { text: words }),
        ...(name === undefined ? {} : { name }),
        ...(clientActivityID === undefined ? {} : { clientActivityID }),
        ...(postBack ? { postBack } : {}),
      });
      await run(
        conversation,
        forTurn(conversation, { ...posted, ...(words === undefined ? {} : { text: words }) }),
      );
      return id;
    },
  };
}
