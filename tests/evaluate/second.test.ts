/** The second labeller's file: how far two people agree, and every bad line named. */
import { describe, expect, it } from 'vitest';
import { agreementOf, kappa, parseSecond } from '../../src/evaluate/second.ts';
import type { Placed } from '../../src/examples.ts';

const FILE = 'content/risk/evaluation/second-labels.tsv';
const message = (line: number, level: Placed['level']): Placed => ({
  text: 'some words',
  level,
  topic: level === 'none' ? 'off-topic' : 'assault',
  speaker: 'child',
  about: 'self',
  style: 'plain',
  hard: false,
  why: '',
  file: 'content/risk/evaluation/e01-x.jsonl',
  line,
  voice: 'e01',
});
const messages = [message(1, 'none'), message(2, 'none'), message(3, 'urgent'), message(4, 'concern')];
const GOOD = [
  'e01:3\turgent\tassault\tchild\tself\tassaulted',
  'e01:1\tnone\toff-topic\tchild\tnobody\t-',
  'e01:2\tconcern\toff-topic\tchild\tself\t-',
  'e01:4\tconcern\tblackmail\tchild\tself\t-',
];

describe('second labels', () => {
  it('agree as often as they do', () => {
    const { level, levelKappa, topic } = agreementOf(parseSecond(FILE, `${GOOD.join('\n')}\n`, messages));
    expect([level.value, topic.value]).toEqual([0.75, 0.75]);
    // Agreed 3/4; by chance (2*1 + 1*2 + 1*1) / 16.
    expect(levelKappa).toBeCloseTo((0.75 - 5 / 16) / (11 / 16), 10);
  });

  it('kappa of a published table', () => {
    // Two readers and 50 grant proposals: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no; kappa 0.40.
    const pairs = (count: number, a: string, b: string) =>
      Array.from({ length: count }, () => [a, b] as const);
    const all = [
      ...pairs(20, 'y', 'y'),
      ...pairs(5, 'y', 'n'),
      ...pairs(10, 'n', 'y'),
      ...pairs(15, 'n', 'n'),
    ];
    expect(kappa(all)).toBeCloseTo(0.4, 10);
  });

  it.each([
    ['e01:4\tconcern\tassault\tchild\tself', /:2: 5 fields parted by tabs instead of 6: write/],
    ['e01:9\tconcern\tassault\tchild\tself\t-', /:2: no message is called "e01:9"/],
    ['e01:3\turgent\tassault\tchild\tself\tdanger', /:2: "e01:3" is labelled twice/],
    ['e01:4\tbad\tassault\tchild\tself\t-', /:2: "bad" is no level/],
    ['e01:4\tconcern\tassault\tchild\tself\tnow', /:2: "now" is no variant/],
  ])('%j is named by file and line', (line, said) => {
    const parse = () => parseSecond(FILE, `${GOOD[0]}\n${line}\n`, messages);
    expect(parse).toThrow(said);
    expect(parse).toThrow(new RegExp(`^${FILE}:`));
  });
});
