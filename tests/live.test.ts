/** What residents see is swapped whole while they talk; what cannot be shown is not; a bot switched off still helps. */
import { describe, expect, it } from 'vitest';
import { ContentError } from '../src/content/problem.ts';
import { Counts } from '../src/counts/counts.ts';
import type { Shown } from '../src/edition.ts';
import { openVersion } from '../src/library.ts';
import { createLive } from '../src/live.ts';
import { createLog } from '../src/log.ts';
import { MemoryStorage } from '../src/sessions/memory.ts';
import { createSessions } from '../src/sessions/sessions.ts';
import { shippedFiles } from '../src/store/shipped.ts';
import { createTurn } from '../src/turn.ts';
import { TUESDAY_TEN } from './bot.ts';
import { ROOT, realLibrary } from './library.ts';
import { BARE_SITE } from './site/pages.ts';

const AS_SHIPPED: Shown = {
  version: 'shipped',
  off: false,
  hidden: new Set(),
  rung: new Map(),
  approved: '',
};
const GIFTS = 'dialogs/gifts-and-favours.yaml';
const now = () => TUESDAY_TEN;

async function stage(versions: Readonly<Record<string, Readonly<Record<string, string>>>> = {}) {
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line), 'info');
  const live = createLive(realLibrary(), AS_SHIPPED, {
    site: BARE_SITE,
    log,
    now,
    open: async (version) => {
      const files = versions[version];
      if (!files) throw new Error('no such version');
      return openVersion(ROOT, files);
    },
  });
  const storage = new MemoryStorage({ idleMs: 900_000, lifeMs: 3_600_000 }, now);
  const turn = createTurn({
    library: () => live.now().library,
    off: () => live.now().off,
    sessions: createSessions(storage),
    counts: new Counts(),
    log,
    now,
  });
  const say = async (input: { text: string } | { choice: string } | { event: 'start' | 'wipe' }) => {
    const result = await turn({ conversation: 'one', ...input });
    const words = JSON.stringify(result.replies.flatMap((reply) => live.now().render(reply, result.view)));
    return { ...result, words };
  };
  const page = (path: string) => live.now().pages.get(path)?.body.toString() ?? '';
  return { live, say, page, lines };
}

const shipped = await shippedFiles(ROOT);
const changed = (edit: (text: string) => string) => ({ ...shipped, [GIFTS]: edit(shipped[GIFTS] ?? '') });

describe('another version', () => {
  it('is said at once, in the talk that is under way too', async () => {
    const { live, say } = await stage({
      next: changed((text) =>
        text.replace(/^( {2}first:\n {4}say:\n {6}- ).*$/m, '$1This is the new sentence.'),
      ),
    });
    await say({ event: 'start' });
    expect((await say({ choice: ':open/gifts-and-favours' })).words).not.toContain(
      'This is the new sentence.',
    );
    expect(await live.show({ ...AS_SHIPPED, version: 'next' })).toBe(true);
    const said = await say({ choice: ':open/gifts-and-favours' });
    expect(said.words).toContain('This is the new sentence.');
    expect(said.outcome).not.toBe('moved');
  });

  it('without the step that somebody stands on leads them to a safe place', async () => {
    const gone = Object.fromEntries(
      Object.entries(shipped).map(([path, text]) => [
        path,
        text.replaceAll(/\bwants-back\b/g, 'wants-it-back'),
      ]),
    );
    const { live, say } = await stage({ gone });
    await say({ event: 'start' });
    await say({ choice: 'gifts-and-favours/first#0' });
    const shown = await live.show({ ...AS_SHIPPED, version: 'gone' });
    expect(shown).toBe(true);
    expect((await say({ text: 'what now' })).outcome).toBe('moved');
  });

  it.each([
    ['is not there', {}],
    ['is broken', { next: changed(() => 'version: [') }],
    ['has no way to help', { next: changed((text) => text.replaceAll('go:', 'go-nowhere:')) }],
  ])('that %s changes nothing', async (_, versions) => {
    const { live, say, lines } = await stage(versions);
    const before = live.now();
    expect(await live.show({ ...AS_SHIPPED, version: 'next' })).toBe(false);
    expect(live.now()).toBe(before);
    expect(lines.join()).toContain('edition-failed');
    expect((await say({ event: 'start' })).outcome).toBe('welcomed');
    // Nor does it stand in the way of the next one.
    expect(await live.show({ ...AS_SHIPPED, off: true })).toBe(true);
  });

  it('that is broken keeps no wrong number up, and the bot not on', async () => {
    const { live, page } = await stage();
    const decided = { ...AS_SHIPPED, version: 'lost', hidden: new Set(['childline']) };
    expect(await live.show(decided)).toBe(false);
    expect(page('/get-help').includes('tel:08001111')).toBe(false);
    expect(await live.show({ ...decided, off: true })).toBe(false);
    expect(page('/chat').includes('The chat is switched off')).toBe(true);
    expect(live.now().version).toBe('shipped');
  });

  it('that is broken is told with what is wrong', async () => {
    await expect(
      openVersion(
        ROOT,
        changed(() => 'version: ['),
      ),
    ).rejects.toThrow(ContentError);
  });
});

describe('switched off', () => {
  it('each message is answered with that, and with the urgent card that fits the words', async () => {
    const { live, say } = await stage();
    await live.show({ ...AS_SHIPPED, off: true });
    const { ui } = realLibrary().content;
    for (const text of ['hello', 'he is outside my house now']) {
      const said = await say({ text });
      expect(said.outcome).toBe('switched-off');
      expect(said.words).toContain(ui['switched-off']);
      expect(said.words).toContain('tel:999');
    }
    expect((await say({ text: 'he is outside my house now' })).level).toBe('urgent');
    expect((await say({ event: 'start' })).words).toContain('tel:999');
    expect((await say({ event: 'wipe' })).wiped).toBe(true);
  });

  it.each([
    '/chat',
    '/embed',
    '/app',
    '/app?theme=dark',
  ])('%s shows the numbers and no form', async (path) => {
    const { live, page } = await stage();
    expect(page(path)).toContain('<textarea');
    await live.show({ ...AS_SHIPPED, off: true });
    expect(page(path)).not.toContain('<textarea');
    expect(page(path)).toContain('The chat is switched off');
    expect(page(path)).toContain('href="tel:999"');
    expect(page(path)).toContain('href="tel:08001111"');
    await live.show(AS_SHIPPED);
    expect(page(path)).toContain('<textarea');
  });
});

it('a hidden number goes from cards and pages at once, and comes back', async () => {
  const { live, page } = await stage();
  await live.show({ ...AS_SHIPPED, hidden: new Set(['childline']) });
  expect(page('/get-help')).not.toContain('tel:08001111');
  expect(page('/chat')).not.toContain('tel:08001111');
  expect(page('/')).not.toContain('tel:08001111');
  expect(page('/')).toContain('tel:999');
  await live.show(AS_SHIPPED);
  expect(page('/')).toContain('tel:08001111');
});
