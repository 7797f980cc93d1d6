/** Requests that are refused, each with canaries where the mistake is. */
import { gzipSync } from 'node:zlib';
import { API, type Client, originOf, pathOf, type Sent, type Talk } from './client.ts';
import { telltale } from './journey.ts';

type Mark = (name: string) => string;
type Row = readonly [
  name: string,
  body: string | Buffer | object,
  headers?: Readonly<Record<string, string>>,
];

const bodies = (mark: Mark): readonly Row[] => [
  ['bad JSON', `{"type":"message","text":"${mark('bad JSON')}`],
  ['bad key', `{"type":"message","${mark('bad key')}`],
  ['no JSON', mark('no JSON')],
  ['bad UTF-8', Buffer.concat([Buffer.from(`{"text":"${mark('bad UTF-8')}`), Buffer.from([0xff, 0xfe])])],
  ['oversize', { text: `${mark('oversize, first')}${'x'.repeat(70_000)}${mark('oversize, last')}` }],
  ['wrong type', mark('wrong type'), { 'content-type': `text/${mark('content type')}` }],
  ['packed', gzipSync(mark('packed')), { 'content-encoding': 'gzip' }],
  ['proto key', `{"type":"message","__proto__":{"name":"${mark('proto key')}"}}`],
  ['constructor', `{"type":"message","constructor":{"${mark('constructor')}":1}}`],
  ['too deep', `{"type":"message","value":${'['.repeat(40)}"${mark('too deep')}"${']'.repeat(40)}}`],
  ['bad shape', { type: 'message', text: { de: mark('bad shape') } }],
  ['no type', { text: mark('no type') }],
];

const addresses = (mark: Mark): Readonly<Record<string, string>> => ({
  'unknown path': `/${mark('unknown path')}/${mark('second part')}`,
  'unknown talk': `${API}/conversations/${mark('unknown talk')}/activities`,
  'long path': `${API}/conversations/${mark('long path')}${'a'.repeat(80)}/activities`,
  'bad escape': `/chat/%E0%A4%A${mark('bad escape')}`,
  'bad query': `${API}/conversations/x/activities?watermark=${mark('watermark')}&%ZZ=${mark('bad query')}`,
  'a page': `/?who=${mark('query of a page')}`,
  'the chat': `/chat?who=${mark('query of the chat')}`,
  metrics: `/metrics?who=${mark('query of metrics')}`,
  health: `/health/ready?who=${mark('query of health')}`,
});

const base64url = (part: object | string) =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

const authorizations = (mark: Mark): Readonly<Record<string, string>> => ({
  'Basic authorization': `Basic ${Buffer.from(`child:${mark('password')}`).toString('base64')}`,
  'odd authorization': mark('odd authorization'),
  'three parts': `Bearer ${mark('header of a token')}.${mark('payload of a token')}.${mark('signature of a token')}`,
  'alg none': `Bearer ${[{ alg: 'none' }, { conv: mark('claim'), exp: 9_999_999_999 }, 'x'].map(base64url).join('.')}`,
});

const calls = (mark: Mark, talk: Talk): Readonly<Record<string, Sent>> => {
  const wanted = {
    'access-control-request-headers': mark('wanted header'),
    'access-control-request-method': mark('wanted method'),
  };
  const path = pathOf(talk);
  const headers = { authorization: `Bearer ${mark('token to refresh')}.b.c` };
  return {
    refresh: { method: 'POST', path: `${API}/tokens/refresh`, headers },
    'no such method': { method: 'DELETE', path: `/chat?${mark('no such method')}` },
    expectation: { path: '/chat', headers: { expect: mark('expectation') } },
    preflight: { method: 'OPTIONS', path, headers: { origin: originOf(talk), ...wanted } },
    'foreign preflight': {
      method: 'OPTIONS',
      path,
      headers: { origin: `https://${mark('origin')}.example` },
    },
    beacon: { method: 'POST', path: pathOf(talk, 'wipe'), body: { token: mark('token of a beacon') } },
  };
};

const END = 'Host: localhost\r\nConnection: close\r\n\r\n';

/** Bytes that no HTTP library would send. */
function bytes(mark: Mark, talk: Talk): Readonly<Record<string, string>> {
  const chunked = `POST ${pathOf(talk)} HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n${END}`;
  const trailer = `X-Trailer: ${mark('trailer')}\r\n\r\n`;
  return {
    'no request line': `${mark('no request line')}\r\n\r\n`,
    'unknown method': `${mark('unknown method').toUpperCase()} / HTTP/1.1\r\n${END}`,
    'bad header': `GET / HTTP/1.1\r\n${mark('bad header')} : x\r\n${END}`,
    'long header': `GET / HTTP/1.1\r\nX-Long: ${mark('long header').repeat(600)}\r\n${END}`,
    'bad chunk': `${chunked}${mark('bad chunk')}\r\n`,
    trailer: `${chunked}1;${mark('extension of a chunk')}=x\r\n{\r\n0\r\n${trailer}`,
    'whole address': `GET http://${mark('whole address')}:1x/chat HTTP/1.1\r\n${END}`,
    'two slashes': `GET //${mark('two slashes')}:1x/chat HTTP/1.1\r\n${END}`,
    'bad host': `GET /${mark('path of a bad host')} HTTP/1.1\r\nHost: ${mark('bad host')}/@\r\n\r\n`,
  };
}

/** WebSocket handshakes. */
function handshakes(mark: Mark, talk: Talk): Readonly<Record<string, string>> {
  const shake = (path: string, more: string, version = '13') =>
    [
      `GET ${API}/conversations/${path} HTTP/1.1`,
      'Host: localhost',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      `Sec-WebSocket-Version: ${version}`,
      `${more}\r\n\r\n`,
    ].join('\r\n');
  const stream = `${talk.conversationId}/stream?t=`;
  return {
    'bad origin': shake(
      `${stream}${mark('token of a bad origin')}`,
      `Origin: https://${mark('bad origin')}.example`,
    ),
    'bad token': shake(
      `${stream}${mark('token of a socket')}.b.c`,
      `User-Agent: ${mark('agent of a socket')}`,
    ),
    'unknown stream': shake(`${mark('unknown stream')}/other?t=x`, `Cookie: ${mark('cookie of a socket')}`),
    'bad upgrade': shake(`${stream}x`, `Sec-WebSocket-Extensions: ${mark('extension')}`, mark('version')),
  };
}

/** Sends them all. */
export async function beRefused(client: Client): Promise<void> {
  const mark: Mark = (name) => client.plant(`refused: ${name}`);
  const talk = await client.open();
  for (const [name, body, headers = {}] of bodies(mark)) await client.post(talk, {}, { name, body, headers });
  const browser = { accept: 'text/html', 'accept-encoding': 'br, gzip' };
  for (const [name, path] of Object.entries(addresses(mark))) {
    await client.send({ name, path, headers: telltale(client, name) });
    await client.send({ name: `${name}, in a browser`, path, headers: browser });
  }
  for (const [name, authorization] of Object.entries(authorizations(mark)))
    await client.send({ name, path: pathOf(talk), headers: { authorization } });
  for (const [name, call] of Object.entries(calls(mark, talk))) await client.send({ name, ...call });
  for (const [name, sent] of Object.entries({ ...bytes(mark, talk), ...handshakes(mark, talk) }))
    await client.raw(name, sent);
}

const pages = ['a page', 'the chat', 'metrics', 'health'];
const both = (names: readonly string[]) => names.flatMap((name) => [name, `${name}, in a browser`]);

/** Status, or code of a closed socket -> what is answered with it: all of journey.ts and of this file. */
export const ANSWERS: Readonly<Record<number, readonly string[]>> = {
  200: [
    ...['everything', 'picture', 'event', 'typing', 'other type', 'upload'],
    ...['over the limit', 'delete', 'leave', 'two at once', ...both(pages)],
    ...['form', 'form button', 'form of no talk', 'form delete'],
    ...Array.from({ length: 17 }, (_, n) => `sentence ${n}`),
  ],
  204: ['preflight', 'form ping', 'ping of no talk'],
  400: [
    ...['bad JSON', 'bad key', 'no JSON', 'bad UTF-8', 'proto key', 'constructor', 'too deep'],
    ...[
      'bad shape',
      'no type',
      'expectation',
      'no request line',
      'unknown method',
      'bad header',
      'bad chunk',
    ],
    ...['trailer', 'whole address', 'bad host', 'bad upgrade'],
  ],
  401: both(['unknown talk', 'bad query']),
  403: [
    ...['Basic authorization', 'odd authorization', 'three parts', 'alg none', 'refresh'],
    ...['foreign preflight', 'beacon', 'bad origin', 'bad token'],
  ],
  404: [
    'after deleting',
    ...both(['unknown path', 'long path', 'bad escape']),
    'two slashes',
    'unknown stream',
  ],
  405: ['no such method'],
  413: ['oversize', 'form oversize'],
  415: ['wrong type', 'packed', 'form of another type'],
  431: ['long header'],
  1003: ['bytes on a socket'],
  1008: ['text on a socket'],
};
