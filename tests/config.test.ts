/** Settings that are wrong stop the start, and say how to write them. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const ENTRA = {
  ENTRA_TENANT: '11111111-2222-3333-4444-555555555555',
  ENTRA_CLIENT_ID: 'us',
  ENTRA_CLIENT_SECRET: 'secret',
};
const URL_OF_OURS = { EDITOR_URL: 'https://staff.example' };

describe('the staff side', () => {
  it('needs no settings at all', () => {
    expect(readConfig({})).toMatchObject({
      dataDir: 'data',
      staff: true,
      databaseUrl: undefined,
      auditKey: undefined,
      editorPort: undefined,
      entra: undefined,
    });
  });

  it('takes what is given', () => {
    const config = readConfig({
      ...ENTRA,
      ...URL_OF_OURS,
      ENTRA_CLIENTS: 'teams-desktop, teams-web',
      STAFF: 'off',
      EDITOR_PORT: '4000',
      DATA_DIR: '/var/lib/signpost',
    });
    expect(config).toMatchObject({ staff: false, editorPort: 4000, dataDir: '/var/lib/signpost' });
    expect(config.entra).toEqual({
      tenant: ENTRA.ENTRA_TENANT,
      clientId: 'us',
      clientSecret: 'secret',
      clients: ['us', 'teams-desktop', 'teams-web'],
      issuer: `https://login.microsoftonline.com/${ENTRA.ENTRA_TENANT}/v2.0`,
    });
  });

  it.each([
    ['half of Entra', { ENTRA_TENANT: 'x' }, 'give all three'],
    ['Entra without an address', ENTRA, 'EDITOR_URL'],
    ['a tenant that is no id', { ...ENTRA, ...URL_OF_OURS, ENTRA_TENANT: 'a/../b' }, 'ENTRA_TENANT'],
    [
      'a provider on http in production',
      { ...ENTRA, ...URL_OF_OURS, NODE_ENV: 'production', ENTRA_AUTHORITY: 'http://evil.example' },
      'https://',
    ],
    ['a short audit key', { AUDIT_KEY: 'short' }, 'AUDIT_KEY'],
    [
      'a database in production without a key',
      { NODE_ENV: 'production', DATABASE_URL: 'postgres://db/x' },
      'AUDIT_KEY',
    ],
    ['another database', { DATABASE_URL: 'mysql://db/x' }, 'DATABASE_URL'],
    ['a staff side that is neither', { STAFF: 'maybe' }, 'STAFF'],
    ['an address with a path', { EDITOR_URL: 'https://staff.example/editor' }, 'EDITOR_URL'],
    ['a port that is none', { EDITOR_PORT: '70000' }, 'EDITOR_PORT'],
  ])('%s', (_, env, says) => {
    expect(() => readConfig(env)).toThrow(says);
  });
});

describe('the bot in Teams', () => {
  const BOT = { BOT_APP_ID: 'app', BOT_TENANT: 'tenant', BOT_APP_SECRET: 'secret' };

  it('is not there unless it is set up', () => {
    expect(readConfig({}).bot).toBe(undefined);
  });

  it('goes by the public cloud unless told otherwise', () => {
    expect(readConfig(BOT).bot).toEqual({
      appId: 'app',
      tenant: 'tenant',
      appType: 'SingleTenant',
      secret: 'secret',
      loginUrl: 'https://login.microsoftonline.com/tenant',
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
      loginUrl: 'https://login.example/tenant',
      issuer: 'https://issuer.example',
    });
  });

  it('needs no secret with a managed identity', () => {
    const { BOT_APP_SECRET: _, ...managed } = { ...BOT, BOT_APP_TYPE: 'UserAssignedMSI' };
    expect(readConfig(managed).bot).toMatchObject({ appType: 'UserAssignedMSI', secret: undefined });
    expect(() => readConfig({ ...managed, BOT_APP_SECRET: 'secret' })).toThrow(
      /BOT_APP_SECRET: leave it out/,
    );
  });

  it.each(['BOT_APP_ID', 'BOT_TENANT', 'BOT_APP_SECRET'] as const)('names what is missing: %s', (name) => {
    const { [name]: _, ...half } = BOT;
    expect(() => readConfig(half)).toThrow(new RegExp(`${name}: give`));
  });

  it('names all that is missing at once', () => {
    expect(() => readConfig({ BOT_APP_TYPE: 'UserAssignedMSI' })).toThrow(/BOT_APP_ID[\s\S]*BOT_TENANT/);
  });

  it('takes no addresses without encryption in production', () => {
    const open = { ...BOT, BOT_METADATA_URL: 'http://keys.example/', NODE_ENV: 'production' };
    expect(() => readConfig(open)).toThrow(/BOT_METADATA_URL: write an address that begins with https/);
  });
});
