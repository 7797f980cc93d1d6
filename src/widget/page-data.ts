/** What the server writes into the page for the widget (`<script type="application/json" id="signpost">`). */
import type { Action } from '../wire.ts';

/** The sentences of content/ui.yaml that the widget shows. */
export const WIDGET_TEXTS = [
  'composer-label',
  'composer-hint',
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
  'delete-chat',
  'deleted-page',
  'buttons-label',
  'messages-label',
] as const;
export type WidgetText = (typeof WIDGET_TEXTS)[number];
export type Texts = Readonly<Record<WidgetText, string>>;

export interface PageData {
  readonly texts: Texts;
  /** Shown when the server is gone; the page holds them already. */
  readonly numbers: readonly Action[];
  /** Addresses of the emergency services, drawn stronger than all others. */
  readonly emergency: readonly string[];
  readonly exitUrl: string;
  readonly idleMs: number;
  readonly lifeMs: number;
}
