/** The first message of a talk without scripts: its page has a name of one use, so that Back cannot show it again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf, NAME, post, say } from './posting.ts';
import { type Stage, serve } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await serve();
});
afterEach(() => stage.close());

const PAGE = `${'A'.repeat(22)}.0`;
const OTHER = `${'B'.repeat(22)}.0`;

describe('the first message', () => {
  it('begins a talk, whose token is another than the name of the page it came from', async () => {
    const view = await say(stage, [
      ['talk', ''],
      ['words', 'one'],
      ['talk', PAGE],
    ]);
    expect(view).toMatchObject({
      token: expect.stringMatching(NAME),
      said: 'one',
      notice: null,
      ended: false,
    });
    expect(idOf(view.token)).not.toBe(idOf(PAGE));
    expect(view.token).toMatch(/\.1$/);
  });

  it.each([
    ['deleted-page', (name: string) => post(stage, { talk: name, delete: '1' })],
    ['deleted-page', (name: string) => post(stage, 'PING', {}, `/chat/leave/${name}`)],
    ['deleted-page', (name: string) => say(stage, { talk: name, words: 'delete this' })],
    [
      'expired-page',
      async () => {
        stage.tick(16 * 60_000);
        expect(stage.form.sweep()).toBe(1);
      },
    ],
  ] as const)('is neither answered nor shown again when the talk is over: %s', async (notice, end) => {
    const { token } = await say(stage, { talk: PAGE, words: 'one' });
    await end(token);
    const asked = stage.asked.length;
    const again = await say(stage, { talk: PAGE, words: 'one' });
    expect(again).toEqual({ token: '', said: null, activities: [], notice, ended: true, locale: 'en' });
    expect(stage.asked).toHaveLength(asked);
    // Whoever opens the page anew has another name.
    expect(await say(stage, { talk: OTHER, words: 'one' })).toMatchObject({ said: 'one', notice: null });
    stage.tick(61 * 60_000);
    expect(await say(stage, { talk: PAGE, words: 'one' })).toMatchObject({ said: 'one', notice: null });
  });

  it('is neither answered nor shown again when the talk went on before it ended', async () => {
    const first = await say(stage, { talk: PAGE, words: 'one' });
    const { token } = await say(stage, { talk: first.token, words: 'two' });
    await post(stage, { talk: token, delete: '1' });
    expect((await say(stage, { talk: PAGE, words: 'one' })).said).toBeNull();
    expect((await say(stage, { talk: first.token, words: 'two' })).said).toBeNull();
  });

  it('is answered again while the talk goes on: a finger that pressed twice', async () => {
    await say(stage, { talk: PAGE, words: 'one' });
    expect(await say(stage, { talk: PAGE, words: 'one' })).toMatchObject({ said: 'one', notice: null });
  });

  it('asks nothing of an old page that has no name', async () => {
    const { token } = await say(stage, { talk: '', words: 'one' });
    await post(stage, { talk: token, delete: '1' });
    expect((await say(stage, { talk: '', words: 'one' })).said).toBe('one');
  });
});
