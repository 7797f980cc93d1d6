/** The confusion of levels, and every rate with its interval and its bar: all messages, the hard, the others. */
import { LEVELS } from '../content/schema.ts';
import { bootstrap, type Interval, type Statistic, shareOf } from './interval.ts';
import { type Bar, confusion, type Judged, measure, RATES, type Rate, rateOf } from './rates.ts';
import type { TwiceLabelled } from './second.ts';
import { percentWithin, section, textTable } from './table.ts';
import { showBar, showVerdict, type Tried, verdictOf } from './verdict.ts';

const SHARE_OF_SECOND: Bar = { at: 0.9, way: 'least' };

function confusionTable(judged: readonly Judged[]): string {
  const counts = confusion(judged);
  const rows = LEVELS.map((level, n) => [level, ...(counts[n] ?? []).map(String)]);
  return textTable(['level \\ found', ...LEVELS], rows);
}

/** Topic in first place, by what the second labeller reaches on the same messages. */
function shareOfSecond(judged: readonly Judged[], second: readonly TwiceLabelled[]): Interval {
  const topics = new Map(second.map(({ message, topic }) => [message, topic]));
  const both = judged.filter(({ message }) => topics.has(message));
  const ours = rateOf(RATES.topicFirst, both);
  const theirs = shareOf(
    both.map(() => true),
    both.map(({ message }) => topics.get(message) === message.topic),
  );
  const share: Statistic = (drawn) => {
    const reached = theirs(drawn);
    return reached === 0 ? Number.NaN : ours(drawn) / reached;
  };
  return bootstrap(both.length, share);
}

type Figure = readonly [name: string, bar: Bar | undefined, of: (judged: readonly Judged[]) => Interval];

/** @param second empty where nobody has labelled a second time */
export function levelsSection(judged: readonly Judged[], second: readonly TwiceLabelled[]): Tried {
  const rates: readonly Rate[] = Object.values(RATES);
  const figures: Figure[] = rates.map((rate) => [rate.name, rate.bar, (some) => measure(rate, some)]);
  if (second.length > 0)
    figures.push(['topic first / second labeller', SHARE_OF_SECOND, (some) => shareOfSecond(some, second)]);
  const parts = [
    judged,
    judged.filter(({ message }) => message.hard),
    judged.filter(({ message }) => !message.hard),
  ];
  const tried = figures.map(([name, bar, of]) => {
    const values = parts.map(of);
    const verdict = bar && verdictOf(name, values[0]?.value ?? Number.NaN, bar);
    const cells = [
      name,
      ...values.map(percentWithin),
      bar ? showBar(bar) : '',
      verdict ? showVerdict(verdict) : '',
    ];
    return { cells, verdict };
  });
  const head = ['share (95% interval)', 'all', 'hard', 'not hard', 'bar', 'all'];
  const text = section(
    'Levels, topics, speakers',
    confusionTable(judged),
    textTable(
      head,
      tried.map(({ cells }) => cells),
    ),
  );
  return { text, verdicts: tried.flatMap(({ verdict }) => verdict ?? []) };
}
