/** Whether a bar is reached, kept for the last line and for `--strict`. */
import { type Bar, meets } from './rates.ts';
import { percent } from './table.ts';

export interface Verdict {
  readonly name: string;
  readonly met: boolean;
}

/** A part of the report, and the bars that were tried in it. */
export interface Tried {
  readonly text: string;
  readonly verdicts: readonly Verdict[];
}

/** The verdict for a figure. */
export const verdictOf = (name: string, value: number, bar: Bar): Verdict => ({
  name,
  met: meets(value, bar),
});

/** How a bar is printed: >= 90.0% */
export const showBar = ({ at, way }: Bar): string => `${way === 'least' ? '>=' : '<='} ${percent(at)}`;

export const showVerdict = ({ met }: Verdict): string => (met ? 'met' : 'MISSED');

/** The last lines: how many bars are met, and which are not. */
export function summary(verdicts: readonly Verdict[]): string {
  const missed = verdicts.filter(({ met }) => !met);
  const counts = `${verdicts.length - missed.length} of ${verdicts.length} bars met`;
  return [counts, ...missed.map(({ name }) => `MISSED: ${name}`)].join('\n');
}
