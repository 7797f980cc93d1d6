/**
 * Work that is done once for the same things, and remembered beside them: content is read again and again while somebody
 * types, and nearly all of it stays as it was.
 */

/** Other things beside the first that are remembered: those of a few drafts, or of a few hours of the day. */
const MOST = 8;

interface Done<R> {
  readonly rest: readonly unknown[];
  readonly result: R;
}

/**
 * @param work pure; nobody may change what it gives
 * @returns the same work, done again only where the first thing, or one of the others, is another object or value
 */
export function once<K extends object, A extends readonly unknown[], R>(
  work: (key: K, ...rest: A) => R,
): (key: K, ...rest: A) => R {
  const known = new WeakMap<K, readonly Done<R>[]>();
  return (key, ...rest) => {
    const before = known.get(key) ?? [];
    const same = before.find(
      (one) => one.rest.length === rest.length && one.rest.every((other, n) => other === rest[n]),
    );
    if (same) return same.result;
    const result = work(key, ...rest);
    known.set(key, [{ rest, result }, ...before].slice(0, MOST));
    return result;
  };
}

/** Texts that are remembered at most: those of all languages, several times over. */
const TEXTS = 60_000;

/** The same for work on a text. */
export function onceForText<R>(work: (text: string) => R): (text: string) => R {
  const known = new Map<string, R>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = work(text);
      if (known.size >= TEXTS) known.clear();
      known.set(text, result);
    }
    return result;
  };
}

/** Values alike are one object: what was worked out with an earlier one holds for this one. */
const alike = onceForText((json) => JSON.parse(json) as unknown);

/** @param value plain JSON */
export const interned = <T>(value: T): T => alike(JSON.stringify(value)) as T;
