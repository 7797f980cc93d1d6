/** Properties of the assessment: never throws, linear, explains itself; every pattern keeps its examples. */
import { describe, expect, it } from 'vitest';
import { LEVELS, TOPICS } from '../../src/content/schema.ts';
import { readExamples } from '../../src/examples.ts';
import { checkLibrary } from '../../src/library.ts';
import { assess } from '../../src/risk/assess.ts';
import { checkExamples } from '../../src/risk/check.ts';
import { realLibrary, withBroken } from '../library.ts';

const { content, assessor } = realLibrary();
const HOSTILE = [
  '',
  '\u0000\u0001',
  'a'.repeat(100_000),
  '😭'.repeat(50_000),
  'z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́'.repeat(500),
  '\u202Ehesoutside\u202C'.repeat(5_000),
  'h e '.repeat(25_000),
  '\ud800'.repeat(1_000),
  '{"__proto__":{}}',
  '((((((((((',
  'he is '.repeat(20_000),
  'constructor toString __proto__ hasOwnProperty',
];

describe('assess', () => {
  it.each(HOSTILE.map((text) => [text.slice(0, 20), text]))('never throws: %j', (_name, text) => {
    const seen = assess(assessor, text);
    expect(LEVELS).toContain(seen.level);
    expect(TOPICS).toContain(seen.topic);
    expect(seen.topics.length).toBeGreaterThan(0);
  });

  it('takes time that grows no faster than the message', () => {
    const cost = (text: string): number => {
      const before = process.cpuUsage();
      for (let n = 0; n < 10; n++) assess(assessor, text);
      const { user } = process.cpuUsage(before);
      return user;
    };
    const sentence =
      'he said he was outside and i had to get in the car with him and his mate or he would tell my mum ';
    cost(sentence.repeat(10));
    const short = cost(sentence.repeat(10));
    const long = cost(sentence.repeat(100));
    // Ten times as long: ten times the work, and room for noise; quadratic would be a hundred times.
    expect(long).toBeLessThan(short * 40);
  });

  it('says which rule saw what, in the words of the message', () => {
    const text = 'ok so um he’s outside my house';
    const seen = assess(assessor, text);
    expect(seen.level).toBe('urgent');
    expect(seen.reasons.length).toBeGreaterThan(0);
    for (const { words } of seen.reasons) for (const part of words) expect(text).toContain(part);
  });

  it('adds up a weak sign after risk, and never lowers', () => {
    const urgent = assess(assessor, 'hes outside my house', { signals: [] });
    expect(
      assess(assessor, 'hes outside my house', { signals: [{ level: 'concern', topic: 'blackmail' }] }).level,
    ).toBe(urgent.level);
  });
});

describe('a risky sentence in a long message', () => {
  const { examples } = readExamples(process.cwd()).parse();
  const pick = <T>(from: readonly T[], many: number): T[] =>
    Array.from({ length: many }, (_, n) => from[Math.floor((n * from.length) / many)] as T);
  const sentence = ({ text }: { text: string }) => (/[.!?]$/.test(text) ? text : `${text}.`);
  const harmless = pick(
    examples.filter(({ level, hard }) => level === 'none' && !hard),
    400,
  ).map(sentence);
  const among = (text: string, many: number, at: number): string => {
    const around = Array.from({ length: many }, (_, n) => harmless[(at * many + n) % harmless.length]);
    return [...around.slice(0, many / 2), text, ...around.slice(many / 2)].join(' ');
  };
  const urgent = pick(
    examples.filter(({ level }) => level === 'urgent'),
    200,
  ).map(sentence);
  /** How many of them reach a level among so many harmless ones, by the model alone. */
  const flagged = (texts: readonly string[], many: number): number =>
    texts.filter((text, n) => {
      const { reasons } = assess(assessor, among(text, many, n));
      return reasons.some(({ rule }) => rule === 'model');
    }).length;

  it.each([4, 10, 40])('is noticed by the model among %d harmless ones, which are not', (many) => {
    expect(flagged(urgent, many)).toBeGreaterThan(0.6 * urgent.length);
    expect(flagged(pick(harmless, 50), many)).toBeLessThan(0.15 * 50);
  });

  it('is what the reason quotes', () => {
    const text = 'he says he will come to my house tonight if i dont send another one.';
    const { reasons } = assess(assessor, among(text, 20, 3));
    const words = reasons.filter(({ rule }) => rule === 'model').flatMap((reason) => reason.words);
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) expect(among(text, 20, 3)).toContain(word);
  });
});

describe('the lexicon', () => {
  it('notices every example that must hit, and none that must not', () => {
    expect(checkExamples(content)).toEqual([]);
  });

  it('is mended by file and line: a line that cannot be read, an example that fails', () => {
    const file = 'content/risk/patterns-danger.yaml';
    const whats = (change: (text: string) => string) =>
      withBroken(file, change, (root) =>
        checkLibrary(root).problems.map((problem) => `${problem.file}:${problem.line}: ${problem.what}`),
      );
    expect(whats((text) => text.replace('all: [', "all: ['{no-such-concept}', ")).join()).toMatch(
      /patterns-danger\.yaml:\d+: .*no-such-concept.*no concept/,
    );
    expect(whats((text) => text.replace('all: [', "all: ['... he', ")).join()).toMatch(
      /patterns-danger\.yaml:\d+: .*\.\.\. .*stands at an end/,
    );
    expect(whats((text) => text.replace('hit: [', 'hit: [a nice day out, ')).join()).toMatch(
      /does not notice its example "a nice day out"/,
    );
  });
});
