/** The WebSocket: what is sent, what is replayed, and every way it ends. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { HELP, listen, ROOT, type Stage, serve, texts } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await serve();
});
afterEach(() => stage.close());

describe('a stream', () => {
  it('replays the welcome, then sends the echo and the reply', async () => {
    const talk = await stage.open();
    const ear = listen(talk.streamUrl);
    const welcome = await ear.next();
    expect(texts(welcome)).toEqual(['bot: line start']);
    expect(welcome.watermark).toBe('1');
    await stage.say(talk, 'hello', { channelData: { clientActivityID: 'mine-1' } });
    const echo = await ear.next();
    expect(texts(echo)).toEqual(['user: hello']);
    expect(echo.activities[0].channelData).toEqual({ clientActivityID: 'mine-1' });
    const reply = await ear.next();
    expect(texts(reply)).toEqual(['bot: line heard hello']);
    expect([echo.watermark, reply.watermark]).toEqual(['2', '3']);
  });

  it('forgets the words once they are delivered', async () => {
    const talk = await stage.open();
    const ear = listen(talk.streamUrl);
    await ear.next();
    await stage.say(talk, 'my secret');
    await ear.next();
    await ear.next();
    expect(texts(await stage.poll(talk))).toEqual(['bot: line start', 'bot: line heard my secret']);
  });

  it('packs what the bot says, and never the words of a person', async () => {
    const talk = await stage.open();
    const ear = listen(talk.streamUrl);
    await ear.next();
    const wire: Buffer[] = [];
    (ear.socket as unknown as { _socket: Socket })._socket.on('data', (bytes: Buffer) => wire.push(bytes));
    const long = 'a long reply '.repeat(80).trim();
    await stage.say(talk, long);
    expect(texts(await ear.next())).toEqual([`user: ${long}`]);
    expect(Buffer.concat(wire).includes(long)).toBe(true);
    wire.length = 0;
    expect(texts(await ear.next())).toEqual([`bot: line heard ${long}`]);
    const reply = Buffer.concat(wire);
    expect([reply.includes('a long reply a long reply'), reply.length < long.length]).toEqual([false, true]);
  });

  it('gives after a reconnect only what came after the watermark', async () => {
    const talk = await stage.open();
    const first = listen(talk.streamUrl);
    const { watermark } = await first.next();
    first.socket.close();
    await first.closed();
    await stage.say(talk, 'while away');
    const path = `${ROOT}/conversations/${talk.conversationId}?watermark=${watermark}`;
    const again = await (await stage.call('GET', path, talk.token)).json();
    expect(again).toMatchObject({ conversationId: talk.conversationId, token: expect.any(String) });
    const second = listen(again.streamUrl);
    expect(texts(await second.next())).toEqual(['user: while away', 'bot: line heard while away']);
  });

  it('sends to each of two sockets, and closes the oldest of five', async () => {
    const talk = await stage.open();
    const ears = [listen(talk.streamUrl), listen(talk.streamUrl)];
    await Promise.all(ears.map((ear) => ear.next()));
    await stage.say(talk, 'hi');
    for (const ear of ears) expect(texts(await ear.next())).toEqual(['user: hi']);
    for (let n = 0; n < 3; n++) await listen(talk.streamUrl).next();
    expect(await ears[0]?.closed()).toBe(4003);
  });

  it('takes the client’s empty ping, and does not live longer for it', async () => {
    const talk = await stage.open();
    const ear = listen(talk.streamUrl);
    await ear.next();
    ear.socket.send('');
    stage.tick(14 * 60_000);
    ear.socket.send('');
    ear.socket.ping();
    await once(ear.socket, 'pong');
    stage.tick(60_000);
    expect(stage.door.sweep()).toBe(1);
    expect(await ear.closed()).toBe(4000);
  });

  it.each([
    ['binary', Buffer.from([1, 2]), 1003],
    ['text', 'hello', 1008],
    ['more than 8 KB', 'x'.repeat(9_000), 1009],
  ])('is closed for %s', async (_what, data, code) => {
    const talk = await stage.open();
    const ear = listen(talk.streamUrl);
    await ear.next();
    ear.socket.send(data);
    expect(await ear.closed()).toBe(code);
    expect((await stage.say(talk, 'still here')).status).toBe(200);
  });

  it('is closed for a flood of pings', async () => {
    const talk = await stage.open();
    const ear = listen(talk.streamUrl);
    await ear.next();
    for (let n = 0; n < 101; n++) ear.socket.send('');
    expect(await ear.closed()).toBe(1008);
  });

  it('is closed when the talk is deleted, by event or by word', async () => {
    const talk = await stage.open();
    const ear = listen(talk.streamUrl);
    await ear.next();
    const path = `${ROOT}/conversations/${talk.conversationId}/activities`;
    await stage.call('POST', path, talk.token, { type: 'event', name: 'signpost.wipe' });
    expect(await ear.closed()).toBe(4001);

    const other = await stage.open();
    const second = listen(other.streamUrl);
    await second.next();
    await stage.say(other, 'delete this');
    expect(texts(await second.next())).toEqual(['user: delete this']);
    expect(texts(await second.next())).toEqual(['bot: line wiped']);
    expect(await second.closed()).toBe(4001);
  });

  it('is reaped when nobody answers our ping', async () => {
    const quick = await serve({ pingMs: 30 });
    const talk = await quick.open();
    const ear = listen(talk.streamUrl, { autoPong: false });
    await ear.next();
    expect(await ear.closed()).toBe(1006);
    const living = listen(talk.streamUrl);
    await living.next();
    await once(living.socket, 'ping');
    await once(living.socket, 'ping');
    await once(living.socket, 'ping');
    expect(living.socket.readyState).toBe(WebSocket.OPEN);
    await quick.close();
  });

  it('is cut when its reader is too slow', async () => {
    const big = await serve({
      render: () => [{ text: 'x'.repeat(1_000_000) }],
      limits: { burst: 1_000, perSecond: 1_000, turns: 500 },
    });
    const talk = await big.open();
    const url = new URL(talk.streamUrl);
    const socket = connect(Number(url.port), '127.0.0.1');
    const cut = once(socket, 'close');
    socket.on('error', () => {});
    socket.write(
      `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await once(socket, 'readable');
    socket.pause();
    for (let n = 0; n < 30; n++) expect((await big.say(talk, 'hi')).status).toBe(200);
    socket.resume();
    await cut;
    await big.close();
  });

  it('ends with 1001 when the server leaves', async () => {
    const leaving = await serve();
    const talk = await leaving.open();
    const ear = listen(talk.streamUrl);
    await ear.next();
    await leaving.close();
    expect(await ear.closed()).toBe(1001);
  });
});

/** The answer to an upgrade that is refused. */
async function refused(
  url: string,
  options: object = {},
): Promise<{ status: number; body: string; headers: object }> {
  const socket = new WebSocket(url, options);
  socket.on('error', () => {});
  const [, answer] = await once(socket, 'unexpected-response');
  let body = '';
  for await (const chunk of answer) body += chunk;
  return { status: answer.statusCode, body, headers: answer.headers };
}

describe('an upgrade', () => {
  it('needs a token for this conversation that is still open', async () => {
    const talk = await stage.open();
    const other = await stage.open();
    const bare = talk.streamUrl.split('?')[0] ?? '';
    expect((await refused(bare)).status).toBe(401);
    expect((await refused(`${bare}?t=${other.token}`)).status).toBe(403);
    expect((await refused(`${bare}?t=a.b.c`)).status).toBe(403);
    expect((await refused(talk.streamUrl.replace('/stream', '/other'))).status).toBe(404);
    stage.tick(16 * 60_000);
    const { status, body, headers } = await refused(talk.streamUrl);
    expect([status, JSON.parse(body).error.code, JSON.parse(body).help.text]).toEqual([
      404,
      'no-conversation',
      HELP,
    ]);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(stage.lines.join('\n')).not.toContain(talk.token.slice(0, 20));
  });

  it('needs our own origin or an allowed one, whole', async () => {
    const strict = await serve(
      {},
      {
        config: {
          publicUrl: 'https://chat.wiltshire.gov.uk',
          allowedOrigins: ['https://www.wiltshire.gov.uk'],
        },
      },
    );
    const talk = await strict.open();
    const url = talk.streamUrl.replace('wss://chat.wiltshire.gov.uk', strict.url.replace('http', 'ws'));
    for (const origin of ['https://chat.wiltshire.gov.uk', 'https://www.wiltshire.gov.uk']) {
      await listen(url, { headers: { origin } }).next();
    }
    await listen(url).next();
    for (const origin of [
      'null',
      'http://chat.wiltshire.gov.uk',
      'https://chat.wiltshire.gov.uk.evil.example',
      'https://evil.example/chat.wiltshire.gov.uk',
      'https://chat.wiltshire.gov.uk:444',
      'https://CHAT.wiltshire.gov.uk',
      'https://xwww.wiltshire.gov.uk',
      'https://wiltshire.gov.uk',
      'https://chat.wiltshire.gov.uk/',
      'chat.wiltshire.gov.uk',
      ' https://chat.wiltshire.gov.uk https://evil.example',
      strict.url,
    ]) {
      const { status, body } = await refused(url, { headers: { origin } });
      expect([origin, status, JSON.parse(body).error.code]).toEqual([origin, 403, 'bad-origin']);
    }
    await strict.close();
  });

  it('is refused by us when the handshake is wrong', async () => {
    const talk = await stage.open();
    const url = new URL(talk.streamUrl);
    for (const lines of [
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short',
      'Sec-WebSocket-Version: 7\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
    ]) {
      const socket = connect(Number(url.port), '127.0.0.1');
      socket.write(
        `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${lines}\r\n\r\n`,
      );
      let answer = '';
      for await (const chunk of socket) answer += chunk;
      expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
      expect(answer).toContain('Content-Security-Policy');
    }
  });

  it.each(['//', 'http://', '//[', 'x'])('to no address at all is refused: %s', async (address) => {
    const socket = connect(Number(new URL(stage.url).port), '127.0.0.1');
    const key = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
    const upgrade = `Upgrade: websocket\r\nConnection: Upgrade\r\n${key}`;
    socket.write(`GET ${address} HTTP/1.1\r\nHost: ${new URL(stage.url).host}\r\n${upgrade}\r\n\r\n`);
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).toContain(HELP);
  });
});
