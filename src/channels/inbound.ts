/** What a client may not say about itself is written by us into each activity that goes to the bot. */
import type { Activity } from 'botbuilder-core';

export const PERSON = { id: 'you', role: 'user' } as const;
export const botNamed = (name: string) => ({ id: 'signpost', name, role: 'bot' });

export interface Envelope {
  readonly channel: string;
  /** The door's own id of the talk. */
  readonly conversation: string;
  /** The bot's name. */
  readonly bot: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** @returns an activity but for what was said */
export const inbound = ({ channel, conversation, bot, at }: Envelope): Partial<Activity> => ({
  channelId: channel,
  from: { ...PERSON, name: '' },
  recipient: botNamed(bot),
  conversation: { id: conversation, name: '', isGroup: false, conversationType: '' },
  timestamp: new Date(at),
});
