/** Links for one's own machine: once, for a quarter of an hour, and never where others could come. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieFrom, folder, type Place, type Rig, type RigOptions, rig } from './rig.ts';

let place: Place;
let at: Rig;
beforeAll(async () => {
  place = await folder();
  at = await rig(place);
});
afterAll(async () => {
  await at.stop();
  await place.clear();
});
const post = (link: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(link, { method: 'POST', redirect: 'manual', headers });
async function other(options: RigOptions, use: (one: Rig) => Promise<void>): Promise<void> {
  const one = await rig(place, { desk: at.desk, ...options });
  await use(one);
  await one.stop();
}

describe('a local link', () => {
  it('is there for each role, long and random', () => {
    expect(Object.keys(at.links)).toEqual(['editor', 'approver', 'safeguarding-lead']);
    for (const link of Object.values(at.links)) expect(link).toMatch(/\/editor\/local\/[\w-]{43}$/);
    expect(new Set(Object.values(at.links)).size).toBe(3);
  });

  it('is not used up by a look, however often; then it works once', async () => {
    for (const method of ['GET', 'HEAD', 'GET']) {
      const looked = await fetch(at.links.editor, { method });
      expect([looked.status, looked.headers.getSetCookie()]).toEqual([200, []]);
    }
    const foreign = await post(at.links.editor, { origin: 'https://evil.example' });
    expect([foreign.status, cookieFrom(foreign)]).toEqual([403, '']);
    const used = await post(at.links.editor, { 'sec-fetch-site': 'same-origin', origin: 'null' });
    expect([used.status, used.headers.get('location')]).toEqual([303, '/editor']);
    const { body } = await at.person(cookieFrom(used), '').get('/desk');
    expect(body.me).toMatchObject({ person: 'local/editor', roles: ['editor'], local: true });
    for (const again of [await post(at.links.editor), await fetch(at.links.editor)]) {
      expect([again.status, cookieFrom(again)]).toEqual([410, '']);
      expect(await again.text()).toContain('stop Signpost and start it again');
    }
  });

  it('used by many at once signs one in', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(at.links.approver)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  it('ends after a quarter of an hour', () =>
    other({}, async (one) => {
      one.at += 15 * 60_000;
      expect((await post(one.links.editor)).status).toBe(410);
    }));

  it.each([
    'x',
    'x'.repeat(43),
    '../../etc/passwd',
    'constructor',
  ])('that was never made: %s', async (token) => {
    expect([404, 405, 410]).toContain((await post(`${at.url}/editor/local/${token}`)).status);
  });

  it('the page that asks for a sign-in says where they are', async () => {
    const page = await fetch(`${at.url}/editor/sign-in`);
    expect(await page.text()).toContain('three links that Signpost printed');
  });
});

describe.each([
  ['in production', { production: true }],
  ['beyond this machine', { host: '0.0.0.0' }],
  ['on an address of the network', { host: '192.168.1.5' }],
  ['on a name that looks like this machine', { host: '127.evil.com' }],
  ['with an address for the public', { publicUrl: 'https://signpost.example' }],
  ['with an address for staff', { editorUrl: 'https://127.staff.example' }],
])('%s, with no sign-in set up', (_, config) => {
  it('there are no links, and the editor says what is missing', () =>
    other({ config }, async (one) => {
      expect(one.links).toEqual({});
      for (const path of ['/editor', '/editor/sign-in', `/editor/local/${'x'.repeat(43)}`]) {
        const answer = await fetch(`${one.url}${path}`);
        expect(answer.status, path).toBe(503);
        const text = await answer.text();
        expect(text).toContain('Sign-in is not set up');
        expect(text).toContain('ENTRA_TENANT');
      }
      const api = await one.person('', '').get('/desk');
      expect([api.status, api.body.error.code]).toEqual([503, 'not-set-up']);
    }));
});

describe('a call that comes through a proxy, or by another name', () => {
  const ask = (url: string, method: string, headers: Record<string, string>): Promise<[number, string]> =>
    new Promise((resolve, reject) => {
      const made = request(url, { method, headers }, async (answer) => {
        const text = await answer.setEncoding('utf8').toArray();
        resolve([answer.statusCode ?? 0, text.join('')]);
      });
      made.on('error', reject).end();
    });

  it.each([
    { 'x-forwarded-for': '203.0.113.9' },
    { 'x-forwarded-host': 'signpost.example' },
    { forwarded: 'for=203.0.113.9' },
    { host: 'signpost.example' },
    { host: '127.evil.com' },
  ])('is signed in by no local link: %o', async (headers) =>
    other({}, async (one) => {
      for (const method of ['GET', 'POST']) {
        const [status, text] = await ask(one.links.editor, method, headers as Record<string, string>);
        expect([status, text]).toEqual([503, expect.stringContaining('Sign-in is not set up')]);
      }
      expect((await ask(`${one.url}/editor/sign-in`, 'GET', headers as Record<string, string>))[0]).toBe(503);
      expect((await one.signIn('editor')).csrf).not.toBe('');
    }));
});

describe('the page', () => {
  it('comes whole to whoever asks, with a fresh nonce, and may stand in no frame', async () => {
    const nonces = new Set<string>();
    for (let n = 0; n < 3; n += 1) {
      const answer = await fetch(`${at.url}/editor`);
      const html = await answer.text();
      const nonce = /<meta name="csp-nonce" content="([\w-]{22})">/.exec(html)?.[1] ?? '';
      nonces.add(nonce);
      expect(html).toContain('<div id="root"></div><noscript>');
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'$/);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    }
    expect(nonces.size).toBe(3);
  });

  it('keeps its scripts by their names', () => {
    const file = { type: 'text/javascript; charset=utf-8', body: Buffer.from('1') };
    const assets = new Map([
      ['/editor/assets/main.js', file],
      ['/editor/assets/map-ABCDEFGH.js', file],
    ]);
    return other({ deps: { assets } }, async (one) => {
      const main = await fetch(`${one.url}/editor/assets/main.js`);
      const tag = main.headers.get('etag') ?? '';
      expect([main.headers.get('cache-control'), await main.text()]).toEqual(['no-cache', '1']);
      const again = await fetch(`${one.url}/editor/assets/main.js`, { headers: { 'if-none-match': tag } });
      expect(again.status).toBe(304);
      const part = await fetch(`${one.url}/editor/assets/map-ABCDEFGH.js`);
      expect(part.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect((await fetch(`${one.url}/editor/assets/..%2fmain.js`)).status).toBe(404);
    });
  });

  it('anything else below /editor is not there, and takes no other method', async () => {
    expect((await fetch(`${at.url}/editor/nothing`)).status).toBe(404);
    expect((await fetch(`${at.url}/editorial`)).status).toBe(404);
    const wrong = await fetch(`${at.url}/editor`, { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET']);
  });
});
