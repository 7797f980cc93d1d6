/** The figures themselves: intervals against published values, rates on messages counted by hand. */
import { describe, expect, it } from 'vitest';
import { calibrationBins, calibrationError } from '../../src/evaluate/calibration.ts';
import { crossFolds, shareOfVoices } from '../../src/evaluate/folds.ts';
import { bandOf } from '../../src/evaluate/groups.ts';
import { bootstrap, excludesZero, shareOf, wilson } from '../../src/evaluate/interval.ts';
import { missOf } from '../../src/evaluate/misses.ts';
import { confusion, type Judged, measure, meets, RATES, tally } from '../../src/evaluate/rates.ts';
import { recallAt, recallNow } from '../../src/evaluate/recall-at.ts';
import type { Placed } from '../../src/examples.ts';
import type { Assessment } from '../../src/risk/assess.ts';

const placed = (voice: string, line: number, labels: Partial<Placed> = {}): Placed => ({
  text: 'some words',
  level: 'none',
  topic: 'off-topic',
  speaker: 'child',
  about: 'self',
  style: 'plain',
  hard: false,
  why: '',
  file: `content/risk/examples/${voice}-x.jsonl`,
  line,
  voice,
  ...labels,
});

const judged = (labels: Partial<Placed>, found: Partial<Assessment>): Judged => {
  const topic = found.topic ?? 'off-topic';
  const seen: Assessment = {
    level: 'none',
    variant: null,
    answer: null,
    language: null,
    asked: null,
    topic,
    topics: [{ topic, score: 1 }],
    speaker: 'child',
    speakerSure: false,
    ruled: 'none',
    about: 'self',
    score: 0,
    reasons: [],
    weak: false,
    ...found,
  };
  return { message: placed('v1', 1, labels), found: seen };
};

describe('intervals', () => {
  // Newcombe 1998 (Statistics in Medicine 17, table I, method 3: the score method without correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson: %i of %i lies between %f and %f', (hits, of, low, high) => {
    const found = wilson(hits, of);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('Wilson of nothing is no number', () => expect(wilson(0, 0).value).toBeNaN());

  const all = Array.from({ length: 300 }, () => true);
  const difference = (a: (n: number) => boolean, b: (n: number) => boolean) => {
    const [of, than] = [a, b].map((counts) => shareOf(all, [...all.keys()].map(counts)));
    return bootstrap(all.length, (drawn) => (of?.(drawn) ?? 0) - (than?.(drawn) ?? 0));
  };

  it('the bootstrap of a clear difference excludes zero', () => {
    const found = difference(
      (n) => n % 10 < 9,
      (n) => n % 10 < 6,
    );
    expect(found.value).toBeCloseTo(0.3, 10);
    expect(excludesZero(found)).toBe(true);
  });

  it('the bootstrap of no difference includes zero, and is the same each time', () => {
    const none = () =>
      difference(
        (n) => n % 2 === 0,
        (n) => n % 2 === 1,
      );
    expect(excludesZero(none())).toBe(false);
    expect(none()).toEqual(none());
  });
});

describe('rates', () => {
  const RIGHT = { level: 'urgent', topic: 'assault' } as const;
  const fixture = [
    judged(RIGHT, RIGHT),
    judged(RIGHT, { level: 'concern', topics: ['lgbt', 'blackmail', 'assault'].map(as) }),
    judged({ level: 'concern' }, {}),
    judged({}, { level: 'urgent', speaker: 'parent' }),
    judged({}, { level: 'concern' }),
    judged({ speaker: 'parent' }, { topic: 'greeting', speaker: 'child' }),
  ];
  function as(topic: string) {
    return { topic: topic as Assessment['topic'], score: 0.5 };
  }

  it('counts labelled by found level', () =>
    expect(confusion(fixture)).toEqual([
      [1, 1, 1],
      [1, 0, 0],
      [0, 1, 1],
    ]));

  it.each([
    ['urgent', 1, 2],
    ['flagged', 2, 3],
    ['falseAlarms', 2, 3],
    ['safeUrgent', 1, 3],
    ['topicFirst', 4, 6],
    ['topicThree', 5, 6],
    ['speaker', 4, 6],
    ['childAsAdult', 1, 5],
  ] as const)('%s: %i of %i', (name, hits, of) => expect(tally(RATES[name], fixture)).toEqual({ hits, of }));

  it('names each miss by its graver kind', () =>
    expect(fixture.map(missOf)).toEqual([
      undefined,
      'urgent missed',
      'risk missed',
      'safe to urgent',
      'safe flagged',
      undefined,
    ]));

  it('compares with a bar in its own direction; what was not measured misses it', () => {
    expect(meets(0.9, RATES.urgent.bar)).toBe(true);
    expect(meets(0.09, RATES.falseAlarms.bar)).toBe(false);
    expect(meets(measure(RATES.urgent, []).value, RATES.urgent.bar)).toBe(false);
    expect(meets(measure(RATES.falseAlarms, []).value, RATES.falseAlarms.bar)).toBe(false);
  });
});

describe('scores', () => {
  const scored = (score: number, risky: boolean) => ({ score, risky });
  // Ten safe messages, four with risk: three above all safe ones but one.
  const ranks = [
    scored(0.95, true),
    scored(0.9, false),
    ...[0.8, 0.7].map((score) => scored(score, true)),
    ...Array.from({ length: 9 }, () => scored(0.3, false)),
    scored(0.1, true),
  ];

  it('finds the recall at a share of false alarms', () => {
    expect(recallNow(ranks, 0.05)).toBeCloseTo(0.25, 10);
    expect(recallNow(ranks, 0.1)).toBeCloseTo(0.75, 10);
    expect(recallNow(ranks, 1)).toBe(1);
  });

  it('shares out ties', () => {
    const level = [true, true, false, false].map((risky) => scored(0.7, risky));
    expect(recallNow(level, 0.25)).toBeCloseTo(0.25, 10);
  });

  it('cannot tell without safe messages', () => expect(recallAt([scored(1, true)], 0.08)([1])).toBeNaN());

  it('measures how far score and risk lie apart', () => {
    const bins = calibrationBins([scored(0.25, true), scored(0.25, false), scored(1, true), scored(1, true)]);
    expect(bins[2]).toMatchObject({ count: 2, mean: 0.25, share: 0.5 });
    expect(bins[9]).toMatchObject({ count: 2, mean: 1, share: 1 });
    expect(calibrationError(bins)).toBeCloseTo(0.125, 10);
  });
});

describe('voices', () => {
  const messages = Array.from({ length: 48 }, (_, n) => placed(`v${n % 12}`, n));
  const voices = (some: readonly Placed[]) => new Set(some.map(({ voice }) => voice));

  it('measures every message once, by voices that were not learnt from', () => {
    const folds = crossFolds(messages);
    expect(folds).toHaveLength(5);
    expect(folds.flatMap(({ measure: own }) => own).sort((a, b) => a.line - b.line)).toEqual(messages);
    for (const { learn, measure: own } of folds) {
      expect(learn.length + own.length).toBe(messages.length);
      expect([...voices(learn)].filter((voice) => voices(own).has(voice))).toEqual([]);
    }
  });

  it('nests smaller shares in larger ones', () => {
    const [some, half, whole] = [1 / 4, 1 / 2, 1].map((share) => voices(shareOfVoices(messages, share)));
    expect([some?.size, half?.size, whole?.size]).toEqual([3, 6, 12]);
    for (const voice of some ?? []) expect(half).toContain(voice);
  });
});

it.each([
  ['one two  three four five', '1-5 words'],
  ['a '.repeat(13), '13-25 words'],
  ['a '.repeat(46), '46+ words'],
])('%s has a length band', (text, band) => expect(bandOf(text)).toBe(band));
