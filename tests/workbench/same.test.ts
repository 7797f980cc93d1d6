/** What the thread says after many changes, with all that it remembers, is what a check from scratch says. */
import { expect, it } from 'vitest';
import { look } from '../../src/checking.ts';
import { Sources } from '../../src/content/sources.ts';
import { inMemory } from '../../src/content/texts.ts';
import { marked } from '../../src/workbench/marked.ts';
import type { Changes } from '../../src/workbench/workbench.ts';
import { type Chance, chance, LONG } from '../chaos/random.ts';
import { shared, shipped, trial } from './bench.ts';

const EDITS = LONG ? 1_000 : 60;
/** From scratch takes a second: CI does it after every third edit. */
const EACH = LONG ? 1 : 3;
/** Large lists that nobody changes by hand, and what a draft may not change. */
const paths = Object.keys(shipped).filter(
  (path) => !path.endsWith('.txt') && path !== 'content/risk/dictionary.yaml',
);

const WORDS = [
  'Ring',
  'help',
  'lissten',
  'MASH',
  'promiscuous',
  '01632 960 001',
  'front-door',
  'wants-back',
  'no',
];

/** One change of a text, as people make them: mostly good, sometimes not even YAML. */
function edited(text: string, random: Chance): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  const words = line.split(' ');
  const word = random.below(words.length);
  if (random.is(0.03)) return lines.with(at, `${line}: [`).join('\n');
  const ways: (() => string[])[] = [
    () => lines.with(at, words.with(word, random.of(WORDS)).join(' ')),
    () => lines.with(at, `${line} ${random.of(WORDS)}`),
    () => lines.toSpliced(at, 1),
    () => lines.toSpliced(at, 0, line),
    () => lines.with(at, line.replace(/[a-z]+/, random.of(WORDS))),
  ];
  return random.of(ways)().join('\n');
}

const workbench = shared();

it(`${EDITS} random edits: the same problems as from scratch`, async () => {
  const random = chance();
  console.info(`seed ${random.seed}`);
  let files: Changes = {};
  let read = 0;
  for (let n = 0; n < EDITS; n += 1) {
    const path = random.of(paths);
    // Drafts of a few files; now and then somebody begins another.
    if (Object.keys(files).length > 3 || random.is(0.1)) files = {};
    files = { ...files, [path]: random.is(0.05) ? null : edited(files[path] ?? shipped[path] ?? '', random) };
    const { problems } = await workbench.check(trial(files));
    if (n % EACH > 0) continue;
    const whole = Object.fromEntries(
      Object.entries({ ...shipped, ...files }).filter((one): one is [string, string] => one[1] !== null),
    );
    const fresh = look({
      texts: inMemory(whole),
      sources: new Sources(),
      words: true,
      examples: Object.keys(files).some((one) => one.startsWith('content/risk/')),
    });
    read += fresh.files ? 1 : 0;
    expect(problems, `seed ${random.seed}, edit ${n}: ${Object.keys(files)}`).toEqual(
      marked(fresh.problems, whole),
    );
  }
  expect(read).toBeGreaterThan(EDITS / EACH / 4);
}, 3_600_000);
