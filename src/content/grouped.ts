/** Things that belong together. */

/** @returns the list by what `keyOf` says of each, in the order in which it was first said */
export function grouped<T, K extends string>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
