/** One after the other: what must not overlap. */

/** @returns a runner whose works never overlap; a work that fails does not stop the next */
export function one(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };
}
