/** What the server writes into the page for the widget (`<script type="application/json" id="signpost">`). */
import type { Action, Button } from '../wire.ts';
import type { BotMessage } from './activity.ts';

/** The sentences of content/ui.yaml that the widget shows. */
export const WIDGET_TEXTS = [
  'composer-label',
  'composer-hint',
  'composer-masks',
  'masked',
  'masked-phone',
  'masked-email',
  'masked-address',
  'masked-postcode',
  'masked-handle',
  'masked-school',
  'masked-name',
  'send',
  'you',
  'bot',
  'typing',
  'server-gone',
  'server-back',
  'reconnecting',
  'not-sent',
  'retry',
  'expired-page',
  'new-chat',
  'start-again',
  'delete-chat',
  'deleted-page',
  'delete-unsure',
  'buttons-label',
  'messages-label',
  'slow',
  'cover-show',
  'card-call-trace',
  'tools',
  'tools-note',
  'language',
  'place-choose',
  'place-type',
  'size',
  'size-normal',
  'size-large',
  'size-largest',
  'spaced',
  'read-aloud',
  'read-aloud-warn',
  'read-aloud-none',
] as const;
export type WidgetText = (typeof WIDGET_TEXTS)[number];
export type Texts = Readonly<Record<WidgetText, string>>;

/** A language that the chat can be in, in its own words. */
export interface Locale {
  readonly id: string;
  readonly name: string;
  /** BCP-47, as on each activity: no two have the same. */
  readonly lang: string;
}

/** All that is said around the talk, in one language. */
export interface Words {
  readonly lang: string;
  readonly texts: Texts;
  /** Shown when the server is gone; the page holds them already. */
  readonly numbers: readonly Action[];
}

/** /chat-words/<locale>.json: fetched when the talk goes on in another language. */
export interface OtherWords extends Words {
  /** Texts of the page around the chat, by the `data-ui` of their elements. */
  readonly page: Readonly<Record<string, string>>;
}

/** What the bot says first: the page shows it before any talk is open. */
export interface Welcome {
  readonly messages: readonly BotMessage[];
  readonly buttons: readonly Button[];
}

export interface PageData extends Words {
  readonly welcome: Welcome;
  /** English first. */
  readonly locales: readonly Locale[];
  /** Addresses of the emergency services, drawn stronger than all others. */
  readonly emergency: readonly string[];
  readonly exitUrl: string;
  readonly idleMs: number;
  readonly lifeMs: number;
}
