/**
 * Messages -> activities, in the shape that Bot Framework gave them: plain JSON, so that a preview needs nothing of it.
 * Everything in them comes from content; nothing of the person can get in.
 */
import type { Reply } from '../engine/reply.ts';
import type { View } from '../turn.ts';
import type { Button, Message } from '../wire.ts';
import { type Attachment, cardAttachment, slimAttachment } from './cards.ts';

interface Action {
  readonly type: 'messageBack';
  readonly title: string;
  readonly text: string;
  readonly displayText: string;
  readonly value: { readonly choice: string };
}

/** One message of the bot. */
export interface Spoken {
  readonly type: 'message';
  readonly locale?: string;
  readonly text?: string;
  readonly textFormat?: 'plain';
  readonly attachments?: Attachment[];
  inputHint?: 'expectingInput' | 'acceptingInput';
  suggestedActions?: { to: string[]; actions: Action[] };
}

/**
 * messageBack, because it is the one kind that carries both what a person sees themselves say (displayText, text)
 * and the opaque ref (value). Web Chat 4.18 posts it from suggested actions as {text, value}; Teams does the same.
 */
const button = ({ label, ref }: Button): Action => ({
  type: 'messageBack',
  title: label,
  text: label,
  displayText: label,
  value: { choice: ref },
});

function toActivity(message: Message): Spoken {
  const attachments: Attachment[] = [];
  const { lang } = message;
  if (message.card) attachments.push(cardAttachment(message.card, lang));
  if (message.slim) attachments.push(slimAttachment(message.slim, lang));
  return {
    type: 'message',
    ...(lang === undefined ? {} : { locale: lang }),
    // Our words are plain; Web Chat would read an unmarked text as Markdown.
    ...(message.text === undefined ? {} : { text: message.text, textFormat: 'plain' }),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

/** All buttons of a turn, once each. */
function gather(messages: readonly Message[]): Button[] {
  const byRef = new Map<string, Button>();
  for (const { buttons = [] } of messages) for (const one of buttons) byRef.set(one.ref, one);
  return [...byRef.values()];
}

/**
 * @param messages all the messages of one turn
 * @returns one activity for each; all buttons are on the last, the only one whose buttons Web Chat shows
 */
export function toActivities(messages: readonly Message[]): Spoken[] {
  const activities = messages.map(toActivity);
  const last = activities.at(-1);
  const buttons = gather(messages);
  if (!last) return activities;
  last.inputHint = buttons.length > 0 ? 'expectingInput' : 'acceptingInput';
  if (buttons.length > 0) last.suggestedActions = { to: [], actions: buttons.map(button) };
  return activities;
}

/** What speaks: draws a reply, and holds the help numbers as one plain text. */
interface Speaks {
  readonly render: (reply: Reply, view: View) => readonly Message[];
  readonly help: string;
}

/**
 * A reply that cannot be drawn is the fixed help reply, and where that cannot be drawn either, its plain text.
 * @param onFailed hears of it
 */
export function drawn(speaks: Speaks, reply: Reply, view: View, onFailed: () => void): readonly Message[] {
  try {
    return speaks.render(reply, view);
  } catch {
    onFailed();
    return reply.kind === 'help' ? [{ text: speaks.help }] : drawn(speaks, { kind: 'help' }, view, onFailed);
  }
}
