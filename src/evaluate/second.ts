/**
 * The labels of a second person who saw only the texts, in a file of one line a message, its fields parted by tabs:
 * `voice:line  level  topic  speaker  about  variant` (`-` for no variant).
 */
import { ContentError, type Problem } from '../content/problem.ts';
import { LEVELS, type Level, TOPICS, type Topic, VARIANTS } from '../content/schema.ts';
import type { Placed } from '../examples.ts';
import { ABOUTS, SPEAKERS } from '../risk/who.ts';
import { type Interval, wilson } from './interval.ts';

/** A message, and what the second person made of it. */
export interface TwiceLabelled {
  readonly message: Placed;
  readonly level: Level;
  readonly topic: Topic;
}

/** Name and allowed values of each field after the first. */
const FIELDS: readonly (readonly [string, readonly string[]])[] = [
  ['level', LEVELS],
  ['topic', TOPICS],
  ['speaker', SPEAKERS],
  ['about', ABOUTS],
  ['variant', [...VARIANTS, '-']],
];

const idOf = ({ voice, line }: Placed): string => `${voice}:${line}`;

/** What is wrong with a line, if anything. */
function mistake(fields: readonly string[], known: boolean, again: boolean): string | undefined {
  if (fields.length !== FIELDS.length + 1)
    return `${fields.length} fields parted by tabs instead of ${FIELDS.length + 1}`;
  if (!known) return `no message is called "${fields[0]}"`;
  if (again) return `"${fields[0]}" is labelled twice`;
  const at = FIELDS.findIndex(([, allowed], n) => !allowed.includes(fields[n + 1] as string));
  return at < 0 ? undefined : `"${fields[at + 1]}" is no ${FIELDS[at]?.[0]}`;
}

/**
 * @param file its path from the project's top, for messages
 * @param text what stands in it
 * @param messages those that may be labelled
 * @throws ContentError naming every bad line
 */
export function parseSecond(file: string, text: string, messages: readonly Placed[]): TwiceLabelled[] {
  const byId = new Map(messages.map((message) => [idOf(message), message]));
  const labelled = new Map<string, TwiceLabelled>();
  const problems: Problem[] = [];
  for (const [n, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const fields = line.split('\t').map((field) => field.trim());
    const [id = '', level, topic] = fields;
    const message = byId.get(id);
    const what = mistake(fields, message !== undefined, labelled.has(id));
    if (message && what === undefined)
      labelled.set(id, { message, level: level as Level, topic: topic as Topic });
    else
      problems.push({
        file,
        line: n + 1,
        what: what ?? 'it cannot be read',
        mend: 'write voice:line, level, topic, speaker, about and variant, parted by tabs',
        grade: 'error',
      });
  }
  if (problems.length > 0) throw new ContentError(problems);
  return [...labelled.values()];
}

/**
 * How far two people agree beyond chance (Cohen 1960): 1 always, 0 as often as chance would.
 * @param pairs what each of them said, message by message
 */
export function kappa(pairs: readonly (readonly [string, string])[]): number {
  const share = (counts: (pair: readonly [string, string]) => boolean): number =>
    pairs.filter(counts).length / pairs.length;
  const names = new Set(pairs.flat());
  const agreed = share(([a, b]) => a === b);
  let chance = 0;
  for (const name of names) chance += share(([a]) => a === name) * share(([, b]) => b === name);
  return (agreed - chance) / (1 - chance);
}

export interface Agreement {
  readonly level: Interval;
  readonly levelKappa: number;
  readonly topic: Interval;
}

/** How often both people gave the same label. */
export function agreementOf(labelled: readonly TwiceLabelled[]): Agreement {
  const same = (what: 'level' | 'topic'): Interval =>
    wilson(labelled.filter((one) => one[what] === one.message[what]).length, labelled.length);
  return {
    level: same('level'),
    levelKappa: kappa(labelled.map(({ message, level }) => [message.level, level])),
    topic: same('topic'),
  };
}
