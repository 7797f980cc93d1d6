/** What a message came to mean, and what risk was seen in it: all the engine is told about what was typed. */
import type { Command, DialogId, Level, PlaceId, StepRef, Topic, Variant } from '../content/model.ts';

/** A button on the screen: one of a step's choices, or one that the bot adds by itself. */
export type ButtonRef =
  | { readonly kind: 'choice'; readonly step: StepRef; readonly n: number }
  | { readonly kind: 'open'; readonly dialog: DialogId }
  | { readonly kind: 'command'; readonly command: Command }
  /** A link of a page: opens a step. */
  | { readonly kind: 'jump'; readonly step: StepRef }
  /** Another language, or English again. */
  | { readonly kind: 'locale'; readonly locale: string }
  /** Where the person lives, out of a list: as if it had been typed. */
  | { readonly kind: 'place'; readonly place: PlaceId };

export type Input =
  | { readonly kind: 'start' }
  | { readonly kind: 'button'; readonly button: ButtonRef }
  | { readonly kind: 'place'; readonly place: PlaceId }
  /** This dialog answers it. */
  | { readonly kind: 'answer'; readonly dialog: DialogId }
  /** Not sure: one of these, best first. */
  | { readonly kind: 'guesses'; readonly dialogs: readonly DialogId[] }
  | { readonly kind: 'picture' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown' };

/** The part of an assessment that the engine acts on. */
export interface Risk {
  readonly level: Level;
  readonly variant: Variant | null;
  /** A rule says that it is urgent; else the variant is a guess. */
  readonly ruled: boolean;
  readonly topic: Topic;
  /** It is told of a friend, brother or sister, not of the one who writes. */
  readonly ofFriend: boolean;
  /** The words themselves say who speaks; else it is a guess. */
  readonly speakerSure: boolean;
  /** A rule names the answer: it is not the writer who is in danger. */
  readonly named: boolean;
  readonly speaker: 'child' | 'parent' | 'professional' | 'business' | 'other';
  /** A sign too weak to flag by itself: it is remembered. */
  readonly weak: boolean;
  /** The language of the words, where a rule of another language noticed them. */
  readonly language: string | null;
}

export const NO_RISK: Risk = {
  level: 'none',
  variant: null,
  ruled: false,
  topic: 'off-topic',
  ofFriend: false,
  speakerSure: false,
  named: false,
  speaker: 'child',
  weak: false,
  language: null,
};

/**
 * `dialog/step#2`, `:open/dialog`, `:locale/pl`, `:place/devizes`, `:menu`: how a button is named on the wire. Opaque to clients.
 * A jump comes from a page's link, which holds its code.
 */
export function writeButton(button: Exclude<ButtonRef, { kind: 'jump' }>): string {
  if (button.kind === 'choice') return `${button.step}#${button.n}`;
  if (button.kind === 'locale') return `:locale/${button.locale}`;
  if (button.kind === 'place') return `:place/${button.place}`;
  return button.kind === 'open' ? `:open/${button.dialog}` : `:${button.command}`;
}
