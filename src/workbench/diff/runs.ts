/** Two lists side by side: what stayed, what became something else, what is new, what is gone. */
import { diffArrays } from 'diff';

/** A line of either list, or of both; `n`: its place in the newer list, or, when it is gone, in the older. */
export interface Pair<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
  readonly n: number;
}

/**
 * Things that are gone and things that are new in the same place are taken for one that was changed, in their order;
 * so an insertion in the middle is one insertion.
 */
export function pairs<T>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean,
): Pair<T>[] {
  const found: Pair<T>[] = [];
  let [old, now] = [0, 0];
  let gone: T[] = [];
  const flush = (): void => {
    for (const [n, one] of gone.entries())
      found.push({ before: one, after: undefined, n: old - gone.length + n });
    gone = [];
  };
  for (const { value, added, removed } of diffArrays([...before], [...after], { comparator: same })) {
    if (removed) {
      gone.push(...value);
      old += value.length;
    } else if (added) {
      for (const one of value) found.push({ before: gone.shift(), after: one, n: now++ });
      flush();
    } else {
      flush();
      for (const one of value) found.push({ before: before[old++], after: one, n: now++ });
    }
  }
  flush();
  return found;
}
