/** Whatever others ask, and however slowly they send it: a number is hidden and the bot switched off at once. */
import { once } from 'node:events';
import { Agent, type ClientRequest, request } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openWorkbench } from '../../src/workbench/open.ts';
import type { Workbench } from '../../src/workbench/workbench.ts';
import { ROOT } from '../library.ts';
import { TENANT } from './hostile.ts';
import { folder, type Person, type Place, type Rig, rig } from './rig.ts';

/** Milliseconds in which a lead is heard, whatever goes on: far less than anybody's patience in a queue. */
const AT_ONCE = 2_000;

let place: Place;
let at: Rig;
let editor: Person;
let lead: Person;
let workbench: Workbench;
let letGo: () => void = () => {};
const sockets = new Set<Socket>();
const silent = createServer((socket) => {
  sockets.add(socket);
  socket.on('error', () => {});
});
beforeAll(async () => {
  place = await folder();
  workbench = openWorkbench({ root: ROOT, drafts: true, filesOf: () => at.desk.filesOf('shipped') });
  const stuck = new Promise<never>((_, reject) => {
    letGo = () => reject(new Error('let go'));
  });
  stuck.catch(() => {});
  const script = { type: 'text/javascript; charset=utf-8', body: Buffer.alloc(500_000, 'x') };
  const assets = new Map([['/editor/assets/main.js', script]]);
  at = await rig(place, { deps: { assets, workbench: { ...workbench, check: () => stuck } } });
  [editor, lead] = [await at.signIn('editor'), await at.signIn('safeguarding-lead')];
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
});
afterAll(async () => {
  letGo();
  await at.stop();
  await workbench.close();
  for (const socket of sockets) socket.destroy();
  silent.close();
  await place.clear();
});

const agent = new Agent({ keepAlive: false, maxSockets: 1_000 });
const begun: ClientRequest[] = [];
beforeEach(() => {
  for (const one of begun.splice(0)) one.destroy();
});
function begin(path: string, { cookie, csrf }: { cookie: string; csrf: string }, body = ''): Promise<number> {
  const sends = body !== '';
  const headers = { cookie, 'x-signpost': csrf, ...(sends && { 'content-type': 'application/json' }) };
  const made = request(`${at.url}${path}`, { agent, headers, method: sends ? 'POST' : 'GET' });
  begun.push(made);
  const answered = new Promise<number>((resolve) => {
    made.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', () => resolve(0));
    });
    made.on('error', () => resolve(0));
  });
  // A body is begun, and never ends.
  if (sends) made.write(body);
  else made.end();
  return answered;
}

async function heard(): Promise<void> {
  const started = performance.now();
  const off = await lead.post('/off', { why: 'a trial' });
  const on = await lead.post('/on', { why: 'a trial' });
  const desk = await lead.get('/desk');
  const pulse = await lead.get('/pulse');
  expect([off.status, on.status, desk.status, pulse.status]).toEqual([200, 200, 200, 200]);
  expect(performance.now() - started).toBeLessThan(AT_ONCE);
}

const nobody = { cookie: '', csrf: '' };

it('while 400 ask for the page’s script, and they get it', async () => {
  const asked = Array.from({ length: 400 }, () => begin('/editor/assets/main.js', nobody));
  await heard();
  expect(new Set(await Promise.all(asked))).toEqual(new Set([200]));
});

it('while an editor sends 80 bodies that never end', async () => {
  for (let n = 0; n < 80; n += 1) void begin('/editor/api/check', editor, '{"base":');
  await heard();
  // Nor do they keep the editor's own urgent calls waiting.
  expect((await editor.get('/desk')).status).toBe(200);
});

it('while an editor has 100 checks under way that do not come back', async () => {
  const draft = { base: 'shipped', files: {} };
  const checks = Array.from({ length: 100 }, () => editor.post('/check', draft));
  await heard();
  letGo();
  const statuses = new Set((await Promise.all(checks)).map(({ status }) => status));
  expect([...statuses].every((status) => status === 500 || status === 503)).toBe(true);
});

it('a silent Entra keeps one sign-in waiting, and then refuses at once', { timeout: 20_000 }, async () => {
  const issuer = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/${TENANT}/v2.0`;
  const entra = { tenant: TENANT, clientId: 'us', clientSecret: 's', clients: ['us'], issuer };
  const other = await rig(place, { desk: at.desk, config: { entra, publicUrl: 'http://127.0.0.1' } });
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${other.url}${path}`, { redirect: 'manual', headers });
  const first = ask('/editor/sign-in');
  const many = Array.from({ length: 100 }, () => ask('/editor/sign-in'));
  const started = performance.now();
  expect((await ask('/editor')).status).toBe(200);
  expect((await ask('/editor/api/desk')).status).toBe(401);
  expect(performance.now() - started).toBeLessThan(AT_ONCE);
  for (const one of await Promise.all([first, ...many])) expect(one.status).toBe(503);
  const again = performance.now();
  expect((await ask('/editor/sign-in')).status).toBe(503);
  expect(performance.now() - again).toBeLessThan(AT_ONCE);
  await other.stop();
});
