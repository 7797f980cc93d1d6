/** How long `assess` takes by itself, in this process. Prints one line of JSON, in microseconds. */
import { open } from './assess-alone.ts';
// @ts-expect-error plain JavaScript without types
import { LONG, THIRTY_WORDS } from './script.mjs';

const ROUNDS = 300;
const LONG_ROUNDS = 15;
const assess = open(process.cwd());

function time(text: string): number {
  const started = performance.now();
  assess(text);
  return (performance.now() - started) * 1000;
}
const sorted = (list: number[]) => list.sort((a, b) => a - b);
const at = (list: readonly number[], share: number) =>
  list[Math.min(list.length - 1, Math.floor(list.length * share))];

const texts = THIRTY_WORDS as string[];
for (let n = 0; n < 30; n++) for (const text of texts) time(text);
const short = sorted(Array.from({ length: ROUNDS }, () => texts.map(time)).flat());
time(LONG);
const long = sorted(Array.from({ length: LONG_ROUNDS }, () => time(LONG)));
console.log(JSON.stringify({ p50: at(short, 0.5), p99: at(short, 0.99), long: at(long, 0.5) }));
