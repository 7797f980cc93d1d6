/** The language of content/risk: a slip in a line is told, in plain words, and never read as something else. */
import { expect, it } from 'vitest';
import { parseLine, parseUnless } from '../../src/risk/pattern.ts';

const said = (line: string): string => {
  try {
    return `read as ${JSON.stringify(parseLine(line))}`;
  } catch (error) {
    return (error as Error).message;
  }
};

it.each([
  ['(purple', /^"\(purple" has no closing "\)"/],
  ['my (dog|cat purple', /^"\(dog\|cat purple" has no closing "\)"/],
  ['((dog|cat) purple', /"\(" stands inside another "\("/],
  ['(dog (cat) purple)', /"\(" stands inside another "\("/],
  ['dog) purple', /has a "\)" that nothing opens/],
  ['{who-parent purple', /^"\{who-parent purple" has no closing "\}"/],
  ['who-parent} purple', /has a "\}" that nothing opens/],
  ['[number purple', /^"\[number purple" has no closing "\]"/],
  ['number] purple', /has a "\]" that nothing opens/],
  ['(dog|{who-parent) purple', /^"\{who-parent" has no closing "\}"/],
])('tells a bracket that stands alone: %s', (line, message) => {
  expect(said(line)).toMatch(message);
});

it.each([
  ['(gift|present)s', /a space .*"\(gift\|present\)s"/],
  ['re(gift|present)', /a space .*"re\(gift\|present\)"/],
  ['{who-parent}s said', /a space .*"\{who-parent\}s"/],
  ['(dog|cat)?purple', /a space .*"\(dog\|cat\)\?purple"/],
  ['dog|cat', /choices such as "dog\|cat" stand in round brackets: \(dog\|cat\)/],
  ['| cat', /choices .* stand in round brackets/],
  ['(dog|)', /an empty choice in "\(dog\|\)"/],
  ['(|dog)', /an empty choice in "\(\|dog\)"/],
  ['(dog||cat)', /an empty choice in "\(dog\|\|cat\)"/],
  ['()', /an empty choice in "\(\)"/],
  ['*', /"\*" .* at the end of a word/],
  ['wait *', /"\*" .* at the end of a word/],
  ['*wait', /"\*" .* at the end of a word/],
  ['w*it', /"\*" .* at the end of a word/],
  ['w*', /"\*" .* at the end of a word of two letters or more/],
  ['(dog|cat)*', /a space .*"\(dog\|cat\)\*"/],
  ['dog?', /"\?" .* after round brackets/],
  ['(dog|cat) ? purple', /"\?" .* after round brackets/],
  ['he gives [start] me', /\[start\] .* first/],
  ['he gives [end] me', /\[end\] .* last/],
  ['[anywhere] he gives', /\[anywhere\] .* first .* "Unless one of these/],
  ['{}', /"\{\}" is no name of a concept/],
  ['{Who Parent}', /"\{Who Parent\}" is no name of a concept/],
  ["don't", /without apostrophes/],
  ['Purple', /small letters/],
  ['...foo', /three dots/],
  ['...0 dog', /three dots|gap/],
  ['[15-10]', /the smaller number first/],
  ['', /the line is empty/],
])('tells a slip that would never be found in a message: %s', (line, message) => {
  expect(said(line)).toMatch(message);
});

it('reads a line that has none of these', () => {
  expect(parseLine('[start] (my mum|{who-parent}) ...2 (really)? gift* [10-15] (today|[end])')).toMatchObject(
    [
      { kind: 'edge', at: 'start' },
      { kind: 'any', optional: false },
      { kind: 'gap', max: 2 },
      { kind: 'any', optional: true },
      { kind: 'prefix', prefix: 'gift' },
      { kind: 'number', min: 10, max: 15 },
      { kind: 'any', of: [[{ kind: 'word' }], [{ kind: 'edge', at: 'end' }]] },
    ],
  );
  expect(parseUnless('[anywhere] (dog|cat)').anywhere).toBe(true);
  expect(() => parseUnless('[anywhere]')).toThrow(/\[anywhere\]/);
});
