/** What a translation's file says; any part may be missing while it is being written. */
import type { StepFile } from '../dialogs/model.ts';

/** Easy read puts a symbol beside each idea. */
export type Bubble = string | { readonly symbol?: string; readonly text?: string };

export interface StepWords {
  readonly from?: string;
  readonly say?: readonly Bubble[];
  readonly ask?: Bubble;
  readonly words?: readonly string[];
  readonly offer?: readonly { readonly label?: string; readonly also?: readonly string[] }[];
}

export interface OverlayText {
  readonly title?: { readonly from?: string; readonly text?: string };
  readonly steps?: Readonly<Record<string, StepWords>>;
}

export const OVERLAY_ORDER = ['version', 'of', 'approved', 'title', 'steps'];
export const OVERLAY_STEP_ORDER = ['from', 'say', 'words', 'ask', 'offer'];

export const freshOverlay = (dialog: string): string =>
  `version: 1\nof: ${dialog}\napproved: []\nsteps: {}\n`;

export const textOf = (bubble: Bubble | undefined): string =>
  typeof bubble === 'object' ? (bubble.text ?? '') : String(bubble ?? '');

/** A step to begin a translation with: as many texts as the English has, the English itself as a start. */
export const startOf = ({ say, ask, words, offer }: StepFile, from: string): StepWords => ({
  from,
  ...(say && { say }),
  ...(words && { words }),
  ...(ask !== undefined && { ask }),
  ...(offer && { offer: offer.map(({ label = '' }) => ({ label, also: [] })) }),
});
