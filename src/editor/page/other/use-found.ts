/** What fits what is looked for. */
import { useMemo } from 'react';

/**
 * @returns the places in the list of what fitted when it was looked for: what is changed afterwards does not vanish
 *   under the hands of who changes it
 */
export function useFound<T>(
  list: readonly T[],
  search: string,
  fits: (one: T, wanted: string) => boolean,
): readonly number[] {
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return list.flatMap((one, n) => (fits(one, wanted) ? [n] : []));
  }, [list.length, search]);
}
