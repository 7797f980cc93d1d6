/** Settings that are wrong: those of the public side stop the start, those of a door keep that door shut; all say how to mend it. */
import { describe, expect, it } from 'vitest';
import { type Door, readConfig } from '../src/config.ts';

const US = '22222222-2222-3333-4444-555555555555';
const TENANT = '11111111-2222-3333-4444-555555555555';
const TEAMS = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];
const SECRET = 'aaa8Q~entra-secret-of-forty-letters-xxxx';
const ENTRA = { ENTRA_TENANT: TENANT, ENTRA_CLIENT_ID: US, ENTRA_CLIENT_SECRET: SECRET };
const URL_OF_OURS = { EDITOR_URL: 'https://staff.example' };
const TEAMS_APP_ID = '44444444-2222-3333-4444-555555555555';
const BOT = {
  BOT_APP_ID: '33333333-2222-3333-4444-555555555555',
  BOT_TENANT: TENANT,
  BOT_APP_SECRET: 'bbb8Q~bots-secret-of-forty-letters-yyyyy',
};

type Env = Readonly<Record<string, string>>;
const doorsOf = (env: Env) => readConfig(env).shut.map(({ door }) => door);
const said = (env: Env, door: Door): string =>
  (readConfig(env).shut.find((one) => one.door === door)?.lines ?? []).join('\n');

describe('the public side', () => {
  it.each([
    ['a port that is none', { PORT: 'many' }, 'PORT: write a whole number from 0 to 65535'],
    ['a port that is too big', { PORT: '70000' }, 'PORT: write a whole number from 0 to 65535'],
    ['an address with a path', { PUBLIC_URL: 'https://signpost.example/chat' }, 'PUBLIC_URL: take away'],
    ['a page that may not be', { EMBED_ORIGINS: 'https://a.example;https://b.example' }, 'by commas'],
    ['minutes that are none', { IDLE_MINUTES: '0' }, 'IDLE_MINUTES: write minutes'],
    ['a log that is not known', { LOG_LEVEL: 'everything' }, 'LOG_LEVEL: write error or info or debug'],
    [
      'an exit on http',
      { EXIT_URL: 'http://www.bbc.co.uk' },
      'EXIT_URL: write an address that begins with https',
    ],
    ['a short key', { TOKEN_SECRET: 'short' }, 'TOKEN_SECRET: give 32 letters'],
    ['a short audit key', { AUDIT_KEY: 'short' }, 'AUDIT_KEY'],
    [
      'a database in production without a key',
      { NODE_ENV: 'production', DATABASE_URL: 'postgres://db/x' },
      'AUDIT_KEY',
    ],
    ['another database', { DATABASE_URL: 'mysql://db/x' }, 'DATABASE_URL'],
  ])('%s', (_, env, says) => {
    expect(() => readConfig(env)).toThrow(says);
  });

  it('takes an address of this machine', () => {
    const PUBLIC_URL = 'http://[::1]';
    expect(readConfig({ PUBLIC_URL, ALLOWED_ORIGINS: 'http://127.0.0.1:8080, http://[::1]' })).toMatchObject({
      publicUrl: PUBLIC_URL,
      allowedOrigins: ['http://127.0.0.1:8080', PUBLIC_URL],
    });
  });

  it('names all that is wrong, each once, and speaks with no library’s voice', () => {
    const env = { PORT: 'x', SEARCH: 'yes', ALLOWED_ORIGINS: 'a,b,c', LIFE_MINUTES: 'long', EXIT_URL: 'x' };
    let lines: string[] = [];
    try {
      readConfig(env);
    } catch (error) {
      lines = (error as Error).message.split('\n').slice(1);
    }
    expect(lines.map((line) => line.trim().split(':')[0]).sort()).toEqual(Object.keys(env).sort());
    expect(lines.join('\n')).not.toMatch(/invalid|expected|received|too (?:big|small)|\.0/i);
  });
});

describe('the staff side', () => {
  it('needs no settings at all', () => {
    expect(readConfig({})).toMatchObject({
      dataDir: 'data',
      staff: true,
      databaseUrl: undefined,
      auditKey: undefined,
      editorPort: undefined,
      entra: undefined,
      shut: [],
    });
  });

  it('takes what is given', () => {
    const config = readConfig({
      ...ENTRA,
      ...URL_OF_OURS,
      ENTRA_CLIENTS: TEAMS.join(', '),
      STAFF: 'off',
      EDITOR_PORT: '4000',
      DATA_DIR: '/var/lib/signpost',
    });
    expect(config).toMatchObject({ staff: false, editorPort: 4000, dataDir: '/var/lib/signpost', shut: [] });
    expect(config.entra).toEqual({
      tenant: TENANT,
      clientId: US,
      clientSecret: SECRET,
      clients: [US, ...TEAMS],
      issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    });
  });

  it('knows an id in capitals', () => {
    const id = 'ABCDEF12-2222-3333-4444-5555555555AB';
    const small = id.toLowerCase();
    const ids = { ENTRA_TENANT: id, ENTRA_CLIENT_ID: id, ENTRA_CLIENTS: `${TEAMS[0]?.toUpperCase()},${id}` };
    const config = readConfig({ ...ENTRA, ...URL_OF_OURS, ...ids, TEAMS_APP_ID: id });
    expect(config).toMatchObject({ shut: [], teamsAppId: small });
    expect(config.entra).toMatchObject({
      tenant: small,
      clientId: small,
      clients: [small, TEAMS[0], small],
      issuer: `https://login.microsoftonline.com/${small}/v2.0`,
    });
  });

  it.each([
    ['half of Entra', { ENTRA_TENANT: TENANT, ...URL_OF_OURS }, 'give all three'],
    ['only who else may ask', { ENTRA_CLIENTS: TEAMS.join(), ...URL_OF_OURS }, 'give all three'],
    ['Entra without an address', ENTRA, 'EDITOR_URL: give the address'],
    [
      'a tenant that is no id',
      { ...ENTRA, ...URL_OF_OURS, ENTRA_TENANT: 'a/../b' },
      'ENTRA_TENANT: an id has',
    ],
    [
      'a tenant of four digits',
      { ...ENTRA, ...URL_OF_OURS, ENTRA_TENANT: '1111' },
      'ENTRA_TENANT: an id has',
    ],
    ['a secret that is none', { ...ENTRA, ...URL_OF_OURS, ENTRA_CLIENT_SECRET: 'x' }, 'ENTRA_CLIENT_SECRET'],
    [
      'clients that are separated otherwise',
      { ...ENTRA, ...URL_OF_OURS, ENTRA_CLIENTS: TEAMS.join(';') },
      'ENTRA_CLIENTS: separate them by commas',
    ],
    [
      'a provider on http in production',
      { ...ENTRA, ...URL_OF_OURS, NODE_ENV: 'production', ENTRA_AUTHORITY: 'http://evil.example' },
      'ENTRA_AUTHORITY: write an address that begins with https://',
    ],
    [
      'a provider on http elsewhere than here',
      { ...ENTRA, ...URL_OF_OURS, ENTRA_AUTHORITY: 'http://evil.example' },
      'ENTRA_AUTHORITY: write an address that begins with https://',
    ],
    [
      'an address on http in production',
      { ...ENTRA, PUBLIC_URL: 'http://x.gov.uk', NODE_ENV: 'production' },
      'PUBLIC_URL: it must begin with https://',
    ],
    ['a staff side that is neither', { STAFF: 'maybe' }, 'STAFF: write on or off'],
    ['an address with a path', { EDITOR_URL: 'https://staff.example/editor' }, 'EDITOR_URL: take away'],
    ['a port that is none', { EDITOR_PORT: '70000' }, 'EDITOR_PORT: write a whole number from 0 to 65535'],
  ])('stays shut, alone: %s', (_, env: Env, says) => {
    expect(doorsOf({ ...BOT, ...env })).toEqual(['staff']);
    expect(said(env, 'staff')).toContain(says);
    expect(readConfig(env).entra).toBe(undefined);
  });

  it('is on no port when its own is wrong, or perhaps it is to be off', () => {
    expect(readConfig({ EDITOR_PORT: '70000' })).toMatchObject({ staff: false, editorPort: undefined });
    expect(readConfig({ STAFF: 'of' })).toMatchObject({ staff: false });
  });
});

describe('the tab in Teams', () => {
  it('goes with Entra alone', () => {
    expect(readConfig({ ...ENTRA, ...URL_OF_OURS, TEAMS_APP_ID }).teamsAppId).toBe(TEAMS_APP_ID);
    expect(readConfig({ TEAMS_APP_ID }).teamsAppId).toBe(undefined);
    expect(said({ TEAMS_APP_ID }, 'teams')).toMatch(/^TEAMS_APP_ID: set ENTRA_TENANT/);
  });

  it('stays shut with a wrong id, and the editor stays open', () => {
    const env = { ...ENTRA, ...URL_OF_OURS, TEAMS_APP_ID: 'nope' };
    expect(doorsOf(env)).toEqual(['teams']);
    expect(readConfig(env)).toMatchObject({ teamsAppId: undefined, entra: { clientId: US } });
  });
});

describe('the bot in Teams', () => {
  it('is not there unless it is set up', () => {
    expect(readConfig({})).toMatchObject({ bot: undefined, shut: [] });
  });

  it('goes by the public cloud unless told otherwise', () => {
    expect(readConfig(BOT).bot).toEqual({
      appId: BOT.BOT_APP_ID,
      tenant: TENANT,
      appType: 'SingleTenant',
      secret: BOT.BOT_APP_SECRET,
      loginUrl: `https://login.microsoftonline.com/${TENANT}`,
      scope: 'https://api.botframework.com',
      issuer: 'https://api.botframework.com',
      metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    });
    const elsewhere = {
      ...BOT,
      BOT_LOGIN_URL: 'https://login.example/',
      BOT_ISSUER: 'https://issuer.example',
    };
    expect(readConfig(elsewhere).bot).toMatchObject({
      loginUrl: `https://login.example/${TENANT}`,
      issuer: 'https://issuer.example',
    });
  });

  it('knows an id in capitals', () => {
    const id = 'ABCDEF12-2222-3333-4444-5555555555AB';
    const { bot } = readConfig({ ...BOT, BOT_APP_ID: id, BOT_TENANT: id });
    expect(bot).toMatchObject({ appId: id.toLowerCase(), tenant: id.toLowerCase() });
  });

  it('needs no secret with a managed identity', () => {
    const { BOT_APP_SECRET: _, ...managed } = { ...BOT, BOT_APP_TYPE: 'UserAssignedMSI' };
    expect(readConfig(managed).bot).toMatchObject({ appType: 'UserAssignedMSI', secret: undefined });
    expect(said({ ...managed, BOT_APP_SECRET: BOT.BOT_APP_SECRET }, 'bot')).toMatch(
      /BOT_APP_SECRET: leave it out/,
    );
  });

  it.each(['BOT_APP_ID', 'BOT_TENANT', 'BOT_APP_SECRET'] as const)('names what is missing: %s', (name) => {
    const { [name]: _, ...half } = BOT;
    expect(said(half, 'bot')).toMatch(new RegExp(`^${name}: give`));
    expect(readConfig(half).bot).toBe(undefined);
  });

  it('names all that is missing at once', () => {
    expect(said({ BOT_APP_TYPE: 'UserAssignedMSI' }, 'bot')).toMatch(/BOT_APP_ID[\s\S]*BOT_TENANT/);
  });

  it.each([
    ['an id that is none', { BOT_APP_ID: '333' }, 'BOT_APP_ID: an id has 36'],
    ['a secret that is none', { BOT_APP_SECRET: 'x' }, 'BOT_APP_SECRET: a placeholder'],
    ['a type that nobody knows', { BOT_APP_TYPE: 'MultiTenant' }, 'BOT_APP_TYPE: write SingleTenant or User'],
    ['what staff sign in with', { BOT_APP_ID: US.toUpperCase() }, 'BOT_APP_ID: this is the registration'],
    ['the secret of staff', { BOT_APP_SECRET: SECRET }, 'BOT_APP_SECRET: this is the secret that staff'],
    ['an open line', { BOT_LOGIN_URL: 'http://evil.example' }, 'BOT_LOGIN_URL: write an address'],
  ])('stays shut, alone: %s', (_, change: Env, says) => {
    const env = { ...ENTRA, ...URL_OF_OURS, ...BOT, ...change };
    expect(doorsOf(env)).toEqual(['bot']);
    expect(said(env, 'bot')).toContain(says);
  });

  it('takes no addresses without encryption in production', () => {
    const open = { ...BOT, BOT_METADATA_URL: 'http://127.0.0.1:9/', NODE_ENV: 'production' };
    expect(said(open, 'bot')).toMatch(/BOT_METADATA_URL: write an address that begins with https/);
    expect(readConfig({ ...open, NODE_ENV: 'test' }).bot?.metadataUrl).toBe('http://127.0.0.1:9');
  });
});

describe('what came along when a value was copied', () => {
  const entra = (change: Env) => said({ ...ENTRA, ...URL_OF_OURS, ...change }, 'staff');
  it.each([
    [{ ENTRA_TENANT: `${TENANT} ` }, 'ENTRA_TENANT: there is a space at its end'],
    [{ ENTRA_TENANT: ` ${TENANT}` }, 'ENTRA_TENANT: there is a space at its beginning'],
    [{ ENTRA_CLIENT_ID: `"${US}"` }, 'ENTRA_CLIENT_ID: there are quotes around it'],
    [{ ENTRA_CLIENT_ID: `{${US}}` }, 'ENTRA_CLIENT_ID: there are braces around it'],
    [{ ENTRA_CLIENT_ID: '<Application (client) ID>' }, 'ENTRA_CLIENT_ID: a placeholder stands there'],
    [{ ENTRA_CLIENT_ID: '00000000-0000-0000-0000-000000000000' }, 'ENTRA_CLIENT_ID: a placeholder'],
    [{ ENTRA_CLIENT_SECRET: `${SECRET} ` }, 'ENTRA_CLIENT_SECRET: there is a space at its end'],
    [{ ENTRA_CLIENT_SECRET: `"${SECRET}"` }, 'ENTRA_CLIENT_SECRET: there are quotes around it'],
    [{ ENTRA_CLIENT_SECRET: 'abc8Q~short' }, 'ENTRA_CLIENT_SECRET: it has too few letters'],
    [{ ENTRA_CLIENT_SECRET: '<Value of the secret>' }, 'ENTRA_CLIENT_SECRET: a placeholder stands there'],
    [{ ENTRA_CLIENT_SECRET: TENANT }, 'ENTRA_CLIENT_SECRET: this looks like the Secret ID'],
    [{ EDITOR_URL: 'https://staff.gov.uk/' }, 'EDITOR_URL: take the slash at its end away'],
    [{ EDITOR_URL: 'https://Staff.gov.uk' }, 'EDITOR_URL: write it in small letters'],
    [{ EDITOR_URL: 'staff.gov.uk' }, 'EDITOR_URL: it must begin with https://'],
    [{ EDITOR_URL: 'https://staff.gov.uk ' }, 'EDITOR_URL: there is a space at its end'],
    [{ EDITOR_URL: 'https://staff.gov.uk:443' }, 'EDITOR_URL: take the port away'],
    [{ EDITOR_URL: 'https://me:pass@staff.gov.uk' }, 'EDITOR_URL: take the user and the password out'],
  ])('%o', (change: Env, says) => {
    expect(entra(change)).toContain(says);
    expect(entra(change).split('\n')).toHaveLength(1);
    for (const value of Object.values(change)) expect(entra(change)).not.toContain(value);
  });
});
