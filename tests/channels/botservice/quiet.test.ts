/** Whatever is set to hear more of the SDK's libraries: the real process writes no address, id, token or word. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { built } from '../../built.ts';
import { freePort } from '../../journeys/service.ts';
import { ROOT } from '../../library.ts';
import { type Azure, OWN_TOKEN, startAzure, TENANT } from './azure.ts';

const PATIENCE = 120_000;
/** As long as Entra's are: config refuses shorter ones. */
const LONG_SECRET = 'secretofthetests0123456789abcdefghijklmn';
const data = mkdtempSync(join(tmpdir(), 'signpost-data-'));
let azure: Azure;

beforeAll(async () => {
  azure = await startAzure();
}, PATIENCE);
afterAll(() => {
  azure.close();
  rmSync(data, { recursive: true, force: true });
});

async function start(env: Readonly<Record<string, string>>) {
  const { settings } = azure;
  const port = await freePort();
  let written = '';
  const child = spawn(process.execPath, [join(built(), 'main.js')], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      DATA_DIR: data,
      PORT: String(port),
      BOT_APP_ID: settings.appId,
      BOT_TENANT: TENANT,
      BOT_APP_SECRET: LONG_SECRET,
      BOT_LOGIN_URL: azure.url,
      BOT_SCOPE: settings.scope,
      BOT_ISSUER: settings.issuer,
      BOT_METADATA_URL: settings.metadataUrl,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (written += data));
  await vi.waitUntil(() => written.includes('is running'), { timeout: PATIENCE / 2, interval: 50 });
  return { url: `http://127.0.0.1:${port}/api/messages`, written: () => written, child };
}

it.each([{ AZURE_LOG_LEVEL: 'verbose' }, { TYPESPEC_RUNTIME_LOG_LEVEL: 'verbose' }, { DEBUG: '*' }])('%j', {
  timeout: PATIENCE,
}, async (env) => {
  const { url, written, child } = await start(env);
  const post = async (id: string) => {
    const activity = {
      type: 'message',
      id,
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: azure.url,
      text: 'wordsofsomebody he is hurting me',
      recipient: { id: '28:bot' },
      conversation: { conversationType: 'personal', tenantId: TENANT, id: 'a:talkofsomebody' },
    };
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await azure.sign()}` };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) })).status;
  };
  expect(await post('activityofsomebody1')).toBe(200);
  azure.failing(403, 1);
  expect(await post('activityofsomebody2')).toBe(200);
  azure.failing(200, 0);
  const ended = once(child, 'exit');
  child.kill();
  await ended;
  expect(written()).not.toMatch(/ofsomebody|hurting/);
  for (const secret of [OWN_TOKEN, LONG_SECRET, TENANT, azure.url]) expect(written()).not.toContain(secret);
});
