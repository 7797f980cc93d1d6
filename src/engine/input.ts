/** What a message came to mean, and what risk was seen in it: all the engine is told about what was typed. */
import type { Command, DialogId, Level, PlaceId, StepRef, Topic, Variant } from '../content/model.ts';

/** A button on the screen: one of a step's choices, or one that the bot adds by itself. */
export type ButtonRef =
  | { readonly kind: 'choice'; readonly step: StepRef; readonly n: number }
  | { readonly kind: 'open'; readonly dialog: DialogId }
  | { readonly kind: 'command'; readonly command: Command };

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
  readonly topic: Topic;
  readonly speaker: 'child' | 'parent' | 'professional' | 'business' | 'other';
  /** A sign too weak to flag by itself: it is remembered. */
  readonly weak: boolean;
}

export const NO_RISK: Risk = {
  level: 'none',
  variant: null,
  topic: 'off-topic',
  speaker: 'child',
  weak: false,
};

/** `dialog/step#2`, `:open/dialog`, `:menu`: how a button is named on the wire. Opaque to clients. */
export function writeButton(button: ButtonRef): string {
  if (button.kind === 'choice') return `${button.step}#${button.n}`;
  return button.kind === 'open' ? `:open/${button.dialog}` : `:${button.command}`;
}
