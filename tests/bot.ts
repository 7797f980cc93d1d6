/** The real bot in process: real content, real turn, a session that is saved as JSON and read again at every turn. */
import type { Channel } from '../src/content/schema.ts';
import { Counts } from '../src/counts/counts.ts';
import type { Library } from '../src/library.ts';
import { createLog } from '../src/log.ts';
import { render } from '../src/replies/render.ts';
import { MemoryStorage } from '../src/sessions/memory.ts';
import { createSessions, type Sessions } from '../src/sessions/sessions.ts';
import { createTurn, type TurnInput, type TurnResult } from '../src/turn.ts';
import type { Button, Message } from '../src/wire.ts';
import { realLibrary } from './library.ts';

/** A Tuesday in November, ten in the morning in London: the MASH is open. */
export const TUESDAY_TEN = Date.parse('2026-11-24T10:00:00Z');

export interface Answer extends TurnResult {
  readonly messages: readonly Message[];
  readonly buttons: readonly Button[];
  /** All words of the answer in one string, cards and links included. */
  readonly words: string;
}

export interface Bot {
  say(input: string | Omit<TurnInput, 'conversation'>): Promise<Answer>;
  /** Presses the button with this label. */
  press(label: string): Promise<Answer>;
  /** The stored session, as it is kept. */
  stored(): Promise<unknown>;
  readonly log: string[];
  readonly counts: Counts;
  at: number;
}

interface Options {
  readonly at?: number;
  readonly library?: Library;
  readonly sessions?: Sessions;
  readonly channel?: Channel;
}

export function createBot({
  at = TUESDAY_TEN,
  library = realLibrary(),
  sessions,
  channel,
}: Options = {}): Bot {
  const storage = new MemoryStorage({ idleMs: 900_000, lifeMs: 3_600_000 }, () => bot.at);
  const log: string[] = [];
  const counts = new Counts();
  const turn = createTurn({
    library: () => library,
    sessions: sessions ?? createSessions(storage),
    counts,
    log: createLog((line) => log.push(line), 'debug'),
    now: () => bot.at,
  });
  let buttons: readonly Button[] = [];
  const bot: Bot = {
    at,
    log,
    counts,
    stored: async () => (await storage.read(['one'])).one ?? null,
    async say(input) {
      const result = await turn({
        conversation: 'one',
        ...(channel === undefined ? {} : { channel }),
        ...(typeof input === 'string' ? { text: input } : input),
      });
      const messages = result.replies.flatMap((reply) => render(library.content, reply, result.view));
      buttons = messages.findLast((message) => message.buttons)?.buttons ?? [];
      return { ...result, messages, buttons, words: JSON.stringify(messages) };
    },
    press(label) {
      const button = buttons.find((one) => one.label === label);
      if (!button)
        throw new Error(`no button "${label}" among ${buttons.map((one) => one.label).join(', ')}`);
      return bot.say({ choice: button.ref });
    },
  };
  return bot;
}
