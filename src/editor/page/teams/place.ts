/** Which view a link of Teams opens, and the address that brings somebody back to the view they were at. */

type Address = Pick<Location, 'origin' | 'hash' | 'search'>;

/** Such as dialog/gifts-and-favours/first. */
const PLACE = /^[\w.~%/-]{1,300}$/;
/** In the address of the frame: the link by which it was opened. */
const OPENED = 'opened';

/**
 * @param linked what the link names; undefined: it was opened without
 * @returns the view to go to; null: stay. After a reload Teams names the old link again, and people have gone on since.
 */
export function placeOf({ hash, search }: Address, linked: string | undefined): string | null {
  if (linked === undefined || !PLACE.test(linked)) return null;
  const reloaded = hash.length > 1 && new URLSearchParams(search).get(OPENED) === linked;
  return reloaded ? null : linked;
}

/** @returns the address for a reload of the frame */
export function reloads({ origin, hash }: Address, linked: string | undefined): string {
  return `${origin}/editor?${new URLSearchParams({ [OPENED]: linked ?? '' })}${hash}`;
}
