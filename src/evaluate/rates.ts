/** What is counted: pairs of a labelled message and what was found in it, and the rates over them. */
import { LEVELS, type Level } from '../content/schema.ts';
import type { Placed } from '../examples.ts';
import type { Assessment } from '../risk/assess.ts';
import { isAdult } from '../risk/who.ts';
import { type Interval, type Statistic, shareOf, wilson } from './interval.ts';

export interface Judged {
  readonly message: Placed;
  readonly found: Assessment;
}

/** What a rate has to reach: at least, or at most. */
export interface Bar {
  readonly at: number;
  readonly way: 'least' | 'most';
}

/** A share of the messages that are asked: those that count. */
export interface Rate {
  readonly name: string;
  readonly bar?: Bar;
  asked(judged: Judged): boolean;
  counts(judged: Judged): boolean;
}

const risky = ({ message }: Judged): boolean => message.level !== 'none';
const safe = (judged: Judged): boolean => !risky(judged);
const flagged = ({ found }: Judged): boolean => found.level !== 'none';
const foundUrgent = ({ found }: Judged): boolean => found.level === 'urgent';
const every = (): boolean => true;

export const RATES = {
  urgent: {
    name: 'urgent found urgent',
    bar: { at: 0.9, way: 'least' },
    asked: ({ message }) => message.level === 'urgent',
    counts: foundUrgent,
  },
  flagged: { name: 'any risk flagged', bar: { at: 0.97, way: 'least' }, asked: risky, counts: flagged },
  falseAlarms: { name: 'safe flagged', bar: { at: 0.08, way: 'most' }, asked: safe, counts: flagged },
  safeUrgent: { name: 'safe to urgent', bar: { at: 0.01, way: 'most' }, asked: safe, counts: foundUrgent },
  topicFirst: {
    name: 'topic in first place',
    bar: { at: 0.75, way: 'least' },
    asked: every,
    counts: ({ message, found }) => found.topic === message.topic,
  },
  topicThree: {
    name: 'topic in first three',
    bar: { at: 0.92, way: 'least' },
    asked: every,
    counts: ({ message, found }) => found.topics.slice(0, 3).some(({ topic }) => topic === message.topic),
  },
  speaker: {
    name: 'speaker right',
    asked: every,
    counts: ({ message, found }) => found.speaker === message.speaker,
  },
  childAsAdult: {
    name: 'child taken for adult',
    asked: ({ message }) => message.speaker === 'child',
    counts: ({ found }) => isAdult(found.speaker),
  },
} as const satisfies Readonly<Record<string, Rate>>;

/** The rates of the level alone. */
export const LEVEL_RATES = [RATES.urgent, RATES.flagged, RATES.falseAlarms, RATES.safeUrgent] as const;

/** How many were asked, how many of them count. */
export function tally(rate: Rate, judged: readonly Judged[]): { readonly hits: number; readonly of: number } {
  const asked = judged.filter(rate.asked);
  return { hits: asked.filter(rate.counts).length, of: asked.length };
}

/** The rate with its Wilson interval. */
export function measure(rate: Rate, judged: readonly Judged[]): Interval {
  const { hits, of } = tally(rate, judged);
  return wilson(hits, of);
}

/** The rate over messages that are drawn anew. */
export const rateOf = (rate: Rate, judged: readonly Judged[]): Statistic =>
  shareOf(judged.map(rate.asked), judged.map(rate.counts));

/** Whether a figure reaches its bar. What could not be measured does not. */
export const meets = (value: number, { at, way }: Bar): boolean =>
  way === 'least' ? value >= at : value <= at;

/** Counts by labelled level (rows) and found level (columns), both in the order of LEVELS. */
export function confusion(judged: readonly Judged[]): number[][] {
  const of = (is: Level, found: Level): number =>
    judged.filter((one) => one.message.level === is && one.found.level === found).length;
  return LEVELS.map((is) => LEVELS.map((found) => of(is, found)));
}
