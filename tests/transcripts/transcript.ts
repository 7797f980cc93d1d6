/**
 * Golden conversations as text, to be read by the people who write the words:
 *
 *   Title: what is shown
 *   Clock: 2026-11-24 10:00        (London time in winter; UTC)
 *   Channel: teams                 (the talk is held there; without it, on the web)
 *   You: words as they are typed   You: [A button]   You: (sends a picture)
 *   Bot: one bubble                (more lines of it are indented)
 *
 * A file holds several, parted by lines of `---`. Only Title, Clock, Channel and You are read; what the bot says is
 * compared, or written afresh by UPDATE_TRANSCRIPTS=1 npm test tests/transcripts.
 */
import { plainLines } from '../../src/cli/plain.ts';
import type { StepRef } from '../../src/content/model.ts';
import { CHANNELS, type Channel } from '../../src/content/schema.ts';
import { createBot } from '../bot.ts';

export interface Played {
  readonly text: string;
  /** Every step that was shown. */
  readonly visited: ReadonlySet<StepRef>;
}

interface Script {
  readonly title: string;
  readonly clock: string;
  readonly channel: Channel | undefined;
  readonly says: readonly string[];
}

function read(part: string): Script {
  const lines = part.trim().split('\n');
  const one = (name: string): string =>
    lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  const says = lines.filter((line) => line.startsWith('You: ')).map((line) => line.slice('You: '.length));
  if (!one('Title') || !one('Clock')) throw new Error(`a transcript without Title or Clock: ${lines[0]}`);
  const channel = CHANNELS.find((known) => known === one('Channel'));
  return { title: one('Title'), clock: one('Clock'), channel, says };
}

function inputOf(said: string) {
  if (said === '(opens the chat)') return { event: 'start' } as const;
  if (said === '(sends a picture)') return { attachment: true } as const;
  if (said === '(sends nothing)') return { text: '' } as const;
  return undefined;
}

async function play({ title, clock, channel, says }: Script): Promise<Played> {
  const bot = createBot({ at: Date.parse(`${clock.replace(' ', 'T')}:00Z`), ...(channel && { channel }) });
  const lines = [`Title: ${title}`, `Clock: ${clock}`, ...(channel ? [`Channel: ${channel}`] : [])];
  const visited = new Set<StepRef>();
  for (const said of says) {
    const button = /^\[(.+)\]$/.exec(said)?.[1];
    const input = inputOf(said);
    const answer = button ? await bot.press(button) : await bot.say(input ?? said);
    lines.push('', `You: ${said}`);
    for (const reply of answer.replies) if (reply.kind === 'step') visited.add(reply.at);
    for (const message of answer.messages)
      for (const [n, line] of [...plainLines(message)].entries())
        lines.push(`${n === 0 ? 'Bot:' : '    '} ${line}`);
  }
  return { text: lines.join('\n'), visited };
}

/** Plays every conversation of a file again. */
export async function replay(file: string): Promise<Played> {
  const played: Played[] = [];
  for (const part of file.split(/^---$/m)) played.push(await play(read(part)));
  return {
    text: `${played.map((one) => one.text).join('\n\n---\n\n')}\n`,
    visited: new Set(played.flatMap((one) => [...one.visited])),
  };
}
