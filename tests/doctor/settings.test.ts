/** What the doctor says of settings that nearly are right; and whom it does not ask because of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examine, type Part } from '../../src/doctor/doctor.ts';
import { lineOf } from '../../src/doctor/finding.ts';
import { openPlace, type Place, SECRETS, TENANT } from './rig.ts';

let folder = '';
let place: Place;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-doctor-'));
  place = await openPlace(folder);
});
afterAll(() => {
  place.close();
  rmSync(folder, { recursive: true, force: true });
});

type Change = Readonly<Record<string, string | undefined>>;
const NOTHING = () => Object.fromEntries(Object.keys(place.env).map((name) => [name, undefined]));
/** Of content and package: a folder without any is looked at. */
const ELSEWHERE = ['content', 'package'];

async function look(change: Change = {}, without: readonly Part[] = []) {
  const asked: string[] = [];
  const found = await examine({
    env: { ...place.env, ...change },
    root: folder,
    node: '24.21.0',
    version: '1.2.3',
    without,
    fetch: (url, init) => {
      asked.push(`${init?.method ?? 'GET'} ${url}`);
      return place.fetch(url, init);
    },
    now: Date.now,
  });
  const findings = found.filter(({ name }) => !ELSEWHERE.includes(name));
  return { asked, findings, lines: findings.map((one) => lineOf(one).replace(/ +/g, ' ')) };
}
const faults = async (change: Change, without: readonly Part[] = []) =>
  (await look(change, without)).lines.filter((line) => !/^(?:ok|warning) /.test(line));

describe('ids in capitals', () => {
  it('are as good as small ones, as for the server', async () => {
    const names = [
      'ENTRA_TENANT',
      'ENTRA_CLIENT_ID',
      'ENTRA_CLIENTS',
      'TEAMS_APP_ID',
      'BOT_APP_ID',
      'BOT_TENANT',
    ];
    const change = Object.fromEntries(names.map((name) => [name, place.env[name]?.toUpperCase()]));
    expect(await faults(change)).toEqual([]);
  });
});

describe('an address that was refused', () => {
  const open = { NODE_ENV: 'production' };
  it('is not asked: no secret goes over an open line', async () => {
    const bot = { BOT_LOGIN_URL: undefined, BOT_METADATA_URL: undefined };
    const { asked, lines } = await look({ ...open, ...bot }, ['bot']);
    expect(lines).toContain('wrong ENTRA_AUTHORITY: write an address that begins with https://');
    expect(lines).toContain('not checked issuer: it needs a right ENTRA_AUTHORITY first');
    expect(asked.filter((one) => one.includes('127.0.0.1'))).toEqual([]);
    expect(asked.filter((one) => one.includes('/token'))).toEqual([]);
  });

  it('nor is one of the bot', async () => {
    const { asked } = await look({ ...open, ENTRA_AUTHORITY: undefined, BOT_METADATA_URL: undefined }, [
      'staff',
    ]);
    expect(asked.filter((one) => one.includes('127.0.0.1'))).toEqual([]);
  });

  it.each([
    ['http://signpost.council.gov.uk', 'it must begin with https://'],
    ['https://signpost.council.gov.uk/chat', 'take away what stands after the name'],
    ['https://signpost.council.gov.uk/', 'take the slash at its end away'],
    ['https://localhost', 'others cannot find this name: write one that the internet knows'],
    ['https://signpost.local', 'others cannot find this name: write one that the internet knows'],
    ['https://10.0.0.1', 'others cannot find this name: write one that the internet knows'],
    ['signpost.council.gov.uk', 'it must begin with https://'],
    ['https://signpost.example.gov.uk', 'this is the name of an example: write your own'],
    ['https://Signpost.council.gov.uk', 'write it in small letters'],
    ['https://signpost.council.gov.uk ', 'there is a space at its end: take it away'],
    ['<address>', 'a placeholder stands there: write the real value'],
  ])('PUBLIC_URL=%s: nothing is said to be right of it, and nobody is asked there', async (value, says) => {
    const { asked, lines } = await look({ PUBLIC_URL: value });
    expect(lines.filter((line) => line.includes('PUBLIC_URL:'))).toEqual([`wrong PUBLIC_URL: ${says}`]);
    for (const name of ['redirect address', 'frame of Teams', 'messaging endpoint'])
      expect(lines).toContain(`not checked ${name}: it needs a right PUBLIC_URL first`);
    expect(asked.filter((one) => !one.includes('127.0.0.1'))).toEqual([]);
  });

  it('EDITOR_URL stands in the way of what staff open, and of nothing else', async () => {
    const { lines } = await look({ EDITOR_URL: 'https://editor.council.gov.uk/editor' });
    for (const name of ['redirect address', 'frame of Teams'])
      expect(lines).toContain(`not checked ${name}: it needs a right EDITOR_URL first`);
    expect(lines.find((line) => line.includes('messaging endpoint'))).toMatch(/^ok /);
  });
});

describe('the bot’s own identity', () => {
  it.each([
    [{ BOT_APP_ID: '22222222-2222-3333-4444-555555555555' }, /^wrong BOT_APP_ID: this is the registration/],
    [{ BOT_APP_SECRET: SECRETS.ENTRA_CLIENT_SECRET }, /^wrong BOT_APP_SECRET: this is the secret/],
  ])('is not that of staff: %o', async (change: Change, line) => {
    const found = await faults(change);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(line);
    expect(found[0]).not.toContain(SECRETS.ENTRA_CLIENT_SECRET);
  });

  it('may be of another tenant, and that is said', async () => {
    const { lines } = await look({ BOT_TENANT: '99999999-2222-3333-4444-555555555555' });
    expect(lines.filter((line) => line.includes('BOT_TENANT:'))).toEqual([
      expect.stringMatching(/^warning BOT_TENANT: not the tenant of ENTRA_TENANT/),
    ]);
  });
});

describe('a slip of the hand', () => {
  it.each([
    [{ ENTRA_TENANT: `${TENANT} ` }, 'ENTRA_TENANT: there is a space at its end'],
    [{ ENTRA_CLIENT_ID: `{${TENANT}}` }, 'ENTRA_CLIENT_ID: there are braces around it'],
    [{ BOT_APP_ID: `"${TENANT}"` }, 'BOT_APP_ID: there are quotes around it'],
    [{ TEAMS_APP_ID: '1111' }, 'TEAMS_APP_ID: an id has 36 letters, digits and dashes, and this has 4'],
    [{ ENTRA_CLIENT_SECRET: 'abc8Q~short' }, 'ENTRA_CLIENT_SECRET: it has too few letters'],
    [{ BOT_APP_SECRET: '<Value of the secret>' }, 'BOT_APP_SECRET: a placeholder stands there'],
    [{ BOT_APP_SECRET: `${SECRETS.BOT_APP_SECRET} ` }, 'BOT_APP_SECRET: there is a space at its end'],
    [{ BOT_APP_TYPE: 'MultiTenant' }, 'BOT_APP_TYPE: write SingleTenant or UserAssignedMSI'],
    [{ PORT: 'many' }, 'PORT: write a whole number from 0 to 65535'],
    [{ EDITOR_PORT: '70000' }, 'EDITOR_PORT: write a whole number from 0 to 65535'],
    [
      { ENTRA_CLIENTS: '1fec8e78-bce4-4aaf-ab1b-5451cc387264;5e3ce6c0-2b1f-4285-8d4b-75ee78787346' },
      'ENTRA_CLIENTS: separate them by commas',
    ],
  ])('%o is told as it is', async (change: Change, says) => {
    const name = Object.keys(change)[0] ?? '';
    const { lines } = await look(change);
    const found = lines.filter((line) => line.includes(` ${name}:`));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^wrong /);
    expect(found[0]).toContain(says);
  });
});

describe('what a place does without', () => {
  it('is taken out whole', async () => {
    const gone = { BOT_APP_ID: undefined, BOT_TENANT: undefined };
    const found = await faults({ ...gone, BOT_LOGIN_URL: undefined, BOT_METADATA_URL: undefined }, ['bot']);
    expect(found).toEqual(['wrong BOT_APP_SECRET: take it out, or look without --without bot']);
  });

  it('is no matter when it is right', async () => {
    expect(await faults({}, ['bot'])).toEqual([]);
  });
});

it('asks for nobody’s clients before there is an app', async () => {
  const { lines } = await look({ ...NOTHING(), DATA_DIR: folder });
  expect(lines).toContain('not checked ENTRA_CLIENTS: it needs ENTRA_CLIENT_ID first');
  expect(lines).toContain(
    'missing ENTRA_CLIENT_ID: copy the "Application (client) ID" of the app registration',
  );
});
