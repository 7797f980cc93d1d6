/**
 * Heap for each live conversation: fifty thousand of them, each opened and led through ten turns (one of them shows
 * the urgent card) at the real door, in this process. Prints bytes and counts as one line of JSON.
 */
import { createDirectLine } from '../../src/channels/directline/directline.ts';
import type { Call, Voice } from '../../src/channels/door.ts';
import { Traffic } from '../../src/channels/traffic.ts';
import { Counts } from '../../src/counts/counts.ts';
import { openLibrary } from '../../src/library.ts';
import { createLog } from '../../src/log.ts';
import { plainHelp } from '../../src/replies/plain-help.ts';
import { render } from '../../src/replies/render.ts';
import { MemoryStorage } from '../../src/sessions/memory.ts';
import { createSessions } from '../../src/sessions/sessions.ts';
import { createTurn } from '../../src/turn.ts';
// @ts-expect-error plain JavaScript without types
import { TALK } from './script.mjs';

const TALKS = 50_000;
/** They exist once, however many talks there are, and are made while the first ones talk. */
const FIRST = 500;
const START = Date.UTC(2026, 10, 22, 12);
/** Words wait this long for a client that does not fetch them; the clients here fetch nothing. */
const ECHO_MS = 61_000;

let time = START;
const now = () => time;
const library = openLibrary(process.cwd());
const { content } = library;
const times = { idleMs: 15 * 60_000, lifeMs: 60 * 60_000 };
const storage = new MemoryStorage(times, now);
const counts = new Counts();
const log = createLog(() => {}, 'error');
const voice: Voice = {
  render: (reply, view) => render(content, reply, view),
  help: plainHelp(content, time),
  bot: content.ui.bot,
};
const door = createDirectLine({
  turn: createTurn({ library: () => library, sessions: createSessions(storage), counts, log, now }),
  voice: () => voice,
  log,
  now,
  secret: new Uint8Array(32).fill(7),
  times,
  traffic: new Traffic({ limited: () => counts.add('limited'), now }),
});

const endpoint = (path: string) => {
  const found = door.endpoints.find((one) => one.method === 'POST' && one.path.endsWith(path));
  if (!found) throw new Error(`no ${path}`);
  return found;
};
const [start, post] = [endpoint('/conversations'), endpoint('/activities')];
const call: Call = {
  params: {},
  query: new URLSearchParams(),
  token: undefined,
  body: undefined,
  base: 'http://127.0.0.1',
  foreign: false,
};

async function talk(): Promise<void> {
  const opened = (await start.answer(call)).body as { conversationId: string; token: string };
  const { conversationId: id, token } = opened;
  // As a server has it: each message is a string of its own.
  for (const [n, text] of (TALK as string[]).entries()) {
    const body = JSON.parse(
      JSON.stringify({ type: 'message', text, channelData: { clientActivityID: `key-${n}` } }),
    );
    await post.answer({ ...call, params: { id }, token, body });
  }
}

/** All that can be collected is collected. */
async function used(): Promise<number> {
  time += ECHO_MS;
  door.sweep();
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (let n = 0; n < 4; n++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

for (let n = 0; n < FIRST; n++) await talk();
const before = await used();
for (let n = 0; n < TALKS; n++) await talk();
const after = await used();
const outcomes = counts.snapshot();
console.log(
  JSON.stringify({
    each: (after - before) / TALKS,
    open: door.size(),
    sessions: storage.size,
    urgent: outcomes.urgent ?? 0,
    bad: (outcomes.failed ?? 0) + (outcomes.limited ?? 0),
  }),
);
