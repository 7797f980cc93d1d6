/** Who speaks, and about whom, as far as the words tell: rules first, then what the model has learnt about whom. */
import type { Found } from './match.ts';

export const SPEAKERS = ['child', 'parent', 'professional', 'business', 'other'] as const;
export type Speaker = (typeof SPEAKERS)[number];
/** Those who are shown an adult's card. `other` may be anybody: a card for a young person suits all. */
export const isAdult = (speaker: Speaker): speaker is 'parent' | 'professional' | 'business' =>
  speaker !== 'child' && speaker !== 'other';
export const ABOUTS = ['self', 'friend', 'own-child', 'child-through-work', 'nobody'] as const;
export type About = (typeof ABOUTS)[number];

export interface Who {
  readonly speaker: Speaker;
  readonly about: About;
  /** The words themselves say who speaks; else it is a guess. */
  readonly sure: boolean;
}

/** What was learnt from examples: the likeliest, with its probability. */
interface Learnt {
  readonly about: { readonly is: About; readonly score: number };
  readonly adult: { readonly is: Speaker; readonly score: number };
}

/** From this probability on the model is believed about whom it is, where no rule speaks. */
const SURE = 0.5;
/**
 * So sure the model must be that it is an adult who writes. An adult's card shows Childline too, so that a child
 * who is taken for one is not left without it.
 */
const SURELY_ADULT = 0.7;
/** Of fewer words nobody can tell who writes: "mash" is typed by children too. */
const FEW_WORDS = 3;

/** An adult's words win over a friend's; with neither, it is somebody about themselves. */
function ruled(clauses: readonly Found[]): Who | undefined {
  const has = (concept: string): boolean => clauses.some((found) => found.has(concept));
  if (has('who-young')) return { speaker: 'child', about: has('who-friend') ? 'friend' : 'self', sure: true };
  if (has('who-business')) return { speaker: 'business', about: 'child-through-work', sure: true };
  if (has('who-professional')) return { speaker: 'professional', about: 'child-through-work', sure: true };
  if (has('who-parent')) return { speaker: 'parent', about: 'own-child', sure: true };
  // An adult may write of a friend too.
  if (has('who-friend')) return { speaker: 'child', about: 'friend', sure: false };
  return undefined;
}

/** Rules first; then what was learnt, if it is sure; else it is a child about themselves. */
export function whoSpeaks(clauses: readonly Found[], learnt: Learnt | undefined): Who {
  const byRule = ruled(clauses);
  if (byRule || !learnt) return byRule ?? { speaker: 'child', about: 'self', sure: false };
  const about = learnt.about.score >= SURE ? learnt.about.is : 'self';
  const words = clauses.reduce((sum, clause) => sum + clause.words.length, 0);
  const adult = words >= FEW_WORDS && learnt.adult.score >= SURELY_ADULT;
  return { speaker: adult ? learnt.adult.is : 'child', about, sure: false };
}
