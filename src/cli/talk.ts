/**
 * `npm run talk`: the same bot in the terminal. Type words, or the number of a button. Nothing is saved.
 * `-- --map` draws all dialogs into deploy/ instead.
 */
import { createInterface } from 'node:readline';
import { Counts } from '../counts/counts.ts';
import { createLog } from '../log.ts';
import { render } from '../replies/render.ts';
import { MemoryStorage } from '../sessions/memory.ts';
import { createSessions } from '../sessions/sessions.ts';
import { createTurn, type TurnInput } from '../turn.ts';
import type { Button } from '../wire.ts';
import { writeMap } from './map.ts';
import { openOrExit } from './open.ts';
import { plainLines } from './plain.ts';

const MINUTE_MS = 60_000;
const CONVERSATION = 'terminal';
const library = openOrExit(process.cwd());
if (process.argv.includes('--map')) {
  writeMap(library.content);
  process.exit(0);
}
const storage = new MemoryStorage({ idleMs: 15 * MINUTE_MS, lifeMs: 60 * MINUTE_MS }, Date.now);
const log = createLog((line) => process.stderr.write(`${line}\n`), 'error');
const turn = createTurn({
  library: () => library,
  sessions: createSessions(storage),
  counts: new Counts(),
  log,
  now: Date.now,
});
let buttons: readonly Button[] = [];

async function say(input: Omit<TurnInput, 'conversation'>): Promise<void> {
  const { replies, view } = await turn({ conversation: CONVERSATION, ...input });
  for (const message of replies.flatMap((reply) => render(library.content, reply, view))) {
    for (const line of plainLines({ ...message, buttons: [] })) console.log(`  ${line}`);
    if (message.buttons) buttons = message.buttons;
  }
  for (const [n, { label }] of buttons.entries()) console.log(`  ${n + 1}) ${label}`);
}

await say({ event: 'start' });
const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
lines.prompt();
for await (const line of lines) {
  const button = buttons[Number(line.trim()) - 1];
  await say(button ? { choice: button.ref } : { text: line });
  lines.prompt();
}
