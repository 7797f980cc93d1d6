/** The messages to learn from and to measure with: what the check refuses, by file and line. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkMessages } from '../../src/examples.ts';
import { ROOT, withBroken } from '../library.ts';

const firstOf = (folder: string): string =>
  `${folder}/${
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.jsonl'))
      .sort()[0]
  }`;
const TRAINING = firstOf('content/risk/examples');
const EVALUATION = firstOf('content/risk/evaluation');
const lines = (file: string): string[] => readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n');
const problemsWith = (file: string, change: (text: string) => string): string[] =>
  withBroken(file, change, (root) =>
    checkMessages(root).map(({ file: at, line, what }) => `${at}:${line}: ${what}`),
  );
const adding =
  (line: string) =>
  (text: string): string =>
    `${text.trimEnd()}\n${line}\n`;

describe('the labelled messages', () => {
  it('are whole as they ship', () => {
    expect(checkMessages(ROOT)).toEqual([]);
  });

  it('hold no message twice, nor nearly so', () => {
    const long = lines(TRAINING).find((line) => JSON.parse(line).text.split(' ').length > 12) as string;
    const again = JSON.parse(long);
    const near = JSON.stringify({ ...again, text: `${again.text} also` });
    expect(problemsWith(TRAINING, adding(near))).toEqual([
      `${TRAINING}:${lines(TRAINING).length + 1}: nearly the same message is in ${TRAINING}:${lines(TRAINING).indexOf(long) + 1}`,
    ]);
  });

  it('hold no message in both parts: the one to learn from must go', () => {
    const found = problemsWith(TRAINING, adding(lines(EVALUATION)[0] as string));
    expect(found).toEqual([
      `${TRAINING}:${lines(TRAINING).length + 1}: nearly the same message is in ${EVALUATION}:1`,
    ]);
  });

  it('stay as they were frozen, where they measure', () => {
    const found = problemsWith(EVALUATION, (text) => text.slice(text.indexOf('\n') + 1));
    expect(found).toEqual([
      'content/risk/evaluation/FROZEN:1: the evaluation messages are not those that were frozen',
    ]);
  });

  it('have levels and topics that exist', () => {
    const line = JSON.stringify({
      ...JSON.parse(lines(TRAINING)[0] as string),
      text: 'zig zag',
      level: 'grave',
    });
    const at = `${TRAINING}:${lines(TRAINING).length + 1}`;
    expect(problemsWith(TRAINING, adding(line)).join()).toContain(`${at}: level`);
  });
});

describe('the groups of words beside them', () => {
  const GROUPS = 'content/risk/examples/word-classes.list';
  const next = lines(GROUPS).length + 1;
  const first = (lines(GROUPS).find((line) => !line.startsWith('#')) as string).split(':')[0];

  it.each([
    ['cat dog rabbit', 'this line does not begin with the name of a group'],
    ['Pets: cat dog rabbit', 'this line does not begin with the name of a group'],
    ['lonely-word: cat', 'the group lonely-word has no two words'],
    ['odd-word: cat d0g', '"d0g" is no word'],
    [`${first}: cat dog`, `the group ${first} is on line 3 already`],
  ])('are named by line where they cannot be read: %s', (line, what) => {
    expect(problemsWith(GROUPS, adding(line))).toEqual([`${GROUPS}:${next}: ${what}`]);
  });
});
