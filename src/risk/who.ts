/** Who speaks, and about whom, as far as the words tell. */
import type { Found } from './match.ts';

export type Speaker = 'child' | 'parent' | 'professional' | 'business' | 'other';
export type About = 'self' | 'friend' | 'own-child' | 'child-through-work' | 'nobody';

/** An adult's words win over a friend's; with neither, it is somebody about themselves. */
export function whoSpeaks(clauses: readonly Found[]): { speaker: Speaker; about: About } {
  const has = (concept: string): boolean => clauses.some((found) => found.has(concept));
  if (has('who-business')) return { speaker: 'business', about: 'child-through-work' };
  if (has('who-professional')) return { speaker: 'professional', about: 'child-through-work' };
  if (has('who-parent')) return { speaker: 'parent', about: 'own-child' };
  if (has('who-friend')) return { speaker: 'child', about: 'friend' };
  return { speaker: 'child', about: 'self' };
}
