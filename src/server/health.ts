/** How an operator sees that we are well: alive, ready, and how many turns ended how. Nothing about anybody. */
import type { Door } from '../config.ts';
import { OUTCOMES, type Outcome } from '../outcomes.ts';

export interface Health {
  /** False while starting and while leaving. */
  ready(): boolean;
  /** False while the trained model could not be had: the rules work alone. */
  model(): boolean;
  /** Doors that somebody wanted open and that are not: a setting of theirs is wrong, or they could not be opened. */
  shut?(): readonly Door[];
  /** Turns since the start, by outcome. */
  counts(): Readonly<Partial<Record<Outcome, number>>>;
}

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** A count that ticks by ones could be watched to learn what one person did just now. */
const COARSE = 10;
const coarse = (count: number): number => Math.floor(count / COARSE) * COARSE;

/** @returns the counts, rounded down to tens, in Prometheus' text form; its labels are the closed list of outcomes and no other */
export function metricsText({ counts, ready, model, shut }: Health): string {
  const now = counts();
  const names = Object.keys(OUTCOMES) as Outcome[];
  return [
    '# TYPE signpost_ready gauge',
    `signpost_ready ${ready() ? 1 : 0}`,
    '# TYPE signpost_model gauge',
    `signpost_model ${model() ? 1 : 0}`,
    '# TYPE signpost_doors_shut gauge',
    `signpost_doors_shut ${shut?.().length ?? 0}`,
    '# TYPE signpost_turns_total counter',
    ...names.map((outcome) => `signpost_turns_total{outcome="${outcome}"} ${coarse(now[outcome] ?? 0)}`),
    '',
  ].join('\n');
}
