/** What is on the screen, as one value; every change to it is a pure function. Nothing of it is ever stored. */
import type { Button } from '../wire.ts';
import type { BotMessage, Incoming } from './activity.ts';
import type { Welcome } from './page-data.ts';

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
  /** Only the newest buttons are on the screen, and the language they are in. */
  readonly buttons: readonly Button[];
  readonly lang: string;
  readonly waiting: boolean;
  /** It waits for so long that a word about it is due. */
  readonly slow: boolean;
  /** Nobody looks at the page, or somebody else might. */
  readonly covered: boolean;
  readonly over: Over | null;
  /** Texts that the page shows already, and that the server is about to say. */
  readonly expected: readonly string[];
}

export type Change =
  | { readonly kind: 'link'; readonly link: Link }
  | { readonly kind: 'mine'; readonly key: string; readonly text: string }
  | { readonly kind: 'sent'; readonly key: string; readonly sent: Sent }
  | { readonly kind: 'incoming'; readonly incoming: Incoming }
  | { readonly kind: 'notice'; readonly text: string }
  /** A new talk stands in the place of a lost one. */
  | { readonly kind: 'replaced'; readonly text: string }
  | { readonly kind: 'slow' }
  | { readonly kind: 'cover'; readonly covered: boolean }
  | { readonly kind: 'over'; readonly why: Over }
  | { readonly kind: 'new'; readonly welcome: Welcome };

export const NO_TALK: Talk = {
  link: 'connecting',
  items: [],
  buttons: [],
  lang: '',
  waiting: false,
  slow: false,
  covered: false,
  over: null,
  expected: [],
};

const add = (talk: Talk, item: Item): Talk => ({ ...talk, items: [...talk.items, item] });

function say(talk: Talk, message: BotMessage, buttons: readonly Button[]): Talk {
  const shown = message.text !== '' || message.cards.length > 0;
  const next = shown ? add(talk, { kind: 'bot', key: `b${talk.items.length}`, message }) : talk;
  return { ...next, buttons, lang: message.lang, waiting: false };
}

/** @returns the screen as a talk begins: the welcome is there before the server has said it */
export function begun({ messages, buttons }: Welcome): Talk {
  const shown = messages.reduce((talk, message) => say(talk, message, buttons), NO_TALK);
  return { ...shown, waiting: messages.length === 0, expected: messages.map(({ text }) => text) };
}

function receive(talk: Talk, { from, typing, message, buttons }: Incoming): Talk {
  // The echo of what we said: from here on the server answers.
  if (from === 'me') return { ...talk, expected: [] };
  if (typing) return { ...talk, waiting: true };
  const known = message.cards.length === 0 && talk.expected.includes(message.text);
  return known ? talk : say(talk, message, buttons);
}

function mark(talk: Talk, key: string, sent: Sent): Talk {
  const items = talk.items.map((item) =>
    item.kind === 'mine' && item.key === key ? { ...item, sent } : item,
  );
  return { ...talk, items, waiting: sent === 'sending' || (sent === 'sent' && talk.waiting) };
}

const notice = (talk: Talk, text: string): Talk =>
  add(talk, { kind: 'notice', key: `n${talk.items.length}`, text });

function apply(talk: Talk, what: Change): Talk {
  switch (what.kind) {
    case 'link':
      return { ...talk, link: what.link, waiting: what.link !== 'gone' && talk.waiting };
    case 'mine':
      return {
        ...add(talk, { kind: 'mine', key: what.key, text: what.text, sent: 'sending' }),
        buttons: [],
        waiting: true,
      };
    case 'sent':
      return mark(talk, what.key, what.sent);
    case 'incoming':
      return receive(talk, what.incoming);
    case 'notice':
      return notice(talk, what.text);
    case 'replaced':
      return { ...notice(talk, what.text), buttons: [], expected: [] };
    case 'slow':
      return { ...talk, slow: true };
    case 'cover':
      return { ...talk, covered: what.covered };
    case 'over':
      return { ...NO_TALK, link: talk.link, over: what.why };
    case 'new':
      return begun(what.welcome);
  }
}

/** @returns the screen after a change */
export function change(talk: Talk, what: Change): Talk {
  const next = apply(talk, what);
  return next.waiting ? next : { ...next, slow: false };
}
