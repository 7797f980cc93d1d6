/** Probabilities as log odds, in which what several voices say adds up. */

/**
 * @param probability 0 to 1
 * @param least nothing is taken to be less likely than this, nor more certain than all but this
 */
export function logOdds(probability: number, least: number): number {
  const within = Math.min(1 - least, Math.max(least, probability));
  return Math.log(within / (1 - within));
}

export const probabilityOf = (odds: number): number => 1 / (1 + Math.exp(-odds));
