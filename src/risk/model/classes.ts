/**
 * Groups of words that mean much the same to a reader of such messages (kin, places, gifts, times of day): what is
 * learnt of one word of a group holds a little for the others, so that a word which no message has used is not new.
 */
import { textFeature } from './features.ts';

export interface WordClasses {
  /** As it was written, so that the model can keep it. */
  readonly text: string;
  /** The groups that a word is in, each as a hash of its name. */
  readonly of: ReadonlyMap<string, readonly number[]>;
}

/** A line of the file that says something: its name, its words, its place. */
interface Line {
  readonly line: number;
  readonly name: string;
  readonly words: readonly string[];
}

/** @param text lines of `name: word word word`; empty lines and those that begin with # say nothing */
function linesOf(text: string): Line[] {
  return text.split('\n').flatMap((whole, n) => {
    const said = whole.trim();
    if (said === '' || said.startsWith('#')) return [];
    const colon = said.indexOf(':');
    const [name, words] = colon < 0 ? ['', said] : [said.slice(0, colon), said.slice(colon + 1)];
    return [{ line: n + 1, name, words: words.split(/\s+/).filter(Boolean) }];
  });
}

export function readClasses(text: string): WordClasses {
  const of = new Map<string, number[]>();
  for (const { name, words } of linesOf(text)) {
    const group = textFeature(name);
    for (const word of words) {
      const groups = of.get(word);
      if (!groups) of.set(word, [group]);
      else if (!groups.includes(group)) groups.push(group);
    }
  }
  return { text, of };
}

/** What is wrong with the lines: where, what, and how to mend it. */
export function faultsOfClasses(text: string): { line: number; what: string; mend: string }[] {
  const seen = new Map<string, number>();
  return linesOf(text).flatMap(({ line, name, words }) => {
    const before = seen.get(name);
    seen.set(name, before ?? line);
    if (!/^[a-z]+(-[a-z]+)*$/.test(name))
      return [
        {
          line,
          what: 'this line does not begin with the name of a group',
          mend: 'write `name: word word`, such as `pet: dog cat rabbit`',
        },
      ];
    if (before !== undefined)
      return [{ line, what: `the group ${name} is on line ${before} already`, mend: 'put its words there' }];
    if (words.length < 2)
      return [{ line, what: `the group ${name} has no two words`, mend: 'add words, or take it out' }];
    const odd = words.find((word) => !/^[a-z]+$/.test(word));
    if (odd === undefined) return [];
    const mend = 'write words in small letters a to z, parted by spaces';
    return [{ line, what: `"${odd}" is no word`, mend }];
  });
}
