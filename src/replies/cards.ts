/**
 * Cards as Adaptive Cards 1.3: the one wire form. Microsoft's Web Chat and Teams draw the JSON; our own widget
 * reads the same JSON and finds its way by the containers' ids ("entry-<service>", "silent", "words", "notes", "slim").
 */
import type { Action, Card, CardEntry, Message } from '../wire.ts';

interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly size?: 'large' | 'medium';
  readonly weight?: 'bolder';
  readonly spacing?: 'none' | 'small';
}
interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly {
    readonly type: 'Action.OpenUrl';
    readonly title: string;
    readonly url: string;
  }[];
}
interface Container {
  readonly type: 'Container';
  readonly id: string;
  readonly separator?: true;
  readonly spacing?: 'medium';
  readonly style?: 'attention';
  readonly items: readonly (TextBlock | ActionSet)[];
}

interface AdaptiveCard {
  readonly $schema: string;
  readonly type: 'AdaptiveCard';
  readonly version: '1.3';
  readonly id: string;
  readonly lang: string;
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly Container[];
}
export interface Attachment {
  readonly contentType: string;
  readonly content: AdaptiveCard;
}

const LINK = /^(?:tel:|sms:|https:\/\/)/;

const line = (text: string, look: Partial<TextBlock> = {}): TextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...look,
});
const digits = (text: string) => text.replace(/\D/g, '');

/**
 * What a link says. The number is always in it: Web Chat 4.18 opens no sms: link, a desktop no tel: link, and
 * then the words are all there is.
 */
function linkText({ label, href }: Action): string {
  if (href.startsWith('https:')) return label;
  const number = digits(href.replace(/[?;&].*$/, ''));
  return digits(label).includes(number) ? label : `${label} (${number})`;
}

function links(actions: readonly Action[]): ActionSet[] {
  const safe = actions.filter(({ href }) => LINK.test(href));
  if (safe.length === 0) return [];
  return [
    {
      type: 'ActionSet',
      actions: safe.map((action) => ({ type: 'Action.OpenUrl', title: linkText(action), url: action.href })),
    },
  ];
}

function entry({ service, name, says, facts, actions }: CardEntry): Container {
  return {
    type: 'Container',
    id: `entry-${service}`,
    separator: true,
    spacing: 'medium',
    items: [
      line(name, { weight: 'bolder' }),
      line(says, { spacing: 'none' }),
      ...facts.map((fact) => line(fact, { spacing: 'small' })),
      ...links(actions),
    ],
  };
}

function lines(id: string, texts: readonly string[], heading?: string): Container[] {
  if (texts.length === 0) return [];
  const over = heading ? [line(heading, { weight: 'bolder' })] : [];
  const items = [...over, ...texts.map((text) => line(text, { spacing: 'small' }))];
  return [{ type: 'Container', id, separator: true, spacing: 'medium', items }];
}

function adaptive(id: string, lang: string, plain: string, body: readonly Container[]): Attachment {
  const content: AdaptiveCard = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.3',
    id,
    // The format knows two letters only.
    lang: lang.slice(0, 2),
    fallbackText: plain,
    speak: plain,
    body,
  };
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}

/** Each text as a sentence of its own, with one full stop. */
const sentences = (texts: readonly string[]): string =>
  texts.map((text) => text.replace(/[.\s]*$/, '.')).join(' ');

/** The card as plain text, numbers included: for clients that draw no cards, and to be read aloud. */
export function cardText(card: Card): string {
  const entries = card.entries.map(({ name, says, facts, actions }) =>
    sentences([name, says, ...facts, ...actions.map(linkText)]),
  );
  const under = (heading: string, texts: readonly string[]) => (texts.length > 0 ? [heading, ...texts] : []);
  const { silent, words } = card.headings;
  return [
    card.title,
    ...entries,
    ...under(silent, card.silent),
    ...under(words, card.words),
    ...card.notes,
  ].join('\n');
}

/**
 * @param lang the BCP-47 language of its words
 * @returns the hand-off card as an attachment; its root id tells `urgent` from `hand-off`
 */
export function cardAttachment(card: Card, lang = 'en'): Attachment {
  const title: Container = {
    type: 'Container',
    id: 'title',
    ...(card.urgent ? { style: 'attention' as const } : {}),
    items: [line(card.title, { size: 'large', weight: 'bolder' })],
  };
  return adaptive(card.urgent ? 'urgent' : 'hand-off', lang, cardText(card), [
    title,
    ...card.entries.map(entry),
    ...lines('silent', card.silent, card.headings.silent),
    ...lines('words', card.words, card.headings.words),
    ...lines('notes', card.notes),
  ]);
}

/**
 * @returns the slim line with its call links as a small card. Its id differs from its container's: Web Chat draws
 *   nothing at all of a card in which an id is there twice
 */
export function slimAttachment({ text, actions }: NonNullable<Message['slim']>, lang = 'en'): Attachment {
  const plain = sentences([text, ...actions.map(linkText)]);
  return adaptive('numbers', lang, plain, [
    { type: 'Container', id: 'slim', items: [line(text), ...links(actions)] },
  ]);
}
