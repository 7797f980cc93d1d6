/** An id that was set in capitals is the id that Entra writes in small letters into its tokens. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readArrived } from '../../../src/channels/botservice/arrived.ts';
import { createGuard } from '../../../src/channels/botservice/guard.ts';
import { readConfig } from '../../../src/config.ts';
import { type Azure, ISSUER, startAzure, TENANT } from './azure.ts';

const APP = 'abcdef12-2222-4333-8444-5555555555ab';
let azure: Azure;
beforeAll(async () => {
  azure = await startAzure();
});
afterAll(() => azure.close());

it('a call for the bot is believed', async () => {
  const { bot: settings } = readConfig({
    BOT_APP_ID: APP.toUpperCase(),
    BOT_TENANT: TENANT.toUpperCase(),
    BOT_APP_SECRET: 'bbb8Q~bots-secret-of-forty-letters-yyyyy',
    BOT_ISSUER: ISSUER,
    BOT_METADATA_URL: `${azure.url}/metadata`,
  });
  if (!settings) throw new Error('the bot is not set up');
  const call = readArrived({
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl: azure.url,
    conversation: { id: 'a:one', conversationType: 'personal', tenantId: TENANT },
    from: { id: '29:one' },
    recipient: { id: '28:bot' },
    text: 'hello',
  });
  const guard = createGuard({ settings, now: Date.now });
  const isFor = await guard(await azure.sign({ aud: APP }));
  expect(() => isFor(call)).not.toThrow();
  await expect(guard(await azure.sign({ aud: 'another' }))).rejects.toThrow();
});
