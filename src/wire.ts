/**
 * What a message looks like to a client, before a door turns it into its own format (an activity, a form, a
 * terminal line). Plain data; the widget imports these types only.
 */

/** One way to reach a service. `href` is tel:, sms: or https:, and nothing else. */
export interface Action {
  readonly kind: 'call' | 'text' | 'open';
  readonly label: string;
  readonly href: string;
}

/** One service on a hand-off card. Every string is a finished sentence from content. */
export interface CardEntry {
  readonly service: string;
  readonly name: string;
  readonly says: string;
  /** Open now, when it opens, who answers otherwise; cost; names; in that order. */
  readonly facts: readonly string[];
  readonly actions: readonly Action[];
}

export interface Card {
  readonly title: string;
  readonly urgent: boolean;
  readonly entries: readonly CardEntry[];
  /** How to reach 999 without speaking; only on urgent cards. */
  readonly silent: readonly string[];
  /** Words to read out when the phone is answered. */
  readonly words: readonly string[];
  readonly notes: readonly string[];
  /** What stands over the silent lines and over the words to say. */
  readonly headings: { readonly silent: string; readonly words: string };
}

/** A button. `ref` is opaque to clients and comes back as the activity's value: {"choice": ref}. */
export interface Button {
  readonly label: string;
  readonly ref: string;
}

/** One bubble. `slim`: the short line with 999 and Childline under a flagged answer. */
export interface Message {
  readonly text?: string;
  readonly card?: Card;
  readonly slim?: { readonly text: string; readonly actions: readonly Action[] };
  readonly buttons?: readonly Button[];
  /** The BCP-47 language of its words; absent: not known. */
  readonly lang?: string;
}

/** One answer of the chat without scripts: all that its page is drawn from. */
export interface FormView {
  /** Names the talk in the hidden field `talk` (and in the address that the way out pings); empty when it is over. */
  readonly token: string;
  /** What the person just said: their words, or the label of their button; null when neither is known. */
  readonly said: string | null;
  /** The bot's answers as Bot Framework activities, as Direct Line sends them. */
  readonly activities: readonly object[];
  /** The sentence of content/ui.yaml that stands above the answer. */
  readonly notice: 'expired-page' | 'deleted-page' | null;
  /** The talk is over: there is nothing to answer to. */
  readonly ended: boolean;
  /** `en`, or the id of a locale: the language of the answers. */
  readonly locale: string;
}

/** A whole page, and what the policy must allow for the styles inside it: 'sha256-…' with its quotes. */
export interface DrawnTalk {
  readonly html: string;
  readonly styleHash: string;
  /** Origins whose pages may show it in a frame: an old browser has the form in the frame too. */
  readonly frame?: readonly string[];
  /** The `Refresh` header: when the page clears itself. */
  readonly refresh?: string;
}
export type DrawTalk = (view: FormView) => DrawnTalk;
