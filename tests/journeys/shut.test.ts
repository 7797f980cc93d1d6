/** A slip in a setting of the editor, its tab or the bot: that door stays shut and says why, and residents have the chat. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeService, type Service } from './service.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const ID = '22222222-2222-3333-4444-555555555555';
const SECRET = 'aaa8Q~entra-secret-of-forty-letters-xxxx';
const PUBLIC_URL = 'https://signpost.council.gov.uk';
const BOT = { BOT_APP_ID: ID, BOT_TENANT: TENANT };

const env: Record<string, string> = {};
let service: Service;
beforeAll(async () => {
  service = await makeService(env);
});
afterAll(() => service?.remove());
beforeEach(async () => {
  await service.kill();
  for (const name of Object.keys(env)) delete env[name];
});

/** The chat answers, and its help is there. */
async function answers(): Promise<void> {
  const body = new URLSearchParams({ words: 'he is outside my house now' });
  const host = env.PUBLIC_URL ? { host: new URL(env.PUBLIC_URL).host } : {};
  const answer = await fetch(`${service.origin}/chat`, { method: 'POST', body, headers: host });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('tel:999');
}
const health = async () => (await fetch(`${service.origin}/health/ready`)).json();

const SLIPS: [string, Record<string, string>, string[], RegExp][] = [
  ['half of Entra', { ENTRA_TENANT: TENANT, PUBLIC_URL }, ['staff'], /^ {2}ENTRA_CLIENT_SECRET: /m],
  ['half of Entra, on one machine', { ENTRA_TENANT: TENANT }, ['staff'], /^ {2}EDITOR_URL: give/m],
  ['only who else may ask', { ENTRA_CLIENTS: ID }, ['staff'], /^ {2}ENTRA_TENANT: /m],
  ['a bot without its secret', BOT, ['bot'], /^ {2}BOT_APP_SECRET: give/m],
  [
    'ids that are none',
    { BOT_APP_ID: '333', BOT_APP_SECRET: SECRET },
    ['bot'],
    /^ {2}BOT_APP_ID: an id has/m,
  ],
  ['an app id that is none', { TEAMS_APP_ID: 'nope' }, ['teams'], /^ {2}TEAMS_APP_ID: an id has/m],
  ['a port that is too big', { EDITOR_PORT: '70000' }, ['staff'], /^ {2}EDITOR_PORT: write a whole number/m],
  [
    'open lines in production',
    {
      NODE_ENV: 'production',
      PUBLIC_URL: 'http://x.gov.uk',
      ENTRA_TENANT: TENANT,
      ENTRA_CLIENT_ID: ID,
      ENTRA_CLIENT_SECRET: SECRET,
      TEAMS_APP_ID: ID,
    },
    ['staff'],
    /^ {2}PUBLIC_URL: it must begin with https/m,
  ],
];

it.each(SLIPS)(
  '%s: the chat answers, the door is shut and says so',
  async (_, change, doors, line) => {
    Object.assign(env, change);
    await service.start();
    await answers();
    expect(service.printed).toMatch(line);
    expect(service.printed).toContain('npm run doctor');
    expect(service.printed).not.toContain(SECRET);
    for (const door of doors)
      expect(service.printed).toContain(`{"log":"error","event":"door-failed","code":"${door}-shut"}`);
    expect(await health()).toEqual({ ready: true, model: expect.any(Boolean), shut: doors });
    if (!doors.includes('staff')) return;
    // Nobody comes in by a link, and nobody is told of one.
    expect(service.printed).not.toContain('/editor/local/');
    const editor = await fetch(`${service.origin}/editor`);
    expect(editor.status).toBe(env.EDITOR_PORT ? 404 : 503);
    expect(editor.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect((await fetch(`${service.origin}/editor/api/desk`)).status).toBe(env.EDITOR_PORT ? 404 : 503);
  },
  60_000,
);

it('a wrong setting of the public side stops the start', async () => {
  env.PUBLIC_URL = 'signpost.gov.uk';
  await expect(service.start()).rejects.toThrow('ended with 1');
}, 60_000);

it('with nothing wrong no door is told of', async () => {
  await service.start();
  expect(await health()).toEqual({ ready: true, model: expect.any(Boolean) });
  expect(service.printed).not.toContain('door-failed');
  expect(service.printed).toContain('/editor/local/');
}, 60_000);
