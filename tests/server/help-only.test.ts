/** Content that cannot be read: whoever comes still finds the numbers, and staff find what is wrong. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { built } from '../built.ts';
import { freePort } from '../journeys/service.ts';
import { ROOT } from '../library.ts';

const root = mkdtempSync(join(tmpdir(), 'signpost-broken-'));
let server: ChildProcess;
let origin: string;
let said = '';

beforeAll(async () => {
  for (const folder of ['dialogs', 'content'])
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  writeFileSync(join(root, 'content/services.yaml'), '');
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: String(port) };
  server = spawn(process.execPath, [join(built(), 'main.js')], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`it ended: ${said}`)));
    server.stderr?.on('data', (data) => {
      said += data;
      if (said.includes('only a page with the help numbers')) resolve();
    });
  });
});
afterAll(async () => {
  const ended = once(server, 'exit');
  server.kill();
  await ended;
  rmSync(root, { recursive: true, force: true });
});

it.each([
  ['GET', '/'],
  ['GET', '/chat'],
  ['POST', '/chat'],
  ['GET', '/no/such/page'],
  ['POST', '/v3/directline/conversations'],
])('%s %s shows the numbers', async (method, path) => {
  const answer = await fetch(origin + path, { method });
  const html = await answer.text();
  expect(answer.status).toBe(200);
  for (const href of ['tel:999', 'tel:08001111', 'tel:03004560108']) expect(html).toContain(`href="${href}"`);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('set-cookie')).toBeNull();
});

it('tells the Bot Service that nothing was said in Teams', async () => {
  const answer = await fetch(`${origin}/api/messages`, { method: 'POST', body: '{}' });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('href="tel:999"');
});

it('says that it is not ready, so that a balancer prefers others', async () => {
  expect((await fetch(`${origin}/health/ready`)).status).toBe(503);
  expect((await fetch(`${origin}/health/live`)).status).toBe(200);
});

it('names the file that is wrong', () => {
  expect(said).toMatch(/content\/services\.yaml:1/);
});
