/** The sentences of the interface as its file groups them: below comments of their own. */

export interface Group {
  readonly name: string;
  readonly keys: readonly string[];
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** @param text content/ui.yaml. @returns the keys of `texts`, in order, by the comment that stands above them */
export function groupsOf(text: string): Group[] {
  const groups: { name: string; keys: string[] }[] = [];
  let inside = false;
  for (const line of text.split('\n')) {
    if (/^[a-z]/.test(line)) inside = line.startsWith('texts:');
    if (!inside) continue;
    const name = /^ +# (.*\S)/.exec(line)?.[1];
    const key = /^ {2}([a-z][a-z0-9-]*):/.exec(line)?.[1];
    if (name) groups.push({ name: upper(name), keys: [] });
    if (!key) continue;
    if (groups.length === 0) groups.push({ name: 'All', keys: [] });
    groups.at(-1)?.keys.push(key);
  }
  return groups.filter(({ keys }) => keys.length > 0);
}

const GAPS: Readonly<Record<string, string>> = {
  place: 'the place that somebody named',
  time: 'the time on the clock, such as 5pm',
  day: 'the day, such as "tomorrow" or "on Monday"',
  number: 'the number',
  name: 'the name of the service',
  word: 'the word to send',
  what: 'what was taken out, such as "a postcode"',
  from: 'the time at which it opens',
  until: 'the time at which it closes',
  hours: 'the hours',
  n: 'the number of this question',
  of: 'how many questions there are',
  title: 'the title of the page',
};

/** What stands in the gaps of a sentence, or '' when it has none. */
export function gapsIn(gaps: readonly string[]): string {
  if (gaps.length === 0) return '';
  return `Keep ${gaps.map((gap) => `{${gap}}: there stands ${GAPS[gap] ?? gap}`).join('; ')}.`;
}
