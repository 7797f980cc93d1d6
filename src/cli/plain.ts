/** Messages as plain lines: for the terminal and for the golden transcripts. */
import type { Card, Message } from '../wire.ts';

function* cardLines(card: Card): Generator<string> {
  yield `== ${card.title} ==`;
  for (const { name, says, facts, actions } of card.entries) {
    yield `* ${name}: ${says}`;
    for (const fact of facts) yield `    ${fact}`;
    for (const action of actions) yield `    > ${action.label} <${action.href}>`;
  }
  for (const line of card.silent) yield `silent: ${line}`;
  for (const line of card.words) yield `say: "${line}"`;
  for (const note of card.notes) yield `note: ${note}`;
}

/** One message as lines, its buttons last, each in brackets. */
export function* plainLines(message: Message): Generator<string> {
  if (message.text !== undefined) yield message.text;
  if (message.card) yield* cardLines(message.card);
  if (message.slim)
    yield `-- ${message.slim.text} ${message.slim.actions.map((action) => action.label).join(' | ')}`;
  if (message.buttons && message.buttons.length > 0)
    yield message.buttons.map(({ label }) => `[${label}]`).join(' ');
}
