/** How much risk a score finds when only so many of the safe messages may be flagged. */
import type { Scored } from './calibration.ts';
import type { Statistic } from './interval.ts';

/** The shares of safe messages at which two scores are compared. */
export const FALSE_ALARMS = [0.08, 0.15] as const;

/** Positions by score, the highest first; those with the same score together. */
function ties(scored: readonly Scored[]): number[][] {
  const scoreAt = (n: number): number => scored[n]?.score ?? 0;
  const groups: number[][] = [];
  let last = Number.NaN;
  for (const n of [...scored.keys()].sort((a, b) => scoreAt(b) - scoreAt(a))) {
    if (scoreAt(n) === last) groups.at(-1)?.push(n);
    else groups.push([n]);
    last = scoreAt(n);
  }
  return groups;
}

/**
 * The recall of risk at a threshold that flags this share of the safe messages. Messages of the same score are
 * flagged in part, as if ties were broken by chance (the straight line between two points of the ROC curve: Fawcett
 * 2006, section 5): a score with few steps is neither favoured nor punished. The threshold moves with each draw.
 * @param rate share of safe messages that may be flagged, 0 to 1
 */
export function recallAt(scored: readonly Scored[], rate: number): Statistic {
  const groups = ties(scored);
  const risky = scored.map((one) => one.risky);
  const count = (positions: readonly number[], drawn: ArrayLike<number>): [number, number] => {
    let [risk, safe] = [0, 0];
    for (const n of positions) {
      if (risky[n]) risk += drawn[n] as number;
      else safe += drawn[n] as number;
    }
    return [risk, safe];
  };
  const all = [...scored.keys()];
  return (drawn) => {
    const [allRisk, allSafe] = count(all, drawn);
    if (allRisk === 0 || allSafe === 0) return Number.NaN;
    let [found, left] = [0, rate * allSafe];
    for (const group of groups) {
      const [risk, safe] = count(group, drawn);
      if (safe > left) return (found + (risk * left) / safe) / allRisk;
      found += risk;
      left -= safe;
    }
    return 1;
  };
}

/** The recall over the messages as they are. */
export const recallNow = (scored: readonly Scored[], rate: number): number =>
  recallAt(scored, rate)(scored.map(() => 1));
