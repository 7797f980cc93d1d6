/** Node takes the limits although they are set after its server was made. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HTTP_LIMITS, setLimits } from '../../src/server/limits.ts';

const http = createServer((request, response) => {
  request.resume();
  request.on('end', () => response.end(String(Object.keys(request.headers).length)));
});
beforeEach(async () => {
  setLimits(http, {
    ...HTTP_LIMITS,
    headersTimeout: 100,
    requestTimeout: 150,
    connectionsCheckingInterval: 20,
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
});
afterEach(() => {
  http.close();
});

async function send(bytes: string): Promise<string> {
  const socket = connect((http.address() as AddressInfo).port, '127.0.0.1');
  socket.write(bytes);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer;
}

it('half a head is not waited for', async () => {
  expect(await send('GET / HTTP/1.1\r\nHost: x\r\nX-A:')).toMatch(/^HTTP\/1\.1 408 /);
});

it('half a body is not waited for', async () => {
  expect(await send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc')).toMatch(
    /^HTTP\/1\.1 408 /,
  );
});

it('a head over 8 KB is not read', async () => {
  expect(await send(`GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(8_200)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  );
});

it('of many headers at most fifty are read: newer versions of Node refuse the rest, older ones drop it', async () => {
  const many = Array.from({ length: 100 }, (_, n) => `X-${n}: 1\r\n`).join('');
  expect(await send(`GET / HTTP/1.1\r\nConnection: close\r\n${many}\r\n`)).toMatch(
    /^HTTP\/1\.1 431 |\r\n50\r\n/,
  );
});
