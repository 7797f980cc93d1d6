/** What stands beside the chat may fail to start: residents notice nothing of it, and whoever started it is told. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeService, type Service } from './service.ts';

/** Loaded before the service: the SDK of Azure Bot Service cannot be found. */
const WITHOUT_SDK =
  'import{registerHooks}from"node:module";registerHooks({resolve(name,context,next){if(name==="botbuilder")throw new Error("gone");return next(name,context)}})';

let taken: Server;
let service: Service;
beforeAll(async () => {
  taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  service = await makeService({
    EDITOR_PORT: String(port),
    BOT_APP_ID: randomUUID(),
    BOT_TENANT: randomUUID(),
    BOT_APP_SECRET: 'bbb8Q~secret-of-this-test-alone-xxxxxxxx',
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(WITHOUT_SDK)}`,
  });
  await service.start();
});
afterAll(async () => {
  await service?.remove();
  taken.close();
});

it('the chat answers though the editor has no port and Teams no door', async () => {
  const body = new URLSearchParams({ words: 'he is outside my house now' });
  const answer = await fetch(`${service.origin}/chat`, { method: 'POST', body });
  expect(answer.status).toBe(200);
  expect((await answer.text()).includes('tel:999')).toBe(true);
});

it('says what could not be opened, and how to mend it', () => {
  expect(service.printed).toContain('"event":"staff-failed"');
  expect(service.printed).toContain('"event":"door-failed"');
  expect(service.printed).toMatch(/The editor cannot be opened.*EDITOR_PORT/);
});

it('tells it to whoever asks how it is', async () => {
  const health = await (await fetch(`${service.origin}/health/ready`)).json();
  expect(health).toMatchObject({ ready: true, shut: expect.arrayContaining(['staff', 'bot']) });
  expect(await (await fetch(`${service.origin}/metrics`)).text()).toContain('\nsignpost_doors_shut 2\n');
});
