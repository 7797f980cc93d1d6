/** What a refused caller is told: a status and a plain sentence for the developer of the client. No input is ever quoted. */
import { STATUS_CODES } from 'node:http';
import type { LogCode } from '../log.ts';

export const REFUSALS = {
  'bad-json': [400, 'The body is not valid JSON in UTF-8.'],
  'bad-shape': [400, 'This is not a request that we understand: a field is missing or of the wrong kind.'],
  'too-deep': [400, 'The JSON is nested too deeply or has a key that is not allowed.'],
  'bad-type': [415, 'Send the body as application/json, in UTF-8 and not compressed.'],
  'too-big': [413, 'The body is too large.'],
  'no-token': [401, 'Send the token of this conversation: Authorization: Bearer <token>.'],
  'bad-token': [403, 'The token has expired or is not for this conversation.'],
  'not-signed': [401, 'The call is not signed by the Bot Service for this bot, or no longer.'],
  replayed: [401, 'This call has been answered already, or is too old.'],
  'keys-away': [503, 'The keys of the Bot Service cannot be had at the moment.'],
  busy: [503, 'Too much is asked at once. Try again in a moment.'],
  'reply-lost': [502, 'The answer could not be delivered.'],
  'no-conversation': [404, 'This conversation does not exist or has ended. Start a new one.'],
  'bad-origin': [403, 'This site may not use the chat.'],
  'not-found': [404, 'There is nothing at this address.'],
  'bad-method': [405, 'This address does not take that method.'],
  uncaught: [500, 'Something went wrong on our side.'],
} as const satisfies Partial<Record<LogCode, readonly [number, string]>>;

export type RefusalCode = keyof typeof REFUSALS;

/** The code that callers hear of: anything without a sentence of its own is our own fault. */
export const publicCode = (code: LogCode): RefusalCode =>
  code in REFUSALS ? (code as RefusalCode) : 'uncaught';

/** The body of every refusal: the error for the program, the help numbers for the person. */
export function refusalBody(code: RefusalCode, help: string): string {
  return JSON.stringify({ error: { code, message: REFUSALS[code][1] }, help: { text: help } });
}

/** The first line of a raw answer. */
export const statusLine = (status: number) => `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`;
