/** `npm run -s assess`: JSON lines in ({"text": ...}), one JSON line out for each, in the same order. */
import { createInterface } from 'node:readline';
import { assess } from '../risk/assess.ts';
import { openOrExit } from './open.ts';

const { assessor } = openOrExit(process.cwd());
let n = 0;
for await (const line of createInterface({ input: process.stdin })) {
  n++;
  if (line.trim() === '') continue;
  try {
    const { text } = JSON.parse(line) as { text?: unknown };
    if (typeof text !== 'string') throw new Error('no text');
    const { level, variant, topic, topics, speaker, about, score, reasons } = assess(assessor, text);
    console.log(JSON.stringify({ level, topic, topics, speaker, about, score, reasons, variant }));
  } catch {
    console.log(
      JSON.stringify({ error: `line ${n} is not a JSON object with a text: write {"text": "..."}` }),
    );
    process.exitCode = 1;
  }
}
