/** A port of its own for the staff side: then it is not where the public is, and the public is not there. */
import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStaffSide } from '../../src/editor/side.ts';
import { createLog } from '../../src/log.ts';
import { listenStaff } from '../../src/server/staff.ts';
import { type Stage, serve } from '../channels/stage.ts';
import { folder, type Place, type Rig, rig } from '../editor/rig.ts';

let place: Place;
let at: Rig;
let open: Stage;
let own: Awaited<ReturnType<typeof listenStaff>>;
let url: string;
beforeAll(async () => {
  place = await folder();
  // A whole rig for its desk; what is tried is on a port of its own.
  at = await rig(place);
  open = await serve();
  const config = {
    host: '127.0.0.1',
    editorPort: 0,
    production: false,
    publicUrl: 'http://127.0.0.1:1',
    editorUrl: undefined,
    entra: undefined,
  };
  const log = createLog(() => {}, 'error');
  const staff = createStaffSide({
    config,
    log,
    desk: at.desk,
    workbench: {} as never,
    assets: new Map(),
    now: Date.now,
    content: () => ({}) as never,
    shown: () => 'shipped',
    root: '.',
  });
  own = await listenStaff({ config: { ...config, publicUrl: undefined }, log, staff });
  url = `http://127.0.0.1:${own.port}`;
});
afterAll(async () => {
  await own.close();
  await open.close();
  await at.stop();
  await place.clear();
});

it('has the editor, and nothing of the public', async () => {
  expect((await fetch(`${url}/editor`)).status).toBe(200);
  expect((await fetch(`${url}/editor/api/desk`)).status).toBe(401);
  for (const path of ['/', '/chat', '/v3/directline/conversations', '/metrics']) {
    const answer = await fetch(`${url}${path}`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')], path).toEqual([303, '/editor']);
  }
});

it('and the public has nothing of the editor', async () => {
  for (const path of ['/editor', '/editor/', '/editor/api/desk', '/editor/sign-in', '/editor/assets/main.js'])
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      const answer = await fetch(`${open.url}${path}`, { method });
      expect([404, 405], `${method} ${path}`).toContain(answer.status);
      if (method === 'GET') expect(answer.status).toBe(404);
    }
});

it('a host that is none is refused', async () => {
  const asked = request(`${url}/editor`, { headers: { host: 'a b' } });
  asked.end();
  const [answer] = await once(asked, 'response');
  answer.resume();
  expect(answer.statusCode).toBe(400);
});
