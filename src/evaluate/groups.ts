/** The rates apart: by voice, style and length, and the topics one by one. */
import { TOPICS } from '../content/schema.ts';
import type { Placed } from '../examples.ts';
import { STYLES } from '../risk/model/example.ts';
import { type Judged, LEVEL_RATES, measure, RATES, tally } from './rates.ts';
import { percent, percentWithin, section, textTable } from './table.ts';

/** Lengths in words: the most that a band holds. */
const BANDS = [5, 12, 25, 45, Number.POSITIVE_INFINITY] as const;

const nameOfBand = (n: number): string => {
  const [from, to] = [(BANDS[n - 1] ?? 0) + 1, BANDS[n] ?? 0];
  return Number.isFinite(to) ? `${from}-${to} words` : `${from}+ words`;
};

/** The band that a text falls in: words are what stands between spaces. */
export function bandOf(text: string): string {
  const words = text.trim().split(/\s+/).length;
  return nameOfBand(BANDS.findIndex((most) => words <= most));
}

/** One row for each name that has messages; a share with its counts, since groups are small. */
function ratesBy(
  what: string,
  judged: readonly Judged[],
  names: readonly string[],
  nameOf: (message: Placed) => string,
): string {
  const rows = names.flatMap((name) => {
    const own = judged.filter(({ message }) => nameOf(message) === name);
    const cells = LEVEL_RATES.map((rate) => {
      const { hits, of } = tally(rate, own);
      return of === 0 ? '-' : `${percent(hits / of)} ${`${hits}/${of}`.padStart(9)}`;
    });
    return own.length === 0 ? [] : [[name, `${own.length}`, ...cells]];
  });
  return textTable([what, 'messages', ...LEVEL_RATES.map(({ name }) => name)], rows);
}

function topicTable(judged: readonly Judged[]): string {
  const rows = TOPICS.flatMap((topic) => {
    const own = judged.filter(({ message }) => message.topic === topic);
    return own.length === 0 ? [] : [[topic, `${own.length}`, percentWithin(measure(RATES.topicFirst, own))]];
  });
  return textTable(['topic', 'messages', 'in first place'], rows);
}

export function groupsSection(judged: readonly Judged[]): string {
  const voices = [...new Set(judged.map(({ message }) => message.voice))].sort();
  return section(
    'Apart',
    ratesBy('voice', judged, voices, ({ voice }) => voice),
    ratesBy('style', judged, STYLES, ({ style }) => style),
    ratesBy(
      'length',
      judged,
      BANDS.map((_, n) => nameOfBand(n)),
      ({ text }) => bandOf(text),
    ),
    topicTable(judged),
  );
}
