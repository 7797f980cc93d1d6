/** Problems of a page by where they stand: in a field of its head, or in its words. */
import type { Marked } from '../../api.ts';
import type { ViewProps } from '../work.ts';

export function problemsOf({ work }: Pick<ViewProps, 'work'>, path: string) {
  const all = (work?.problems ?? []).filter(({ file }) => file === path);
  return {
    in: (key: string): readonly Marked[] => all.filter((one) => one.path[0] === key && key !== 'body'),
    /** Of the words, and of the page as a whole. */
    body: (fields: readonly string[]): readonly Marked[] =>
      all.filter(({ path: [first] }) => first === undefined || !fields.includes(String(first))),
  };
}
