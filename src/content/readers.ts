/** For whom a text is, in words that a sentence can hold. */
import type { Audience } from './schema.ts';

export const READERS: Readonly<Record<Audience, string>> = {
  'young-person': 'young people',
  parent: 'parents',
  professional: 'professionals',
  business: 'businesses',
};
