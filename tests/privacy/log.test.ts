/** The log (bar P2): a field that is not on its list, and a value that is not on the list of its field, come out nowhere. */
import { describe, expect, it } from 'vitest';
import { CODES, createLog, EVENTS, type LogEvent, type LogFields } from '../../src/log.ts';
import { OUTCOMES, type Outcome } from '../../src/outcomes.ts';
import { word } from './search/canaries.ts';
import { Search } from './search/search.ts';

const FIELDS = ['log', 'event', 'code', 'outcome', 'level', 'count', 'ms', 'port', 'status'];
const LOUDNESS = ['error', 'info', 'debug'] as const;
const CANARY = { name: 'words', value: word() };
const search = new Search([CANARY]);

/** Everything that a log writes when this is pushed into it, at every importance, whatever the types say. */
function written(fields: unknown, event: unknown = 'turn-failed'): string[] {
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line), 'debug');
  for (const loudness of LOUDNESS) log[loudness](event as LogEvent, fields as LogFields);
  return lines;
}

class Talkative extends Error {
  readonly code = CANARY.value;
  readonly words = CANARY.value;
  constructor() {
    super(`cannot read ${CANARY.value}`, { cause: CANARY.value });
    this.name = CANARY.value;
  }
  toJSON(): object {
    return { message: this.message };
  }
}

const inEachField = (value: unknown): [string, object][] =>
  FIELDS.map((field) => [`in ${field}`, { [field]: value }]);

describe('nothing of the words comes out of', () => {
  it.each([
    ['a field of another name', { text: CANARY.value, message: CANARY.value, ip: CANARY.value }],
    ['a field whose name they are', { [CANARY.value]: 1 }],
    ['an error', new Talkative()],
    ['an error in a field', { code: 'uncaught', error: new Talkative() }],
    [
      'a symbol and a getter',
      {
        [Symbol(CANARY.value)]: CANARY.value,
        get text() {
          return CANARY.value;
        },
      },
    ],
    ['a way to write itself', { code: 'uncaught', toJSON: () => ({ code: CANARY.value }) }],
    ['the prototype', Object.create({ text: CANARY.value, code: CANARY.value })],
    ['a string', CANARY.value],
    ['a list', [CANARY.value]],
    ...inEachField(CANARY.value),
    ...inEachField({ words: CANARY.value }),
    ...inEachField([CANARY.value]),
    ...inEachField(new Talkative()),
    ...inEachField({ toJSON: () => CANARY.value }),
    ...inEachField({ toString: () => CANARY.value, valueOf: () => CANARY.value }),
    ...inEachField(new String(CANARY.value)),
  ])('%s', (_where, fields) => {
    const lines = written(fields);
    expect(lines).toHaveLength(LOUDNESS.length);
    expect(search.text(lines.join('\n'), 'log')).toEqual([]);
    for (const line of lines) expect(FIELDS).toEqual(expect.arrayContaining(Object.keys(JSON.parse(line))));
  });

  it('an event', () => {
    for (const event of [CANARY.value, { toString: () => CANARY.value }, new Talkative(), [CANARY.value]])
      expect(search.text(written({}, event).join('\n'), 'log')).toEqual([]);
  });
});

it('all that is on the lists comes out as it is', () => {
  const numbers = { count: 3, ms: 0.5, port: 3978, status: 404 };
  for (const event of EVENTS)
    for (const code of CODES)
      expect(written({ code, ...numbers }, event).map((line) => JSON.parse(line))).toEqual(
        LOUDNESS.map((log) => ({ log, event, code, ...numbers })),
      );
  for (const outcome of Object.keys(OUTCOMES) as Outcome[])
    for (const level of ['none', 'concern', 'urgent'])
      expect(JSON.parse(written({ outcome, level })[0] as string)).toMatchObject({ outcome, level });
});

it('a field without a value is left out, and so is a number that is none', () => {
  const fields = { code: undefined, count: Number.NaN, ms: Number.POSITIVE_INFINITY, status: '200' };
  expect(written(fields)[0]).toBe('{"log":"error","event":"turn-failed"}');
});
