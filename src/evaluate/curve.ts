/** The learning curve: would more voices help? */

import { shareOfVoices } from './folds.ts';
import { judgeShare, type Study, scoresOf } from './predict.ts';
import { type Judged, measure, RATES } from './rates.ts';
import { FALSE_ALARMS, recallNow } from './recall-at.ts';
import { percent, section, textTable } from './table.ts';

const SHARES = [1 / 8, 1 / 4, 1 / 2, 1] as const;
const SHOWN = [RATES.urgent, RATES.flagged, RATES.falseAlarms, RATES.topicFirst, RATES.topicThree] as const;

/** How many messages a share holds; the mean over the folds of a cross-validation. */
function size(study: Study, share: number): number {
  const sizes = study.trials.map(({ learn }) => shareOfVoices(learn, share).length);
  return Math.round(sizes.reduce((sum, one) => sum + one, 0) / sizes.length);
}

/** @param full what the model of all voices found */
export function curveSection(study: Study, full: readonly Judged[]): string {
  const rows = SHARES.map((share) => {
    study.progress(`learning curve: ${share} of the voices`);
    const judged = share === 1 ? full : judgeShare(study, share);
    const scored = scoresOf(judged);
    return [
      share === 1 ? 'all' : `1/${1 / share}`,
      `${size(study, share)}`,
      ...SHOWN.map((rate) => percent(measure(rate, judged).value)),
      ...FALSE_ALARMS.map((rate) => percent(recallNow(scored, rate))),
    ];
  });
  const recalls = FALSE_ALARMS.map((rate) => `recall at ${percent(rate)}`);
  const head = ['voices', 'messages', ...SHOWN.map(({ name }) => name), ...recalls];
  return section('Learning curve: what more messages bring', textTable(head, rows));
}
