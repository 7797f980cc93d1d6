/**
 * The golden conversations come out over the door of Teams as they are written, word for word, card for card. They are
 * talks of the web; what is said in Teams itself stands in said.test.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { realLibrary } from '../../library.ts';
import type { Sent } from './azure.ts';
import { labels, pressed, startTeams, type Teams } from './teams.ts';

const FOLDER = join(import.meta.dirname, '../../transcripts');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
const PATIENCE = 60_000;

let teams: Teams;
beforeAll(async () => {
  teams = await startTeams({ limits: { burst: 1e6, perSecond: 1e6, turns: 500 }, asOnTheWeb: true });
}, PATIENCE);
afterAll(() => teams.close());

interface Exchange {
  readonly you: string;
  /** Lines without their indent; the buttons, once each, are a list of their own. */
  readonly lines: string[];
  readonly buttons: string[];
}

/** A conversation as it is written. */
function read(part: string): { clock: string; exchanges: Exchange[] } {
  const clock = /^Clock: (.+)$/m.exec(part)?.[1] ?? '';
  const exchanges = part
    .split(/^You: /m)
    .slice(1)
    .map((block) => {
      const [you = '', ...rest] = block.trimEnd().split('\n');
      const all = rest.filter(Boolean).map((line) => line.slice('Bot: '.length));
      const buttons = all.filter((line) => /^\[.*\]$/.test(line));
      return {
        you,
        lines: all.filter((line) => !buttons.includes(line)),
        buttons: [...new Set(buttons.flatMap((line) => line.slice(1, -1).split('] [')))],
      };
    });
  return { clock, exchanges };
}

/** The number that a link shows when its words do not hold it. */
const plain = (title: string): string => title.replace(/ \(\d+\)$/, '');

function* containerLines({ id, items }: Sent): Generator<string> {
  const texts: string[] = items
    .filter(({ type }: Sent) => type === 'TextBlock')
    .map(({ text }: Sent) => text);
  const links: Sent[] = items.flatMap(({ actions = [] }: Sent) => actions);
  if (id === 'title') yield `== ${texts[0]} ==`;
  else if (id === 'slim') yield `-- ${texts[0]} ${links.map(({ title }) => plain(title)).join(' | ')}`;
  else if (id === 'notes') for (const text of texts) yield `note: ${text}`;
  else if (id === 'silent') for (const text of texts.slice(1)) yield `silent: ${text}`;
  else if (id === 'words') for (const text of texts.slice(1)) yield `say: "${text}"`;
  else {
    yield `* ${texts[0]}: ${texts[1]}`;
    for (const fact of texts.slice(2)) yield `    ${fact}`;
    for (const { title, url } of links) yield `    > ${plain(title)} <${url}>`;
  }
}

/** What was said, as it would be written. */
const told = (said: readonly Sent[]): string[] =>
  said.flatMap(({ text, attachments = [] }) => [
    ...(text === undefined ? [] : text.split('\n')),
    ...attachments
      .flatMap(({ content }: Sent) => content.body)
      .filter(({ type }: Sent) => type === 'Container')
      .flatMap((one: Sent) => [...containerLines(one)]),
  ]);

function posted(you: string, before: readonly Sent[]): object {
  if (you === '(opens the chat)') return { type: 'event', name: 'signpost.start' };
  if (you === '(sends a picture)') return { attachments: [{ contentType: 'image/png', contentUrl: 'x' }] };
  const button = /^\[(.+)\]$/.exec(you)?.[1];
  if (button) return pressed(before, button);
  return { text: you === '(sends nothing)' ? '' : you };
}

async function play(part: string, name: string): Promise<void> {
  // Those of Teams itself are for said.test.ts.
  if (/^Channel: /m.test(part)) return;
  const { clock, exchanges } = read(part);
  teams.at = Date.parse(`${clock.replace(' ', 'T')}:00Z`);
  const { ui } = realLibrary().content;
  let said: Sent[] = [];
  for (const [n, { you, lines, buttons }] of exchanges.entries()) {
    const where = { conversation: { conversationType: 'personal', id: name } };
    said = await teams.say({ ...posted(you, said), ...where });
    const words = told(said);
    if (n === 0) expect(words.shift()).toBe(ui['teams-first']);
    expect({ you, lines: words, buttons: labels(said) }).toEqual({ you, lines, buttons });
  }
}

/** All that an Adaptive Card 1.3 of ours may hold: https://adaptivecards.io/schemas/adaptive-card.json, made smaller. */
const spacing = z.enum(['none', 'small', 'medium']).optional();
const title = z.string().min(1);
const openUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  title,
  url: z.string().regex(/^(?:tel:\+?\d+$|sms:|https:\/\/)/),
});
const submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title,
  data: z.strictObject({
    choice: z.string(),
    msteams: z.strictObject({
      type: z.literal('messageBack'),
      text: z.string(),
      displayText: z.string(),
      value: z.strictObject({ choice: z.string() }),
    }),
  }),
});
const actionSet = z.strictObject({
  type: z.literal('ActionSet'),
  spacing,
  actions: z
    .array(z.union([openUrl, submit]))
    .min(1)
    .max(6),
});
const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: z.string().min(1),
  wrap: z.literal(true),
  size: z.enum(['medium', 'large']).optional(),
  weight: z.literal('bolder').optional(),
  spacing,
});
const container = z.strictObject({
  type: z.literal('Container'),
  id: z.string(),
  separator: z.boolean().optional(),
  spacing,
  style: z.literal('attention').optional(),
  items: z.array(z.union([textBlock, actionSet])).min(1),
});
const card = z.strictObject({
  contentType: z.literal('application/vnd.microsoft.card.adaptive'),
  content: z.strictObject({
    $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
    type: z.literal('AdaptiveCard'),
    version: z.literal('1.3'),
    lang: z.string().length(2),
    fallbackText: z.string().min(1),
    body: z.array(z.union([container, actionSet])).min(1),
  }),
});

describe('golden transcripts over /api/messages', () => {
  it.each(files)('%s', { timeout: PATIENCE }, async (file) => {
    const parts = readFileSync(join(FOLDER, file), 'utf8').split(/^---$/m);
    for (const [n, part] of parts.entries()) await play(part, `${file} ${n}`);
  });

  it('hold cards as the published schema has them, with links that ring', () => {
    const cards = teams.azure.delivered.flatMap(({ body }) => body.attachments ?? []);
    for (const one of cards) expect(card.safeParse(one).error?.issues).toBe(undefined);
    const words = JSON.stringify(cards);
    for (const link of ['"tel:999"', '"tel:08001111"']) expect(words).toContain(link);
  });

  it('come in messages that Teams takes', () => {
    const bodies = teams.azure.delivered.map(({ body }) => body);
    for (const body of bodies) {
      expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(28 * 1024);
      expect(body.attachments?.length ?? 1).toBe(1);
      expect(body.suggestedActions?.actions.length ?? 0).toBeLessThanOrEqual(3);
    }
    expect(bodies.filter(({ suggestedActions }) => suggestedActions).length).toBeGreaterThan(0);
  });
});
