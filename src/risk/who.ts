/** Who speaks, and about whom, as far as the words tell: rules first, then what the model has learnt. */
import type { Found } from './match.ts';

export const SPEAKERS = ['child', 'parent', 'professional', 'business', 'other'] as const;
export type Speaker = (typeof SPEAKERS)[number];
export const ABOUTS = ['self', 'friend', 'own-child', 'child-through-work', 'nobody'] as const;
export type About = (typeof ABOUTS)[number];

export interface Who {
  readonly speaker: Speaker;
  readonly about: About;
}

/** What was learnt from examples: the likeliest, with its probability. */
interface Learnt {
  readonly speaker: { readonly is: Speaker; readonly score: number };
  readonly about: { readonly is: About; readonly score: number };
}

/**
 * From these probabilities on the model is believed where no rule speaks. A child taken for an adult would be
 * shown an adult's card, so that the bar for a speaker is high.
 */
const SURE = { speaker: 0.9, about: 0.5 } as const;
const ABOUT_OF: Partial<Record<Speaker, About>> = {
  parent: 'own-child',
  professional: 'child-through-work',
  business: 'child-through-work',
};

/** An adult's words win over a friend's; with neither, it is somebody about themselves. */
function ruled(clauses: readonly Found[]): Who | undefined {
  const has = (concept: string): boolean => clauses.some((found) => found.has(concept));
  if (has('who-business')) return { speaker: 'business', about: 'child-through-work' };
  if (has('who-professional')) return { speaker: 'professional', about: 'child-through-work' };
  if (has('who-parent')) return { speaker: 'parent', about: 'own-child' };
  if (has('who-friend')) return { speaker: 'child', about: 'friend' };
  return undefined;
}

export function whoSpeaks(clauses: readonly Found[], learnt: Learnt | undefined): Who {
  const who = ruled(clauses);
  if (who) return who;
  const speaker = learnt && learnt.speaker.score >= SURE.speaker ? learnt.speaker.is : 'child';
  const about = ABOUT_OF[speaker] ?? (learnt && learnt.about.score >= SURE.about ? learnt.about.is : 'self');
  return { speaker, about };
}
