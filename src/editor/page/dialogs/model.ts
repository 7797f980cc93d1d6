/** What a dialog's file says, as staff see it; any part may be missing while it is being written. */
import type { Audience, Slots } from '../../../content/schema.ts';

export type Known = Partial<Slots> & { readonly locale?: string };

export interface ButtonFile {
  readonly label?: string;
  readonly also?: readonly string[];
  readonly go?: string;
  readonly 'hand-off'?: readonly string[];
  readonly return?: true;
  readonly set?: Known;
}

export interface CaseFile {
  readonly when?: Readonly<Record<string, string>>;
  readonly go?: string;
}

export interface StepFile {
  readonly say?: readonly string[];
  readonly ask?: string;
  readonly 'hand-off'?: readonly string[];
  readonly words?: readonly string[];
  readonly offer?: readonly ButtonFile[];
  readonly branch?: readonly CaseFile[];
  readonly go?: string;
  readonly return?: true;
}

export interface DialogText {
  readonly id?: string;
  readonly title?: string;
  readonly for?: readonly Audience[];
  readonly urgent?: boolean;
  readonly approved?: readonly unknown[];
  readonly answers?: readonly string[];
  readonly asks?: readonly string[];
  readonly start?: string;
  readonly steps?: Readonly<Record<string, StepFile>>;
}

/** The usual order of a file's and of a step's parts. */
export const DIALOG_ORDER = [
  'version',
  'id',
  'title',
  'for',
  'urgent',
  'approved',
  'answers',
  'asks',
  'start',
  'steps',
];
export const STEP_ORDER = ['say', 'hand-off', 'words', 'ask', 'offer', 'branch', 'go', 'return'];
export const BUTTON_ORDER = ['label', 'also', 'set', 'go', 'hand-off', 'return'];

export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  'young-person': 'Young people',
  parent: 'Parents and carers',
  professional: 'People who work with children',
  business: 'Businesses',
};

/** What fits on a small phone (content/checks/dialogs.ts holds the texts to it). */
export const FITS = { bubble: 240, sentence: 15, label: 40, bubbles: 3 } as const;

/** A bubble in short, to tell steps apart. */
export const shortOf = (text: string, most = 60): string =>
  text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;

export const firstWords = (step: StepFile): string => shortOf(step.say?.[0] ?? step.ask ?? '');
