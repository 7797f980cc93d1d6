/** Our score as a probability, and beside the baseline's at the same number of false alarms. */

import { createBaseline } from './baseline.ts';
import { calibrationBins, calibrationError, type Scored } from './calibration.ts';
import { bootstrap, excludesZero } from './interval.ts';
import { type Study, scoresOf } from './predict.ts';
import type { Judged } from './rates.ts';
import { FALSE_ALARMS, recallAt } from './recall-at.ts';
import { decimal, percent, percentWithin, pointsWithin, section, textTable } from './table.ts';
import { showVerdict, type Tried } from './verdict.ts';

/** How much more risk than the baseline has to be found, as a share. */
const GAIN = 0.15;

export function calibrationSection(judged: readonly Judged[]): string {
  const bins = calibrationBins(scoresOf(judged));
  const rows = bins.map(({ from, to, count, mean, share }) => [
    `${decimal(from, 1)}-${decimal(to, 1)}`,
    `${count}`,
    decimal(mean, 3),
    decimal(share, 3),
  ]);
  return section(
    'Calibration of the score for any risk',
    textTable(['score', 'messages', 'mean score', 'share with risk'], rows),
    `expected calibration error: ${decimal(calibrationError(bins), 3)}`,
  );
}

/** The baseline's scores, message by message in the order of the trials. */
function baselineScores({ trials, rules, progress }: Study): Scored[] {
  return trials.flatMap(({ learn, measure }, n) => {
    progress(`baseline: training ${n + 1} of ${trials.length}`);
    const score = createBaseline(rules, learn);
    return measure.map(({ text, level }) => ({ score: score(text), risky: level !== 'none' }));
  });
}

/** @param judged what the whole assessment found */
export function comparisonSection(study: Study, judged: readonly Judged[]): Tried {
  const ours = scoresOf(judged);
  const theirs = baselineScores(study);
  const tried = FALSE_ALARMS.map((rate) => {
    const [our, their] = [recallAt(ours, rate), recallAt(theirs, rate)];
    const gain = bootstrap(judged.length, (drawn) => our(drawn) - their(drawn));
    const name = `recall beside the baseline at ${percent(rate)} false alarms`;
    const verdict = { name, met: gain.value >= GAIN && excludesZero(gain) };
    const recalls = [our, their].map((of) => percentWithin(bootstrap(judged.length, of)));
    return { cells: [percent(rate), ...recalls, pointsWithin(gain), showVerdict(verdict)], verdict };
  });
  const head = ['safe flagged', 'ours', 'baseline', 'points more', `bar: ${GAIN * 100} points`];
  const text = section(
    'Recall of any risk at fixed false alarms (by the score; paired bootstrap, 95%)',
    textTable(
      head,
      tried.map(({ cells }) => cells),
    ),
    'Baseline: a rule fires, or a softmax regression on letters and words of the whole text, the same training messages.',
  );
  return { text, verdicts: tried.map(({ verdict }) => verdict) };
}
