/** The few fields of a client's activity that we look at. Clients send many more; those are not even copied. */
import { Refusal } from '../door.ts';

/** The longest clientActivityID and event name that are given back. */
const WORD_LIMIT = 128;

export interface Posted {
  readonly type: 'message' | 'event';
  /** False for kinds that mean nothing to us (typing and the like): they are taken and forgotten. */
  readonly heard: boolean;
  readonly text?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly files: boolean;
  readonly clientActivityID?: string;
  readonly postBack: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const word = (value: unknown) =>
  typeof value === 'string' && value.length <= WORD_LIMIT ? value : undefined;

/**
 * @param body the parsed activity; for an upload it may be missing
 * @param uploaded a picture or file came beside it
 * @throws Refusal when it is no activity
 */
export function readPosted(body: unknown, uploaded: boolean): Posted {
  const given = uploaded && !isObject(body) ? { type: 'message' } : body;
  if (!isObject(given) || typeof given.type !== 'string') throw new Refusal('bad-shape');
  const { type, text, value, attachments, channelData } = given;
  if (text !== undefined && text !== null && typeof text !== 'string') throw new Refusal('bad-shape');
  if (attachments !== undefined && attachments !== null && !Array.isArray(attachments))
    throw new Refusal('bad-shape');
  const data = isObject(channelData) ? channelData : {};
  const name = type === 'event' ? word(given.name) : undefined;
  const clientActivityID = word(data.clientActivityID);
  return {
    type: type === 'event' ? 'event' : 'message',
    heard: type === 'event' || type === 'message',
    ...(typeof text === 'string' ? { text } : {}),
    ...(name === undefined ? {} : { name }),
    ...(isObject(value) ? { value } : {}),
    files: uploaded || (Array.isArray(attachments) && attachments.length > 0),
    ...(clientActivityID === undefined ? {} : { clientActivityID }),
    postBack: data.postBack === true,
  };
}
