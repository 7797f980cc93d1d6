/** Hostile and broken requests: a clear 4xx with the help numbers, no stack, and nothing lost for others. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HELP, type Opened, ROOT, type Stage, serve, texts } from '../channels/stage.ts';

let stage: Stage;
let talk: Opened;
let other: Opened;
beforeEach(async () => {
  stage = await serve();
  [talk, other] = [await stage.open(), await stage.open()];
});
afterEach(async () => {
  // Whatever was sent, somebody else's talk goes on.
  await stage.say(other, 'me too');
  expect(texts(await stage.poll(other))).toContain('bot: line heard me too');
  expect(stage.lines.filter((line) => line.includes('uncaught'))).toEqual([]);
  await stage.close();
});

const path = (id = talk.conversationId) => `${ROOT}/conversations/${id}/activities`;
const nested = (levels: number) =>
  `{"type":"message","text":"x","value":${'['.repeat(levels)}${']'.repeat(levels)}}`;

async function expectRefused(answer: Response, status: number, code: string): Promise<void> {
  const text = await answer.text();
  expect([answer.status, JSON.parse(text)]).toEqual([
    status,
    { error: { code, message: expect.stringMatching(/^[A-Z].*\.$/) }, help: { text: HELP } },
  ]);
  expect(text).not.toMatch(/\\n\s+at |node_modules|\.ts\b/);
}

describe('a body', () => {
  it.each([
    ['not JSON', 'hello', 400, 'bad-json'],
    ['broken JSON', '{"type":"message",', 400, 'bad-json'],
    ['empty', '', 400, 'bad-json'],
    ['a raw control character', '{"type":"message","text":"a\u0001b"}', 400, 'bad-json'],
    ['10,000 nested arrays', nested(10_000), 400, 'too-deep'],
    ['33 levels', nested(33), 400, 'too-deep'],
    ['__proto__', '{"type":"message","text":"x","__proto__":{"a":1}}', 400, 'too-deep'],
    ['a deep __proto__', '{"type":"message","channelData":{"a":[{"__proto__":1}]}}', 400, 'too-deep'],
    ['constructor', '{"type":"message","value":{"constructor":{"prototype":{"a":1}}}}', 400, 'too-deep'],
    ['prototype', '{"type":"message","prototype":1}', 400, 'too-deep'],
    ['an array', '[1]', 400, 'bad-shape'],
    ['null', 'null', 400, 'bad-shape'],
    ['no type', '{"text":"x"}', 400, 'bad-shape'],
    ['a text that is none', '{"type":"message","text":{"a":1}}', 400, 'bad-shape'],
    ['attachments that are none', '{"type":"message","attachments":"x"}', 400, 'bad-shape'],
    ['over 64 KB', JSON.stringify({ type: 'message', text: 'x'.repeat(66_000) }), 413, 'too-big'],
    ['1 MB', JSON.stringify({ type: 'message', text: 'x'.repeat(1_000_000) }), 413, 'too-big'],
  ])('that is refused: %s', async (_what, body, status, code) => {
    const before = stage.asked.length;
    await expectRefused(await stage.call('POST', path(), talk.token, body), status, code);
    expect(stage.asked).toHaveLength(before);
    expect(({} as { a?: unknown }).a).toBeUndefined();
    expect((await stage.say(talk, 'and on')).status).toBe(200);
  });

  it('that is not UTF-8 is refused', async () => {
    const answer = await fetch(`${stage.url}${path()}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.token}`, 'content-type': 'application/json' },
      body: new Uint8Array([...Buffer.from('{"type":"message","text":"'), 0xff, 0xfe, ...Buffer.from('"}')]),
    });
    await expectRefused(answer, 400, 'bad-json');
  });

  it('that grows over 64 KB without saying its length is refused', async () => {
    const piece = new TextEncoder().encode('x'.repeat(10_000));
    let left = 10;
    const body = new ReadableStream({
      pull: (controller) => (left-- > 0 ? controller.enqueue(piece) : controller.close()),
    });
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
    const headers = { authorization: `Bearer ${talk.token}`, 'content-type': 'application/json' };
    await expectRefused(await fetch(`${stage.url}${path()}`, { ...init, headers }), 413, 'too-big');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
    'application/jsonx',
    '',
  ])('of the type "%s" is refused', async (type) => {
    const body = '{"type":"message","text":"x"}';
    const answer = await stage.call('POST', path(), talk.token, body, { 'content-type': type });
    await expectRefused(answer, 415, 'bad-type');
  });

  it('that is compressed is refused', async () => {
    const headers = { 'content-encoding': 'gzip' };
    await expectRefused(await stage.call('POST', path(), talk.token, '{}', headers), 415, 'bad-type');
  });

  it('of 32 levels, and a strange but honest one, is taken', async () => {
    expect((await stage.call('POST', path(), talk.token, nested(31))).status).toBe(200);
    const odd = '{"type":"message","text":"1","text":"2","value":1e309,"entities":[{}],"x":"\\u202e\\ud800"}';
    const answer = await stage.call('POST', path(), talk.token, odd, {
      'content-type': 'Application/JSON; Charset="UTF-8"',
    });
    expect(answer.status).toBe(200);
    expect(stage.asked.at(-1)?.text).toBe('2');
  });
});

describe('an address', () => {
  it('of no conversation is refused', async () => {
    stage.tick(20 * 60_000);
    other = await stage.open();
    const body = { type: 'message', text: 'x' };
    await expectRefused(await stage.call('POST', path(), talk.token, body), 404, 'no-conversation');
  });

  it.each([
    '/nothing',
    '/v3/directline/nothing',
    '/%zz',
    '/%00',
    '//evil.example/x',
    `/${'a'.repeat(2_000)}`,
    '/../../etc/passwd',
  ])('that is not there is refused: %s', async (address) => {
    await expectRefused(await stage.call('GET', address), 404, 'not-found');
    await expectRefused(await stage.call('POST', address, undefined, {}), 404, 'not-found');
  });

  it('asked with a wrong method is refused', async () => {
    const answer = await stage.call('PUT', path(), talk.token, {});
    expect(answer.headers.get('allow')).toContain('POST');
    await expectRefused(answer, 405, 'bad-method');
  });
});

/** Sends raw bytes and reads until the server closes. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(stage.url).port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(bytes);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  await once(socket, 'close');
  return answer;
}

describe('a request that is none', () => {
  it.each([
    ['garbage', 'hello\r\n\r\n', 400],
    ['a header over 8 KB', `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(9_000)}\r\n\r\n`, 431],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n', 400],
    [
      'a host with a policy in it',
      'GET / HTTP/1.1\r\nHost: x; script-src *\r\nConnection: close\r\n\r\n',
      400,
    ],
    ['a host and port that is none', 'GET / HTTP/1.1\r\nHost: x:99999\r\nConnection: close\r\n\r\n', 400],
    ['an absolute address', 'GET http://[/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    [
      'length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['an expectation', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: magic\r\nConnection: close\r\n\r\n', 400],
  ])('is refused with our headers: %s', async (_what, bytes, status) => {
    const answer = await raw(bytes);
    expect(answer.startsWith(`HTTP/1.1 ${status} `)).toBe(true);
    expect(answer).toContain("frame-ancestors 'none'");
    expect(answer).toContain(HELP);
    expect(answer).not.toMatch(/^(Server|X-Powered-By):/im);
  });

  it('is survived when it breaks off', async () => {
    const port = Number(new URL(stage.url).port);
    const head = `POST ${path()} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${talk.token}\r\nContent-Type: application/json\r\n`;
    const socket = connect(port, '127.0.0.1');
    socket.write(`${head}Content-Length: 100\r\n\r\n{"type"`);
    await once(socket, 'ready');
    socket.destroy();
    await once(socket, 'close');
    expect((await stage.say(talk, 'fine')).status).toBe(200);
  });
});
