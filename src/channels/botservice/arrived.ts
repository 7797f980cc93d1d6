/**
 * What the Bot Service posts -> the little that is looked at. An activity tells who writes, where they work and what
 * their device is; none of that is even copied. What stays is what was said, and where the answer must go.
 */
import type { Activity } from 'botbuilder-core';
import { Refusal } from '../door.ts';
import { choiceOf, cleanText } from '../incoming.ts';

/** Where an answer goes. It is forgotten with the call. */
export interface Way {
  readonly channel: string;
  readonly serviceUrl: string;
  readonly conversation: string;
  /** The activity that is answered; undefined when it has no id. */
  readonly activity: string | undefined;
  /** The bot's own id on that channel. */
  readonly bot: string;
}

/** What was said, as an activity that names nobody. */
export type Heard = Pick<Partial<Activity>, 'type' | 'text' | 'value' | 'attachments' | 'name'>;

export interface Arrived {
  readonly way: Way;
  /** `arrival`: the bot was installed, or somebody came. `other`: reactions, edits and all that is not for us. */
  readonly kind: 'message' | 'arrival' | 'event' | 'invoke' | 'other';
  /** More than one person reads along. */
  readonly group: boolean;
  readonly heard: Heard;
  /** Every tenant that the activity names. */
  readonly tenants: readonly string[];
  /** When it was sent, in milliseconds since the epoch; undefined when it does not say. */
  readonly sentAt: number | undefined;
}

type Fields = Record<string, unknown>;

/** Longer than any of Teams; they go into the address that is answered to. */
const ID_LIMIT = 4_000;

const isObject = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const fields = (value: unknown): Fields => (isObject(value) ? value : {});
const id = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= ID_LIMIT ? value : undefined;

function readWay(given: Fields): Way {
  const channel = id(given.channelId);
  const conversation = id(fields(given.conversation).id);
  const serviceUrl = id(given.serviceUrl);
  if (
    !channel ||
    !conversation ||
    !serviceUrl ||
    !/^https?:\/\//.test(serviceUrl) ||
    !URL.canParse(serviceUrl)
  )
    throw new Refusal('bad-shape');
  const bot = id(fields(given.recipient).id) ?? '';
  return { channel, conversation, serviceUrl, activity: id(given.id), bot };
}

function kindOf({ type, action, membersAdded }: Fields): Arrived['kind'] {
  if (type === 'message' || type === 'event' || type === 'invoke') return type;
  const came = type === 'conversationUpdate' && Array.isArray(membersAdded) && membersAdded.length > 0;
  const installed = type === 'installationUpdate' && (action === 'add' || action === 'add-upgrade');
  return came || installed ? 'arrival' : 'other';
}

/** Teams: `personal` with one person, else `groupChat` or `channel`. */
const isGroup = ({ isGroup: group, conversationType: type }: Fields): boolean =>
  group === true || (typeof type === 'string' && type !== '' && type !== 'personal');

/** Their kind is all that is read: a file is refused unseen. A quoted message is none. */
const kindsOf = (attachments: readonly unknown[]) =>
  attachments
    .map((one) => ({ contentType: id(fields(one).contentType) ?? 'unknown' }))
    .filter(({ contentType }) => contentType !== 'messageReference');

function heardIn({ type, text, value, attachments, name }: Fields): Heard {
  const choice = choiceOf(value);
  return {
    type: String(type),
    ...(typeof text === 'string' ? { text: cleanText(text) } : {}),
    ...(choice === undefined ? {} : { value: { choice } }),
    ...(Array.isArray(attachments) ? { attachments: kindsOf(attachments) } : {}),
    ...(type === 'event' && typeof name === 'string' ? { name: name.slice(0, 64) } : {}),
  };
}

function tenantsIn({ conversation, channelData }: Fields): string[] {
  const named = [fields(conversation).tenantId, fields(fields(channelData).tenant).id];
  return named
    .filter((one) => one !== undefined && one !== null && one !== '')
    .map((one) => id(one) ?? 'no id of a tenant');
}

/** @throws Refusal when it is no activity */
export function readArrived(body: unknown): Arrived {
  if (!isObject(body) || !id(body.type)) throw new Refusal('bad-shape');
  const { text, attachments, timestamp } = body;
  if (text !== undefined && text !== null && typeof text !== 'string') throw new Refusal('bad-shape');
  if (attachments !== undefined && attachments !== null && !Array.isArray(attachments))
    throw new Refusal('bad-shape');
  const sentAt = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN;
  return {
    way: readWay(body),
    kind: kindOf(body),
    group: isGroup(fields(body.conversation)),
    heard: heardIn(body),
    tenants: tenantsIn(body),
    sentAt: Number.isNaN(sentAt) ? undefined : sentAt,
  };
}
