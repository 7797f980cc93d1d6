/**
 * Answers in the shape that Teams draws. It shows three suggested actions and no more, of one kind only, and they go when
 * one is used: so the buttons are a card, one below the other, and stay. Each card is a message of its own.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/suggested-actions
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions
 */
import type { Activity } from 'botbuilder-core';

/** Teams takes some 28 KB in a message, what the service writes around it included. */
export const SIZE_LIMIT = 24 * 1024;
const TEXT_LIMIT = 4_000;
const SUGGESTED_LIMIT = 3;
const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

type Said = Partial<Activity>;
type Attachment = NonNullable<Activity['attachments']>[number];
type Buttons = NonNullable<Activity['suggestedActions']>['actions'];

const size = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Long words in parts: between lines where that goes, else between sentences, words, letters. */
export function splitText(text: string, limit = TEXT_LIMIT): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const head = rest.slice(0, limit);
    const found = ['\n', '. ', ' '].map((mark) => head.lastIndexOf(mark)).find((at) => at > limit / 2);
    // Never in the middle of a letter of two halves.
    const end = found === undefined ? limit - (/[\uD800-\uDBFF]$/.test(head) ? 1 : 0) : found + 1;
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest];
}

/**
 * A card as its published schema has it, which knows no id of the whole; one that is too large as several, each with
 * whole containers. Nothing in Teams reads `speak`.
 */
function splitCard({ contentType, content }: Attachment): Attachment[] {
  const { id: _ours, speak: _read, ...card } = content;
  const whole = { contentType, content: card };
  if (size(whole) <= SIZE_LIMIT) return [whole];
  const [title = ''] = String(card.fallbackText).split('\n', 1);
  const bodies: unknown[][] = [];
  for (const container of card.body) {
    const last = bodies.at(-1);
    if (last && size([...last, container]) <= SIZE_LIMIT - 1024) last.push(container);
    else bodies.push([container]);
  }
  return bodies.map((body) => ({ contentType, content: { ...card, fallbackText: title, body } }));
}

/** One set for each button: Teams hides what is beyond the sixth of a set. */
function buttonsCard(buttons: Buttons, lang: string): Attachment {
  const body = buttons.map(({ title, value }) => ({
    type: 'ActionSet',
    spacing: 'small',
    actions: [
      {
        type: 'Action.Submit',
        title,
        data: { ...value, msteams: { type: 'messageBack', text: title, displayText: title, value } },
      },
    ],
  }));
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.3',
    lang: lang.slice(0, 2),
    fallbackText: buttons.map(({ title }) => title).join('\n'),
    body,
  };
  return { contentType: CARD_TYPE, content };
}

function suggested(buttons: Buttons): Pick<Said, 'suggestedActions'> {
  if (buttons.length > SUGGESTED_LIMIT) return {};
  const actions = buttons.map(({ title }) => ({ type: 'imBack', title, value: title }));
  return { suggestedActions: { to: [], actions } };
}

function parts({ text, textFormat, attachments = [], suggestedActions, locale, inputHint }: Said): Said[] {
  const base = { type: 'message', ...(locale === undefined ? {} : { locale }) };
  const said: Said[] = [];
  for (const part of text === undefined ? [] : splitText(text))
    said.push({ ...base, text: part, ...(textFormat === undefined ? {} : { textFormat }) });
  for (const card of attachments.flatMap(splitCard)) said.push({ ...base, attachments: [card] });
  const { actions = [] } = suggestedActions ?? {};
  if (actions.length > 0)
    said.push({ ...base, attachments: [buttonsCard(actions, locale ?? 'en')], ...suggested(actions) });
  const last = said.at(-1);
  if (last && inputHint !== undefined) last.inputHint = inputHint;
  return said;
}

/** @returns the messages of an answer as Teams takes them, after the sign that somebody writes; none for none */
export function forTeams(activities: readonly Said[]): Said[] {
  const said = activities.flatMap(parts);
  return said.length > 0 ? [{ type: 'typing' }, ...said] : [];
}
