/** What is on the screen, as one value; every change to it is a pure function. Nothing of it is ever stored. */
import type { Button } from '../wire.ts';
import type { BotMessage, Incoming } from './activity.ts';

export type Link = 'connecting' | 'online' | 'gone';
/** How a post of ours fares. */
export type Sent = 'sending' | 'sent' | 'failed';

export type Item =
  | { readonly kind: 'mine'; readonly key: string; readonly text: string; readonly sent: Sent }
  | { readonly kind: 'bot'; readonly key: string; readonly message: BotMessage }
  | { readonly kind: 'notice'; readonly key: string; readonly text: string };

/** Why there is no talk on the screen any more. `unsure`: deleted here, and the server could not be asked. */
export type Over = 'deleting' | 'deleted' | 'unsure' | 'expired';

export interface Talk {
  readonly link: Link;
  readonly items: readonly Item[];
  /** Only the newest buttons are on the screen. */
  readonly buttons: readonly Button[];
  readonly waiting: boolean;
  readonly over: Over | null;
}

export type Change =
  | { readonly kind: 'link'; readonly link: Link }
  | { readonly kind: 'mine'; readonly key: string; readonly text: string }
  | { readonly kind: 'sent'; readonly key: string; readonly sent: Sent }
  | { readonly kind: 'incoming'; readonly incoming: Incoming }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'over'; readonly why: Over }
  | { readonly kind: 'new' };

export const NO_TALK: Talk = { link: 'connecting', items: [], buttons: [], waiting: true, over: null };

function receive(talk: Talk, { typing, message, buttons }: Incoming): Talk {
  if (typing) return { ...talk, waiting: true };
  const shown = message.text !== '' || message.cards.length > 0;
  const item: Item = { kind: 'bot', key: `b${talk.items.length}`, message };
  return { ...talk, items: shown ? [...talk.items, item] : talk.items, buttons, waiting: false };
}

function mark(talk: Talk, key: string, sent: Sent): Talk {
  const items = talk.items.map((item) =>
    item.kind === 'mine' && item.key === key ? { ...item, sent } : item,
  );
  return { ...talk, items, waiting: sent === 'sending' || (sent === 'sent' && talk.waiting) };
}

/** @returns the screen after a change */
export function change(talk: Talk, what: Change): Talk {
  switch (what.kind) {
    case 'link':
      return { ...talk, link: what.link, waiting: what.link !== 'gone' && talk.waiting };
    case 'mine': {
      const item: Item = { kind: 'mine', key: what.key, text: what.text, sent: 'sending' };
      return { ...talk, items: [...talk.items, item], buttons: [], waiting: true };
    }
    case 'sent':
      return mark(talk, what.key, what.sent);
    case 'incoming':
      return receive(talk, what.incoming);
    case 'notice': {
      const item: Item = { kind: 'notice', key: `n${talk.items.length}`, text: what.text };
      return { ...talk, items: [...talk.items, item], buttons: [] };
    }
    case 'over':
      return { ...NO_TALK, link: talk.link, waiting: false, over: what.why };
    case 'new':
      return NO_TALK;
  }
}
