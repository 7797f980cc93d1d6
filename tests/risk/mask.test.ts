/** The marks for personal details: what is marked, what stays, and that no marked message is taken less seriously. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/content/schema.ts';
import { readExamples } from '../../src/examples.ts';
import { assess } from '../../src/risk/assess.ts';
import { mask } from '../../src/widget/private.ts';
import { ROOT, realLibrary } from '../library.ts';

const { assessor, content } = realLibrary();
const height = (text: string): number => LEVELS.indexOf(assess(assessor, text).level);

const MARKED: readonly (readonly [string, string])[] = [
  ['my number is 07700 900123', 'my number is [phone]'],
  ['ring me on 07700-900-123, or 01380 723456', 'ring me on [phone], or [phone]'],
  ['+44 (0)7700 900123 or 0044 7700 900123', '[phone] or [phone]'],
  ['(01380) 723456', '[phone]'],
  ['07.700.900.123', '[phone]'],
  ['nan in gdansk is +48 601 234 567', 'nan in gdansk is [phone]'],
  ['0800 1111 said to wait, mine is 07700 900123 999', '0800 1111 said to wait, mine is [phone] 999'],
  ['"jess.smith99@school.wilts.sch.uk"', '"[email]"'],
  ['i live at 14 Elm Road Trowbridge', 'i live at [address] Trowbridge'],
  ['flat 3, 22 High St', '[address]'],
  ['14a mill lane, Devizes', '[address], Devizes'],
  ['its SN15 1AB, or ba148nq', 'its [postcode], or [postcode]'],
  ['add me @lily_may', 'add me @[handle]'],
  ['my snap is lilymay', 'my snap is [handle]'],
  ['add me on insta: xyz_girl', 'add me on insta: [handle]'],
  ['his discord is bigtone#4432', 'his discord is [handle]'],
  ["i go to St Mary's and im scared", 'i go to [school] and im scared'],
  ['Year 9 at Lavington School', 'Year 9 at [school]'],
  ['im in year 9 at st johns academy', 'im in year 9 at [school]'],
  ["St Mary's C of E Primary School", '[school]'],
  ['my name is Jess', 'my name is [name]'],
  ["My name's Jess Smith and I'm 13", "My name's [name] and I'm 13"],
  ['im called ahmed, help', 'im called [name], help'],
  [
    'my name is ben. hers is theo and her name is beth',
    'my name is [name]. hers is theo and her name is [name]',
  ],
  ['my name is thomas', 'my name is [name]'],
  ['my name is Will', 'my name is [name]'],
  ['you can call me jess', 'you can call me [name]'],
  ['his name is Dave and hes outside', 'his name is [name] and hes outside'],
  ['a man called Dave gave me a lift', 'a man called [name] gave me a lift'],
];

const KEPT: readonly string[] = [
  ...[
    '999',
    'ring 999 or 101 or 111, then press 55',
    '116 123 or 116000',
    '0800 1111',
    'text SHOUT to 85258',
  ],
  ...[
    '0808 800 5000',
    'the mash is 0300 456 0108',
    'im 13 hes 24, we met in 2025',
    'born 01/02/2012',
    '01.02.2012',
  ],
  ...[
    'at 10.30 til 11.30',
    "i'm scared",
    'im called names at school',
    'im called a slag',
    'my name is not important',
  ],
  ...['my name is everywhere', 'they call me fat', 'he calls me baby', 'call me later', 'i called childline'],
  ...[
    'someone called the police',
    'a man called me last night',
    'im from Devizes near Swindon',
    'at my school',
  ],
  ...[
    'he waits outside school',
    'my primary school',
    'at the college',
    '2 men down the street',
    'gr8 4me b4 1st m8',
  ],
  ...[
    'i walked 3 miles down the road',
    'he touched my @ss',
    'im @home',
    'i hate him 10000000 times',
    '1111111111',
  ],
];

describe('personal details', () => {
  it.each(MARKED)('%s', (typed, sent) => expect(mask(typed).text).toBe(sent));
  it.each(KEPT)('stays whole: %s', (typed) => expect(mask(typed)).toEqual({ text: typed, found: [] }));
  it('tells each kind once', () => {
    expect(mask('07700 900123 or 07700 900124, SN15 1AB').found).toEqual(['phone', 'postcode']);
  });
  it('reads 10,000 characters of anything in a moment', () => {
    const bits = [
      'a',
      'A',
      '0',
      '1',
      '07',
      '07 ',
      '+',
      '44',
      '(0',
      '@',
      'a@',
      'a.',
      'a@a.',
      '#',
      'a#1',
      ' ',
      '. ',
      '-',
    ];
    const more = [
      'my name is ',
      'called ',
      'im called a ',
      'at a',
      'at aa ',
      'Aa ',
      "A'",
      'Aa',
      'St. ',
      'St. A',
      ' School',
    ];
    const last = [
      'my snap is ',
      'insta:',
      'add a on snap ',
      '1 a ',
      '1 aa ',
      '1 high ',
      'flat 1, ',
      '12:12',
      'sn1 1',
      'th',
      'ing',
    ];
    const other = ['\n', '😀', '0300 ', '0800 11', '1.1.', '01/01/', '1a', '_', 'é', '’'];
    const shapes = [...bits, ...more, ...last, ...other];
    expect(shapes.length).toBeGreaterThanOrEqual(50);
    const slow = shapes.filter((bit) => {
      const text = bit.repeat(Math.ceil(10_000 / bit.length)).slice(0, 10_000);
      // The best of five: whatever else the machine does is not ours.
      const times = Array.from({ length: 5 }, () => {
        const before = performance.now();
        mask(text);
        return performance.now() - before;
      });
      return Math.min(...times) > 8; // eight regular expressions of a millisecond each
    });
    expect(slow).toEqual([]);
  });
});

const lines = (file: string): string[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
const examples = readExamples(ROOT).parse().examples;

/** What somebody might tell beside their worry. */
const DETAILS = [
  'my number is 07700 900123',
  'my email is jess.smith@example.com',
  'my postcode is SN15 1AB',
  'i go to Lavington School',
  'my name is Jess Smith',
  'i live at 14 Elm Road',
];

/** The message with a detail before it, behind it, and in its middle. */
function around(text: string, detail: string): string[] {
  const words = text.split(' ');
  const half = Math.floor(words.length / 2);
  const inside = [...words.slice(0, half), detail, ...words.slice(half)].join(' ');
  return [`${detail}. ${text}`, `${text}. ${detail}`, inside];
}

describe('the level of a marked message is never below that of the same without marks', () => {
  const lower = (texts: readonly string[]): string[] =>
    texts.filter((text) => {
      const { text: sent, found } = mask(text);
      return found.length > 0 && height(sent) < height(text);
    });

  it('in all messages that we have', () => {
    const rules = content.risk.patterns.flatMap(({ examples: { hit, miss } }) => [...hit, ...miss]);
    const said = ['paraphrases-a.jsonl', 'paraphrases-b.jsonl', 'public-phrases.jsonl'].flatMap(lines);
    const all = [...examples.map(({ text }) => text), ...rules, ...said];
    expect(all.length).toBeGreaterThan(20_000);
    expect(all.filter((text) => mask(text).found.length > 0).length).toBeGreaterThan(100);
    expect(lower(all)).toEqual([]);
  });

  it('in 300 worried messages, with each kind of detail put before, behind and inside', () => {
    const worried = examples.filter(({ level }) => level !== 'none');
    const every = Math.floor(worried.length / 300);
    const some = worried.filter((_, n) => n % every === 0).slice(0, 300);
    const all = some.flatMap(({ text }) => DETAILS.flatMap((detail) => around(text, detail)));
    expect(all).toHaveLength(300 * DETAILS.length * 3);
    expect(all.every((text) => mask(text).found.length > 0)).toBe(true);
    expect(lower(all)).toEqual([]);
  }, 120_000); // ten seconds on a machine with nothing else to do
});
