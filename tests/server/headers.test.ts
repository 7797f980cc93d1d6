/** The same security headers on every answer, and CORS for the sites that may. */
import { once } from 'node:events';
import { get } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../../src/server/server.ts';
import { HELP, ROOT, type Stage, serve } from '../channels/stage.ts';

const SITE = 'https://www.wiltshire.gov.uk';
const OWN = 'https://chat.example.gov.uk';
const COUNTY = 'https://county.example';
const PAGE = { type: 'text/html; charset=utf-8', body: Buffer.from('<p>hello') };
const SECURITY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
    "connect-src 'self' wss://chat.example.gov.uk; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'",
  'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), ' +
    'gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), ' +
    'publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()',
  'cache-control': 'no-store',
  vary: 'Accept-Encoding, Origin',
};
/** For a program: nothing that is only about pages. */
const DATA = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': SECURITY['strict-transport-security'],
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  vary: 'Accept-Encoding, Origin',
};
/** What Node itself says about the connection. */
const NODE = ['date', 'connection', 'keep-alive', 'content-length', 'content-type'];

let stage: Stage;
let broken = false;
beforeEach(async () => {
  broken = false;
  stage = await serve(
    {},
    {
      config: { publicUrl: OWN, allowedOrigins: [SITE] },
      pages: new Map<string, Page>([
        ['/', PAGE],
        ['/chat', PAGE],
        ['/embed', { ...PAGE, frame: [SITE, COUNTY] }],
        ['/app', { ...PAGE, frame: [] }],
        ['/app?theme=dark', { ...PAGE, body: Buffer.from('<html lang="en">dark') }],
        ['/embed.js', { type: 'text/javascript', body: Buffer.from('0'), shared: true }],
      ]),
      health: {
        model: () => true,
        ready: () => {
          if (broken) throw new Error('a secret of the code');
          return true;
        },
        counts: () => ({ answered: 3 }),
      },
    },
  );
});
afterEach(() => stage.close());

const own = (answer: Response) =>
  Object.fromEntries([...answer.headers].filter(([name]) => !NODE.includes(name)));
const NOINDEX = { 'x-robots-tag': 'noindex' };

describe('security headers', () => {
  it.each([
    ['GET', '/', 200, {}],
    ['HEAD', '/', 200, {}],
    ['GET', '/chat?x=1', 200, NOINDEX],
    ['GET', '/nothing', 404, {}],
    ['POST', '/', 405, { allow: 'GET, HEAD' }],
    ['GET', '/metrics', 200, NOINDEX],
    ['POST', `${ROOT}/tokens/refresh`, 401, { ...NOINDEX, 'www-authenticate': 'Bearer' }],
    ['GET', `${ROOT}/conversations/x/activities`, 401, { ...NOINDEX, 'www-authenticate': 'Bearer' }],
    ['DELETE', '/nothing', 404, {}],
  ])('%s %s', async (method, address, status, more) => {
    const answer = await stage.call(method, address);
    expect([answer.status, own(answer)]).toEqual([status, { ...SECURITY, ...more }]);
  });

  it.each([
    ['GET', '/health/live', 200],
    ['POST', `${ROOT}/tokens/generate`, 200],
    ['POST', `${ROOT}/conversations`, 201],
  ])('%s %s, for a program: short', async (method, address, status) => {
    const answer = await stage.call(method, address);
    expect([answer.status, own(answer)]).toEqual([status, { ...DATA, ...NOINDEX }]);
  });

  it('let the pages of the council, and no others, hold the frame and load its script', async () => {
    const frame = await stage.call('GET', '/embed');
    const policy = `frame-ancestors ${SITE} ${COUNTY}`;
    expect(own(frame)).toEqual({
      ...SECURITY,
      ...NOINDEX,
      'content-security-policy': SECURITY['content-security-policy'].replace(
        "frame-ancestors 'none'",
        policy,
      ),
      'cross-origin-resource-policy': 'cross-origin',
    });
    const script = await stage.call('GET', '/embed.js');
    expect(own(script)).toEqual({ ...SECURITY, 'cross-origin-resource-policy': 'cross-origin' });
    // No site is named: nobody may.
    expect(own(await stage.call('GET', '/app'))).toEqual({ ...SECURITY, ...NOINDEX });
  });

  it('are those of the page whatever the query, and few pages are another with one', async () => {
    const text = async (path: string) => (await stage.call('GET', path)).text();
    expect(await text('/app?theme=dark')).toContain('dark');
    expect(await text('/app?theme=other')).toBe('<p>hello');
  });

  it('on a fault of ours too, which tells nothing', async () => {
    broken = true;
    const answer = await stage.call('GET', '/health/ready');
    expect([answer.status, own(answer)]).toEqual([500, { ...SECURITY, ...NOINDEX }]);
    expect(await answer.json()).toEqual({
      error: { code: 'uncaught', message: expect.any(String) },
      help: { text: HELP },
    });
    expect(stage.lines).toEqual(['{"log":"error","event":"request-failed","code":"uncaught","status":500}']);
  });

  it('name the address that was asked for when no public one is set', async () => {
    const plain = await serve();
    const answer = await plain.call('GET', '/nothing');
    expect(answer.headers.get('content-security-policy')).toContain(
      `connect-src 'self' ${plain.url.replace('http', 'ws')};`,
    );
    await plain.close();
  });
});

describe('CORS', () => {
  const preflight = (origin: string) =>
    stage.call('OPTIONS', `${ROOT}/conversations`, undefined, undefined, {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
    });

  it.each([SITE, OWN])('lets %s in', async (origin) => {
    const answer = await preflight(origin);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(own(answer)).toEqual({
      ...SECURITY,
      ...NOINDEX,
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
      'access-control-max-age': '7200',
    });
    const real = await stage.call('POST', `${ROOT}/tokens/generate`, undefined, undefined, { origin });
    expect(real.headers.get('access-control-allow-origin')).toBe(origin);
    const refused = await stage.call('POST', `${ROOT}/tokens/refresh`, undefined, undefined, { origin });
    expect(refused.headers.get('access-control-allow-origin')).toBe(origin);
  });

  it.each([
    'https://evil.example',
    'null',
    'https://www.wiltshire.gov.uk.evil.example',
  ])('keeps %s out', async (origin) => {
    const answer = await preflight(origin);
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    const real = await stage.call('POST', `${ROOT}/tokens/generate`, undefined, undefined, { origin });
    expect(real.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a page that somebody may have come back to', () => {
  const BACK = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'user-agent': 'X Chrome/153.0' };
  /** As a browser asks: fetch writes some of these headers itself. */
  async function shown(headers: Record<string, string>): Promise<string> {
    const [answer] = await once(get(`${stage.url}/app?theme=dark`, { headers }), 'response');
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  it('waits for its script', async () => {
    expect(await shown(BACK)).toBe('<html class="wait" lang="en">dark');
  });

  it.each([
    ['a tapped link', { ...BACK, 'sec-fetch-user': '?1' }],
    ['a frame', { ...BACK, 'sec-fetch-dest': 'iframe' }],
    ['a browser that never says more', { ...BACK, 'user-agent': 'X Version/18.0 Safari/605' }],
    ['a program', {}],
  ])('%s does not wait', async (_, headers) => {
    expect(await shown(headers)).toBe('<html lang="en">dark');
  });
});
