/** The closed lists of the content in words for staff. Their keys are all that a file may say. */
import type { Audience, Level, PatternEntry, Variant } from '../../../content/schema.ts';

const keys = <K extends string>(names: Readonly<Record<K, string>>): readonly K[] =>
  Object.keys(names) as K[];

export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  'young-person': 'Young people',
  parent: 'Parents and carers',
  professional: 'Professionals',
  business: 'Businesses',
};
export const AUDIENCES = keys(AUDIENCE_NAMES);

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  urgent: 'Urgent: danger now',
  concern: 'Concern: help numbers are shown',
  none: 'None: a question like any other',
};
export const LEVELS = keys(LEVEL_NAMES);

/** In one word, for badges. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  urgent: 'Urgent',
  concern: 'Concern',
  none: 'None',
};
export const LEVEL_COLOURS = { urgent: 'danger', concern: 'warning', none: 'informative' } as const;

export const VARIANT_NAMES: Readonly<Record<Variant, string>> = {
  danger: 'In danger now',
  suicide: 'May end their life',
  'hurt-now': 'Hurt now',
  assaulted: 'Was assaulted',
  'nowhere-safe': 'Has nowhere safe to go',
  'child-now': 'An adult about a child in danger',
};

export const ABOUT_NAMES: Readonly<Record<NonNullable<PatternEntry['about']>, string>> = {
  self: 'Themselves',
  friend: 'A friend',
  'own-child': 'Their own child',
  'child-through-work': 'A child they know through work',
  nobody: 'Nobody',
};

/** An id as words: gifts-and-favours -> Gifts and favours. */
export const inWords = (id: string): string => {
  const words = id.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

const ROLES: Readonly<Record<string, string>> = {
  editor: 'an editor',
  approver: 'an approver',
  'safeguarding-lead': 'the safeguarding lead',
};

/** Of somebody of the staff, in the middle of a sentence. */
export const roleInWords = (role: string): string => ROLES[role] ?? inWords(role).toLowerCase();
