/** The token of Teams: held, renewed in silence before it ends, asked for once however many want it. */
import { expect, it } from 'vitest';
import { placeOf, reloads } from '../../src/editor/page/teams/place.ts';
import { NoToken, Tokens } from '../../src/editor/page/teams/tokens.ts';

const MINUTE = 60_000;
const tokenTo = (exp: number, more = '') =>
  `${btoa('{}')}.${btoa(JSON.stringify({ exp: exp / 1_000, more })).replaceAll('=', '')}.x`;

/** Teams, and a clock. */
function teams(...gives: (string | Error)[]) {
  const at = { now: Date.UTC(2026, 10, 24, 10), asked: [] as boolean[] };
  const tokens = new Tokens(
    async (silent) => {
      at.asked.push(silent);
      const given = gives.shift() ?? new Error('asked too often');
      if (given instanceof Error) throw given;
      return given;
    },
    () => at.now,
  );
  return { at, tokens };
}
const START = Date.UTC(2026, 10, 24, 10);

it('asks once for many, and again shortly before the end', async () => {
  const [one, two] = [tokenTo(START + 70 * MINUTE), tokenTo(START + 140 * MINUTE)];
  const { at, tokens } = teams(one, two);
  expect(await Promise.all([tokens.get(), tokens.get(), tokens.get()])).toEqual([one, one, one]);
  at.now += 64 * MINUTE;
  expect(await tokens.get()).toBe(one);
  at.now += 2 * MINUTE;
  expect(await tokens.get()).toBe(two);
  expect(at.asked).toEqual([true, true]);
});

it('goes on with what it has while Teams cannot, until the end', async () => {
  const one = tokenTo(START + 70 * MINUTE);
  const { at, tokens } = teams(one, new Error('network down'), new Error('network down'));
  await tokens.get();
  at.now += 66 * MINUTE;
  expect(await tokens.get()).toBe(one);
  at.now += 5 * MINUTE;
  await expect(tokens.get()).rejects.toMatchObject({ status: 401, lack: 'failed', reason: 'network down' });
});

it('does not ask at each call when the clock of the device is wrong', async () => {
  const past = tokenTo(START - 90 * MINUTE);
  const { at, tokens } = teams(past, past);
  await tokens.get();
  await tokens.get();
  expect(at.asked).toHaveLength(1);
  at.now += 2 * MINUTE;
  await tokens.get();
  expect(at.asked).toHaveLength(2);
});

it('tells whether there is another token than the one that was not believed', async () => {
  const [one, two] = [tokenTo(START + 70 * MINUTE), tokenTo(START + 70 * MINUTE, 'two')];
  const { at, tokens } = teams(one, one, two);
  await tokens.get();
  expect(await tokens.renew(one)).toBe(false);
  expect(await tokens.renew(one)).toBe(true);
  // Another call that was under way with the old one: nobody is asked again.
  expect(await tokens.renew(one)).toBe(true);
  expect(at.asked).toHaveLength(3);
  expect(await tokens.get()).toBe(two);
});

it('no token at all after a refusal, and Teams gives none', async () => {
  const { tokens } = teams(tokenTo(START + 70 * MINUTE), new Error('interaction_required'));
  expect(await tokens.renew(await tokens.get())).toBe(false);
});

it('what is no token of our kind is passed on: the server says so', async () => {
  const { tokens } = teams('opaque');
  expect(await tokens.get()).toBe('opaque');
});

it('a window is asked for only by a person', async () => {
  const { at, tokens } = teams(new Error('consent_required'), tokenTo(START + 70 * MINUTE));
  await expect(tokens.get()).rejects.toBeInstanceOf(NoToken);
  await tokens.prompt();
  expect(at.asked).toEqual([true, false]);
});

const at = (search: string, hash: string) => ({ origin: 'https://x.example', search, hash });

it.each([
  ['opened by a link', at('', ''), 'dialog/a/b', 'dialog/a/b'],
  ['opened without', at('', ''), undefined, null],
  ['loaded again after going on', at('?opened=dialog%2Fa%2Fb', '#history'), 'dialog/a/b', null],
  ['another link than before', at('?opened=dialog%2Fa%2Fb', '#history'), 'services', 'services'],
  ['the first link after a start without', at('?opened=', '#history'), 'services', 'services'],
  ['no place', at('', ''), 'javascript:alert(1)', null],
] as const)('%s', (_, address, linked, place) => {
  expect(placeOf(address, linked)).toBe(place);
});

it('the address of a reload leads back to where somebody was', () => {
  const again = new URL(reloads(at('', '#history'), 'dialog/a/b'));
  expect(placeOf(at(again.search, again.hash), 'dialog/a/b')).toBe(null);
  expect(again.hash).toBe('#history');
});
