/** Pages from memory, health and metrics, and an end that cuts nobody off. */
import { once } from 'node:events';
import { get } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../src/outcomes.ts';
import type { Page } from '../../src/server/server.ts';
import { HELP, result, type Stage, serve } from '../channels/stage.ts';

const body = Buffer.from('<p>Ring 999'.repeat(50));
const html = { type: 'text/html; charset=utf-8', body, gzip: gzipSync(body), br: brotliCompressSync(body) };
const pages = new Map<string, Page>([
  ['/', html],
  ['/plain', { type: 'text/plain', body: Buffer.from('x') }],
  ['/404', { type: 'text/html', body: Buffer.from('<p>not here. 999') }],
]);

let stage: Stage;
let ready = true;
beforeEach(async () => {
  ready = true;
  stage = await serve(
    {},
    {
      pages,
      health: { ready: () => ready, model: () => ready, counts: () => ({ answered: 39, urgent: 1 }) },
    },
  );
});
afterEach(() => stage.close());

/** fetch always asks for all encodings; this asks for exactly one thing. */
async function ask(path: string, accept?: string) {
  const request = get(`${stage.url}${path}`, {
    headers: accept === undefined ? {} : { 'accept-encoding': accept },
  });
  const [answer] = await once(request, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return { coding: answer.headers['content-encoding'], bytes: Buffer.concat(chunks) };
}

describe('a page', () => {
  it.each([
    ['gzip, deflate, br', 'br', html.br],
    ['gzip', 'gzip', html.gzip],
    ['br;q=0, gzip;q=0.5', 'gzip', html.gzip],
    ['br; q=0.0, gzip;q=0', undefined, body],
    ['identity', undefined, body],
    ['brotli', undefined, body],
    [undefined, undefined, body],
  ])('to a caller that takes %s', async (accept, coding, bytes) => {
    const answer = await ask('/', accept);
    expect([answer.coding, answer.bytes.equals(bytes)]).toEqual([coding, true]);
  });

  it('that has one form is given in it', async () => {
    expect(await ask('/plain', 'br, gzip')).toEqual({ coding: undefined, bytes: Buffer.from('x') });
  });

  it('that is not there is shown as a page to a person', async () => {
    const answer = await stage.call('GET', '/nothing', undefined, undefined, { accept: 'text/html,*/*' });
    expect([answer.status, await answer.text()]).toEqual([404, '<p>not here. 999']);
    const wrong = await stage.call('POST', '/', undefined, undefined, { accept: 'text/html' });
    expect([wrong.status, await wrong.text()]).toEqual([405, HELP]);
  });

  it('has no body for HEAD', async () => {
    const answer = await stage.call('HEAD', '/', undefined, undefined, { 'accept-encoding': 'identity' });
    expect([answer.headers.get('content-length'), await answer.text()]).toEqual([String(body.length), '']);
  });

  it('is seen as soon as it is published', async () => {
    pages.set('/new', { type: 'text/plain', body: Buffer.from('new') });
    expect(await (await stage.call('GET', '/new')).text()).toBe('new');
  });
});

describe('health', () => {
  it('tells alive and ready', async () => {
    expect(await (await stage.call('GET', '/health/live')).json()).toEqual({ live: true });
    const whole = await stage.call('GET', '/health/ready');
    expect(whole.status).toBe(200);
    expect(await whole.json()).toEqual({ ready: true, model: true });
    ready = false;
    expect((await stage.call('GET', '/health/ready')).status).toBe(503);
  });

  it('counts by outcome and by nothing else, in tens: no single turn can be seen', async () => {
    const lines = (await (await stage.call('GET', '/metrics')).text()).split('\n');
    expect(lines).toContain('signpost_doors_shut 0');
    expect(lines).toContain('signpost_turns_total{outcome="answered"} 30');
    expect(lines).toContain('signpost_turns_total{outcome="wiped"} 0');
    expect(lines.filter((line) => line.includes('{'))).toHaveLength(Object.keys(OUTCOMES).length);
  });
});

describe('the end', () => {
  it('waits for a turn under way and takes no more', async () => {
    let go: (() => void) | undefined;
    const slow = await serve({
      turn: async ({ text }) => {
        if (text) await new Promise<void>((resolve) => (go = resolve));
        return result('done');
      },
    });
    const talk = await slow.open();
    const answer = slow.say(talk, 'last one');
    await expect.poll(() => go).toBeDefined();
    const closing = slow.close();
    await expect(fetch(`${slow.url}/health/live`)).rejects.toThrow();
    go?.();
    expect((await answer).status).toBe(200);
    expect((await answer).headers.get('connection')).toBe('close');
    await closing;
  });

  it('does not wait for ever', async () => {
    const stuck = await serve({
      turn: ({ text }) => (text ? new Promise(() => {}) : Promise.resolve(result('x'))),
    });
    const talk = await stuck.open();
    const answer = stuck.say(talk, 'never').catch(() => 'cut');
    await expect.poll(() => stuck.door.size()).toBe(1);
    await stuck.close();
    expect(await answer).toBe('cut');
  });
});
