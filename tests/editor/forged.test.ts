/** Whoever forges tokens, on however many connections, keeps nobody waiting whose token is right. */
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Entra, rigOf, startEntra } from './entra.ts';
import { tokensOf } from './hostile.ts';
import { folder, type Place, type Rig } from './rig.ts';

const CONNECTIONS = 300;

let place: Place;
let entra: Entra;
let at: Rig;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
beforeAll(async () => {
  place = await folder();
  entra = await startEntra();
  at = await rigOf(entra, place);
});
afterAll(async () => {
  agent.destroy();
  await at.stop();
  entra.close();
  await place.clear();
});

const ask = (authorization: string): Promise<number> =>
  new Promise((resolve) => {
    const made = request(`${at.url}/editor/api/desk`, { agent, headers: { authorization } }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    made.on('error', () => resolve(0));
    made.end();
  });

it('the bot is switched off and on by bearer, each time', { timeout: 60_000 }, async () => {
  const { HOSTILE, says } = tokensOf(entra.config.issuer);
  const lead = { authorization: `Bearer ${says({ roles: ['SafeguardingLead'] })}` };
  const call = (path: string) => at.person('', '').call('POST', path, { why: 'a trial' }, lead);
  expect((await call('/off')).status).toBe(200);
  let goesOn = true;
  const seen = new Set<number>();
  const forging = Array.from({ length: CONNECTIONS }, async () => {
    while (goesOn) seen.add(await ask(`Bearer ${HOSTILE['signed by another key']}`));
  });
  const statuses: number[] = [];
  for (let n = 0; n < 4; n += 1) for (const path of ['/on', '/off']) statuses.push((await call(path)).status);
  goesOn = false;
  await Promise.all(forging);
  expect([...new Set(statuses)]).toEqual([200]);
  expect([...seen]).toEqual([401]);
});
