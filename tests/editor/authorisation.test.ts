/** Every route, asked by everybody: answered as it is declared, over real HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { route, type Who } from '../../src/editor/route.ts';
import { createRoutes } from '../../src/editor/routes.ts';
import { IDLE_MS } from '../../src/editor/staff-sessions.ts';
import { ROLES } from '../../src/store/desk.ts';
import { type Entra, rigOf, startEntra } from './entra.ts';
import { tokensOf } from './hostile.ts';
import { folder, type Person, type Place, type Rig, rig } from './rig.ts';

const ROUTES = createRoutes(true).map(({ method, path, roles }) => ({ method, path, roles }));
const address = (path: string): string => path.replace(':id', 'some-draft');
const asked = ({ method, path }: (typeof ROUTES)[number]) =>
  [method, address(path), method === 'GET' ? undefined : {}] as const;

let place: Place;
let at: Rig;
let entra: Entra;
let teams: Rig;
const people = new Map<string, Person>();
beforeAll(async () => {
  place = await folder();
  at = await rig(place);
  for (const role of ROLES) people.set(role, await at.signIn(role));
  entra = await startEntra();
  teams = await rigOf(entra, place, { desk: at.desk });
});
afterAll(async () => {
  await teams.stop();
  entra.close();
  await at.stop();
  await place.clear();
});

describe('the table', () => {
  it('declares for every route who may', () => {
    for (const { path, roles } of ROUTES) {
      const declared = roles === 'signed-in' || (Array.isArray(roles) && roles.length > 0);
      expect(declared, path).toBe(true);
      if (Array.isArray(roles)) for (const role of roles) expect(ROLES, path).toContain(role);
    }
    // @ts-expect-error a route without declared roles does not compile
    const open: Who = [];
    // @ts-expect-error nor one that leaves them out
    route('GET /open', undefined, async () => ({}));
    expect(open).toEqual([]);
  });

  it('has the routes that api.ts names, and no other', () => {
    expect(ROUTES.map(({ method, path }) => `${method} ${path}`).sort()).toMatchInlineSnapshot(`
      [
        "GET /desk",
        "GET /diff",
        "GET /drafts/:id",
        "GET /file",
        "GET /pulse",
        "GET /search",
        "GET /trail",
        "POST /check",
        "POST /diff",
        "POST /drafts/:id/approve",
        "POST /drafts/:id/ask",
        "POST /drafts/:id/drop",
        "POST /drafts/:id/publish",
        "POST /drafts/:id/send-back",
        "POST /map",
        "POST /off",
        "POST /on",
        "POST /phrases",
        "POST /phrases/drop",
        "POST /preview",
        "POST /roll-back",
        "POST /services/ask-back",
        "POST /services/hide",
        "POST /services/rung",
        "POST /services/show",
        "POST /sign-out",
        "POST /texts/approve",
        "POST /texts/take-back",
        "POST /would-say",
        "PUT /drafts/:id",
      ]
    `);
  });
});

const EVERY = ROUTES.map((one) => [`${one.method} ${one.path}`, one] as const);

describe.each(EVERY)('%s', (_, one) => {
  const [method, path, body] = asked(one);
  const changes = method !== 'GET';

  it('nobody: not signed in', async () => {
    const answer = await at.person('', '').call(method, path, body);
    expect([answer.status, answer.body.error.code]).toEqual([401, 'not-signed-in']);
  });

  it('a session that never was', async () => {
    const made = at.person(`signpost-staff=${'x'.repeat(32)}`, 'x');
    expect((await made.call(method, path, body)).status).toBe(401);
  });

  it("another tenant's token", async () => {
    const { says } = tokensOf(entra.config.issuer);
    const authorization = `Bearer ${says({ tid: '99999999-2222-3333-4444-555555555555' })}`;
    const answer = await teams.person('', '').call(method, path, body, { authorization });
    expect([answer.status, answer.body.error.code]).toEqual([401, 'wrong-tenant']);
  });

  it.each(ROLES)('%s from another site', async (role) => {
    const person = people.get(role) as Person;
    const foreign = [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ];
    for (const headers of [...foreign, { 'sec-fetch-site': 'same-site' }]) {
      const answer = await person.call(method, path, body, headers);
      expect([answer.status, answer.body.error.code]).toEqual([403, 'bad-origin']);
    }
  });

  it.each(ROLES)('%s without the page’s own sign', async (role) => {
    const { cookie, csrf } = people.get(role) as Person;
    for (const wrong of ['', `${csrf}x`, csrf.toUpperCase(), `${csrf.slice(1)}é`]) {
      const answer = await at.person(cookie, wrong).call(method, path, body);
      if (changes) expect([answer.status, answer.body.error.code]).toEqual([403, 'bad-csrf']);
      else expect(answer.body?.error?.code).not.toBe('bad-csrf');
    }
  });

  it.each(ROLES)('%s: as declared, by token and by session', async (role) => {
    const may = one.roles === 'signed-in' || one.roles.includes(role as never);
    const name = { editor: 'Editor', approver: 'Approver', 'safeguarding-lead': 'SafeguardingLead' }[role];
    const { says } = tokensOf(entra.config.issuer);
    const authorization = `Bearer ${says({ roles: [name] })}`;
    const answers = [await teams.person('', '').call(method, path, body, { authorization })];
    answers.push(await (people.get(role) as Person).call(method, path, body));
    for (const answer of answers) {
      if (may) expect([401, 403, 405, 500]).not.toContain(answer.status);
      else expect([answer.status, answer.body.error.code]).toEqual([403, 'not-your-role']);
    }
  });
});

it('an hour later nobody is signed in', async () => {
  const other = await rig(place, { desk: at.desk });
  const person = await other.signIn('editor');
  other.at += IDLE_MS - 1_000;
  expect((await person.get('/desk')).status).toBe(200);
  other.at += IDLE_MS + 1_000;
  for (const [, one] of EVERY) expect((await person.call(...asked(one))).status).toBe(401);
  await other.stop();
});

it('what is refused is logged by its code, and nothing that was sent is', () => {
  const lines = at.log.join('\n');
  expect(lines).toContain('"event":"staff-refused","code":"bad-origin","status":403');
  expect(lines).not.toMatch(/evil|some-draft|local\/editor|signpost-staff/);
});
