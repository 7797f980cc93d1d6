/** What is said to a professional in Teams is true of Teams: their employer keeps the chat, and there is no page to leave. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realLibrary } from '../../library.ts';
import type { Sent } from './azure.ts';
import { buttons, labels, pressed, startTeams, type Teams } from './teams.ts';

const { ui } = realLibrary().content;
const PATIENCE = 120_000;
const install = { type: 'installationUpdate', action: 'add' };
const FALSE_IN_TEAMS =
  /don.t save|no saved copy|leave now|hide that i was here|at the top|this page|another page|your screen|only count visits|nobody reads/i;
const CHILDRENS =
  /phone bill|stay in your phone|before you say yours|You don't have to say your name|need to talk\?/;

let teams: Teams;
let talk = 0;
beforeAll(async () => {
  teams = await startTeams({ limits: { burst: 1e6, perSecond: 1e6, turns: 100_000 } });
}, PATIENCE);
afterAll(() => teams.close());

const texts = (said: readonly Sent[]): string[] => said.flatMap(({ text }) => text ?? []);
const words = (said: readonly Sent[]): string => JSON.stringify(said);

/** Somebody who has just installed the app. */
async function arrived() {
  const conversation = { conversationType: 'personal', id: `talk-${++talk}` };
  const say = (more: object) => teams.say({ conversation, ...more });
  return { opening: await say(install), say };
}

const PRIVACY = [
  'can my manager read this',
  'is this private?',
  'who keeps this chat',
  'do you save my words',
  'Who can see what I type?',
  'is this confidential',
  'can my employer see this chat',
  'do you store what I write',
  'is this chat recorded',
  'who reads my messages here',
  'will anyone see this',
  'is this anonymous',
  'can IT read this conversation',
  'how long do you keep my messages',
  'can the police read this',
  'is my chat saved',
  'how do i hide that i was here',
  'can I delete what I said here',
];

describe('privacy', () => {
  it.each(PRIVACY)('%s', { timeout: PATIENCE }, async (text) => {
    const { say } = await arrived();
    const said = words(await say({ text }));
    expect(said).not.toMatch(FALSE_IN_TEAMS);
    expect(said).toMatch(/Teams keeps this chat|Who can see what I type\?|Teams still has it/);
  });

  it('is told as it is in Teams', async () => {
    const { say } = await arrived();
    const said = await say({ text: 'can my manager read this' });
    expect(texts(said)[0]).toBe('Teams keeps this chat. It has your name on it. Your employer can read it.');
    expect(labels(said)).toContain('Who can I ring?');
  });
});

describe('the beginning', () => {
  const isOpening = (said: readonly Sent[], opening: readonly Sent[]) => {
    expect(texts(said)).toEqual(texts(opening));
    expect(labels(said)).toEqual(labels(opening));
    expect(texts(said)[0]).toBe(ui['teams-first']);
  };

  it.each(['Start again', 'hello', 'restart'])('is the same after "%s"', async (text) => {
    const { opening, say } = await arrived();
    await say({ text: 'what is grooming' });
    isOpening(await say({ text }), opening);
  });

  it('is the same after the talk was deleted, which Teams keeps', async () => {
    const { opening, say } = await arrived();
    expect(texts(await say({ text: 'Delete this talk' }))).toEqual([
      "I've forgotten our talk. Teams still keeps it, and your employer can read it there.",
    ]);
    isOpening(await say({ text: 'hello' }), opening);
  });

  it('is where "go back" ends', async () => {
    const { opening, say } = await arrived();
    await say(pressed(opening, 'I work with children'));
    isOpening(await say({ text: 'go back' }), opening);
  });
});

describe('a professional', () => {
  it('gets the topics of their work first, and all others from there', async () => {
    const { say } = await arrived();
    const topics = await say({ text: 'See all topics' });
    expect(labels(topics)).toContain('Refer a child');
    const all = await say(pressed(topics, 'Topics for children, and more'));
    expect(labels(all)).toContain('Online and pictures');
  });

  it.each([
    ['2026-11-24T10:00:00Z', 'tel:03004560108'],
    ['2026-11-24T20:00:00Z', 'tel:03004560100'],
  ])('is told whom to ring at %s, without the notes for children', async (at, link) => {
    const before = teams.at;
    teams.at = Date.parse(at);
    const { say } = await arrived();
    for (const text of ['help', 'Show me who to ring']) {
      const said = await say({ text });
      expect(words(said[0])).toContain(ui['slim-work']);
      expect(words(said[0])).toMatch(new RegExp(`"tel:999".*"${link}"`));
      expect(words(said)).not.toMatch(CHILDRENS);
    }
    teams.at = before;
  });

  it('who is not understood is reminded of names, and shown whom to ring', async () => {
    const { say } = await arrived();
    const said = await say({ text: 'My name is Jane Smith and I am worried about Tom Jones aged 13' });
    expect(texts(said)).toContain(ui['no-names']);
    expect(words(said)).toContain('tel:03004560108');
    const next = await say({ text: 'xyzzy plugh' });
    expect(texts(next)).toContain(ui['no-names']);
    expect(words(next)).toContain('tel:03004560108');
  });
});

it('no button leads to words that are false in Teams', { timeout: PATIENCE }, async () => {
  const { opening, say } = await arrived();
  const seen = new Set<string>();
  const told: string[] = [];
  const look = (said: readonly Sent[]): object[] => {
    // What pupils are told on the web is quoted to their school.
    const own = said.filter(({ text = '' }) => !text.startsWith('It says to them, '));
    if (FALSE_IN_TEAMS.test(words(own))) told.push(`${texts(said).join(' / ')} ${labels(said).join(', ')}`);
    const fresh = buttons(said).filter(({ data }) => !seen.has(data.choice));
    for (const { data } of fresh) seen.add(data.choice);
    return fresh.map(({ title }) => pressed(said, title));
  };
  const left = look(opening);
  for (let next = left.pop(); next; next = left.pop()) left.push(...look(await say(next)));
  expect(told).toEqual([]);
  expect(seen.size).toBeGreaterThan(800);
});
