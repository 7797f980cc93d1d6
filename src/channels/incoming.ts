/** An activity from a client -> what a turn is about. Any field of it may be missing, wrong or hostile. */
import type { Activity } from 'botbuilder-core';
import type { TurnInput } from '../turn.ts';

export const TEXT_LIMIT = 10_000;
const END = TEXT_LIMIT / 2;
const CHOICE_LIMIT = 200;

/** Control characters but tab and line ends, and half characters (lone surrogates). */
const NOISE = /\p{Cs}|[^\P{Cc}\t\n\r]/gu;

/**
 * The words of a message, made fit to read. Control characters are taken out and the rest is answered: a message
 * is never turned away for its characters, because help comes first. Of a very long one both ends are read.
 */
export function cleanText(text: string): string {
  const bounded = text.length <= TEXT_LIMIT ? text : `${text.slice(0, END)}\n${text.slice(1 - END)}`;
  return bounded.replace(NOISE, '');
}

/** The ref in a button's value, {"choice": ref}; undefined for anything else. */
export function choiceOf(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, 'choice')) return undefined;
  const { choice } = value as { choice: unknown };
  return typeof choice === 'string' && choice.length > 0 && choice.length <= CHOICE_LIMIT
    ? choice
    : undefined;
}

/** Teams sends each message's own text a second time as an HTML attachment: that is not a picture. */
const isFile = (one: { contentType?: unknown }) => one?.contentType !== 'text/html';

/**
 * @param activity a message; a card's submit has a value and no text
 * @returns text, choice and attachment as they came; with none of them an empty text, which is still a turn
 */
export function readMessage(activity: Partial<Activity>): Omit<TurnInput, 'conversation' | 'event'> {
  const choice = choiceOf(activity.value);
  const text = typeof activity.text === 'string' ? cleanText(activity.text) : '';
  const attachment = Array.isArray(activity.attachments) && activity.attachments.some(isFile);
  return {
    ...(choice === undefined ? {} : { choice }),
    ...(attachment ? { attachment } : {}),
    ...(text !== '' || (choice === undefined && !attachment) ? { text } : {}),
  };
}
