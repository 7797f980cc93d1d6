/** Reads what the server sends, which may be anything: only what is known is kept, and only as plain text. */
import type { Action, Button } from '../wire.ts';

type Loose = Record<string, unknown>;

/** A part of a card. `id` is title, entry-<service>, silent, words, notes or slim. */
export interface CardPart {
  readonly id: string;
  readonly texts: readonly string[];
  readonly actions: readonly Action[];
}

export interface CardView {
  readonly urgent: boolean;
  readonly parts: readonly CardPart[];
}

export interface BotMessage {
  readonly text: string;
  /** The BCP-47 language of its words; empty when it was not said. */
  readonly lang: string;
  readonly cards: readonly CardView[];
}

export interface Incoming {
  readonly id: string;
  readonly from: 'bot' | 'me';
  readonly typing: boolean;
  readonly message: BotMessage;
  readonly buttons: readonly Button[];
  /** On the echo of our own message: the key that we gave it. */
  readonly key: string;
}

const loose = (value: unknown): Loose =>
  value !== null && typeof value === 'object' ? (value as Loose) : {};
const list = (value: unknown): Loose[] => (Array.isArray(value) ? value.map(loose) : []);
const words = (value: unknown): string => (typeof value === 'string' ? value : '');

const KINDS: Record<string, Action['kind']> = { 'tel:': 'call', 'sms:': 'text', 'https:': 'open' };

/** A link of a card, or null when it is not one that may be opened. */
function readAction(raw: Loose): Action | null {
  const href = words(raw.url);
  try {
    const kind = KINDS[new URL(href).protocol];
    return kind && raw.type === 'Action.OpenUrl' ? { kind, href, label: words(raw.title) || href } : null;
  } catch {
    return null;
  }
}

function readPart(container: Loose): CardPart {
  const items = list(container.items);
  const sets = items.filter((item) => item.type === 'ActionSet').flatMap((item) => list(item.actions));
  return {
    id: words(container.id),
    texts: items.map((item) => (item.type === 'TextBlock' ? words(item.text) : '')).filter(Boolean),
    actions: sets.map(readAction).filter((action) => action !== null),
  };
}

/** Our subset of Adaptive Cards: text and links stand in containers that are named by id. */
function readCard(content: Loose): CardView {
  const containers = list(content.body).filter((item) => item.type === 'Container');
  const parts = containers.map(readPart).filter((part) => part.texts.length > 0 || part.actions.length > 0);
  return { urgent: content.id === 'urgent', parts };
}

function readButton(raw: Loose): Button {
  return { label: words(raw.title), ref: words(loose(raw.value).choice) };
}

/** @returns the activity as the widget knows it, or null for one that is nothing to show */
export function readActivity(raw: unknown): Incoming | null {
  const activity = loose(raw);
  const typing = activity.type === 'typing';
  if (!typing && activity.type !== 'message') return null;
  const cards = list(activity.attachments)
    .filter((one) => one.contentType === 'application/vnd.microsoft.card.adaptive')
    .map((one) => readCard(loose(one.content)))
    .filter((card) => card.parts.length > 0);
  return {
    id: words(activity.id),
    from: loose(activity.from).role === 'user' ? 'me' : 'bot',
    typing,
    message: { text: words(activity.text), lang: words(activity.locale), cards },
    buttons: list(loose(activity.suggestedActions).actions)
      .map(readButton)
      .filter((button) => button.label !== '' && button.ref !== ''),
    key: words(loose(activity.channelData).clientActivityID),
  };
}
