/** What each part of the assessment is worth: the whole beside the whole without it. */
import { indexAsks } from '../risk/asks.ts';
import { bootstrap, type Statistic } from './interval.ts';
import { judge, judgeShare, type Study, scoresOf } from './predict.ts';
import { type Judged, LEVEL_RATES, measure, RATES, rateOf } from './rates.ts';
import { recallAt } from './recall-at.ts';
import { markdownTable, percent, pointsWithin, section } from './table.ts';

const RATE = 0.08;
const SHOWN = [...LEVEL_RATES, RATES.topicFirst, RATES.topicThree] as const;
/** Signs that part clauses. Words that do ("but"), and the cut of an endless one, stay. */
const PARTING = /[.!?;,()\n\r…–—।؟،-]/g;

/** Ways to take something away, by the name of their row. */
function withouts(study: Study): readonly (readonly [string, () => Judged[]])[] {
  const { content, rules } = study;
  const silent = { ...rules, lexicon: { ...rules.lexicon, patterns: [] } };
  const asks = indexAsks(content, rules.lexicon.vocabulary, (word) => word);
  return [
    ['without the model', () => judge(study, () => rules)],
    ['without the rules', () => judge(study, ({ model }) => ({ ...silent, model }))],
    [
      'without clause splitting',
      () =>
        judge(
          study,
          ({ model }) => ({ ...rules, model }),
          (text) => text.replace(PARTING, ' '),
        ),
    ],
    ['without stems', () => judge(study, ({ model }) => ({ ...rules, asks, model }))],
    ['half the voices', () => judgeShare(study, 1 / 2)],
  ];
}

const minus =
  (a: Statistic, b: Statistic): Statistic =>
  (drawn) =>
    a(drawn) - b(drawn);

/** @param full what the whole assessment found */
export function ablationSection(study: Study, full: readonly Judged[]): string {
  const recallOf = (judged: readonly Judged[]): Statistic => recallAt(scoresOf(judged), RATE);
  const topicOf = (judged: readonly Judged[]): Statistic => rateOf(RATES.topicFirst, judged);
  const once = full.map(() => 1);
  const figures = (name: string, judged: readonly Judged[]): string[] => [
    name,
    ...SHOWN.map((rate) => percent(measure(rate, judged).value)),
    percent(recallOf(judged)(once)),
  ];
  const rows = withouts(study).map(([name, run]) => {
    study.progress(`ablation: ${name}`);
    const judged = run();
    const [recall, topic] = [recallOf, topicOf].map((of) =>
      pointsWithin(bootstrap(full.length, minus(of(judged), of(full)))),
    );
    return [...figures(name, judged), recall ?? '', topic ?? ''];
  });
  const at = `recall at ${percent(RATE)} false alarms`;
  const head = [
    '',
    ...SHOWN.map(({ name }) => name),
    at,
    `${at}: points to full`,
    'topic first: points to full',
  ];
  return section('Ablation', markdownTable(head, [[...figures('full', full), '', ''], ...rows]));
}
