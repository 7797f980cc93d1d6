/** A draft brought onto words that have changed under it: line by line, as far as the two do not touch. */
import { applyPatch, structuredPatch } from 'diff';

type Text = string | null;

interface Merged {
  readonly text: Text;
  /** Both changed the same lines: the draft's own text stands. */
  readonly clash: boolean;
}

/** Each null where there is no such file. */
function merged(base: Text, mine: Text, live: Text): Merged {
  if (base === live || mine === live) return { text: mine, clash: false };
  if (base === null || mine === null || live === null) return { text: mine, clash: true };
  const text = applyPatch(live, structuredPatch('', '', base, mine, '', '', { context: 1 }), {
    fuzzFactor: 0,
  });
  return text === false ? { text: mine, clash: true } : { text, clash: false };
}

interface Draft {
  readonly base: string;
  readonly files: Readonly<Record<string, Text>>;
}

/**
 * @param live the version that the draft is to stand on
 * @param fetch the text of a file in a version
 * @returns what then differs from it, and the files in which both changed the same lines
 */
export async function broughtTo(
  live: string,
  { base, files }: Draft,
  fetch: (version: string, path: string) => Promise<Text>,
): Promise<{ files: Record<string, Text>; clashes: string[] }> {
  const all = await Promise.all(
    Object.entries(files).map(async ([path, mine]) => {
      const [before, now] = await Promise.all([fetch(base, path), fetch(live, path)]);
      return { path, now, ...merged(before, mine, now) };
    }),
  );
  const differing = all.filter(({ text, now }) => text !== now).map(({ path, text }) => [path, text]);
  return {
    files: Object.fromEntries(differing),
    clashes: all.filter(({ clash }) => clash).map(({ path }) => path),
  };
}
