/** However many sign in at once, a child's turn takes as long as ever. */
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTurnstile } from '../../src/server/turnstile.ts';
import { type Entra, rigOf, startEntra } from './entra.ts';
import { tokensOf } from './hostile.ts';
import { folder, type Place, type Rig } from './rig.ts';

let place: Place;
let entra: Entra;
let at: Rig;
beforeAll(async () => {
  place = await folder();
  entra = await startEntra();
  at = await rigOf(entra, place);
});
afterAll(async () => {
  await at.stop();
  entra.close();
  await place.clear();
});

const agent = new Agent({ keepAlive: true, maxSockets: 50 });
const ask = (path: string, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve) => {
    const made = request(`${at.url}${path}`, { agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    made.on('error', () => resolve(0));
    made.end();
  });

/** Milliseconds of turns, one after the other, for as long as `until` says; the slowest tenth begins where it is told. */
async function turns(count: number): Promise<number> {
  const talk = await at.open();
  const took: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const started = performance.now();
    await (await at.say(talk, `hello ${n}`)).json();
    took.push(performance.now() - started);
  }
  took.sort((a, b) => a - b);
  return took[Math.floor(took.length * 0.9)] ?? 0;
}

it('a thousand sign-ins a second', async () => {
  const { HOSTILE } = tokensOf(entra.config.issuer);
  const bad = { authorization: `Bearer ${HOSTILE['signed by another key']}` };
  await turns(20);
  const quiet = await turns(60);
  let asked = 0;
  const answered: number[] = [];
  const burst = setInterval(() => {
    for (let n = 0; n < 10; n += 1) {
      asked += 1;
      const one = asked % 2 ? ask('/editor/sign-in') : ask('/editor/api/desk', bad);
      void one.then((status) => answered.push(status));
    }
  }, 10);
  let during = 0;
  try {
    const started = performance.now();
    while (performance.now() - started < 3_000) during = Math.max(during, await turns(30));
  } finally {
    clearInterval(burst);
  }
  await expect.poll(() => answered.length, { timeout: 10_000 }).toBe(asked);
  expect(asked).toBeGreaterThan(1_000);
  // Some are sent away; nobody gets in.
  expect(answered.filter((status) => ![303, 401, 503].includes(status))).toEqual([]);
  const last = await turns(60);
  expect(last).toBeLessThan(Math.max(5 * quiet, 50));
  // The same two cores make the burst too: far more than the service's own part of it. What else runs on the machine
  // comes and goes, so that it is quiet on both sides of the burst that it is held against.
  expect(during).toBeLessThan(Math.max(20 * Math.max(quiet, last), 100));
});

it('lets in so many, has so many wait, and sends the rest away', async () => {
  const { enter, leave } = createTurnstile({ atOnce: 2, waiting: 2, patienceMs: 30 });
  const came = [enter(), enter(), enter(), enter(), enter()];
  expect(await Promise.all([came[0], came[1], came[4]])).toEqual([true, true, false]);
  leave();
  expect(await came[2]).toBe(true);
  expect(await came[3]).toBe(false);
  leave();
  leave();
  expect(await Promise.all([enter(), enter()])).toEqual([true, true]);
});
