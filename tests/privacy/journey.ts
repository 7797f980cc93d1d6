/** A child who types everything about themselves, from a browser that tells everything about them; and hostile callers. */
import { gzipSync } from 'node:zlib';
import { digits, loopback, word } from './canaries.ts';
import { API, type Client, type Reply, type Talk } from './client.ts';

/** The statuses of one part of a journey, to see that it went where it should. */
export type Statuses = Record<string, number>;

const pathOf = (talk: Talk, rest = 'activities') => `${API}/conversations/${talk.conversationId}/${rest}`;
const noted = (statuses: Statuses, name: string, { status }: Reply): void => {
  statuses[name] = status;
};

/** Everything that a browser or a proxy may say about a person, each with a canary of its own. */
function telltale(client: Client, prefix: string): Record<string, string> {
  const mark = (name: string, write = (one: string) => one) =>
    write(client.plant(`${prefix}: ${name}`, word()));
  return {
    'User-Agent': mark('user agent', (one) => `Mozilla/5.0 (${one}) Safari`),
    Referer: mark('referer', (one) => `https://school.example/${one}?pupil=1`),
    Cookie: mark('cookie', (one) => `session=${one}; seen=1`),
    'Accept-Language': mark('language', (one) => `en-GB, x-${one};q=0.5`),
    'X-Forwarded-For': client.plant(`${prefix}: forwarded for`, loopback()),
    Forwarded: mark('forwarded', (one) => `for=${one};proto=https`),
    'X-Real-IP': client.plant(`${prefix}: real ip`, loopback()),
    Via: mark('via', (one) => `1.1 ${one}`),
    'X-Request-Id': mark('request id'),
    'X-Ms-Bot-Agent': mark('bot agent'),
  };
}

/** What a child types about themselves, sentence by sentence. */
function sentences(client: Client): string[] {
  const mark = (name: string, value = word()) => client.plant(`typed: ${name}`, value);
  return [
    `my name is ${mark('name')} and im 13`,
    `I am ${mark('name in capitals', `${word('latin', 1).toUpperCase()}${word()}`)}`,
    `i go to ${mark('school')} school`,
    `ring me on ${mark('phone', `+44 7${digits(18)}`)} pls`,
    `my email is ${mark('e-mail', `${word()}@${word('latin', 10)}.example`)}`,
    `i live at ${mark('postcode', `SN${digits(2)} ${digits(1)}${word('latin', 16).toUpperCase()}`)}`,
    `what is grooming? ${mark('plain')}`,
    `ktoś ma moje zdjęcia ${mark('Polish', word('polish'))} pomocy`,
    `hes scaring me 😢${mark('beside emoji')}🔥🔥`,
    `אני מפחד ${mark('Hebrew', word('hebrew'))}`,
    `أنا خائف ${mark('Arabic', word('arabic'))}`,
    `im so ${mark(
      'full width',
      word().replace(/./g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    )}`,
    `he said ${mark('marks', `${word('latin', 8)}&<b>"'${word('latin', 8)}`)}`,
    `why ${mark('drawn out', word().replace(/^./, '$&$&$&$&'))}`,
    `hes outside my house right now and im scared ${mark('urgent')}`,
    `he gave me a phone and wants pics ${mark('concern')}`,
    `${mark('long, first')} ${'so i went there and '.repeat(400)} ${mark('long, middle')} ${'and then he '.repeat(500)}${mark('long, last')}`,
  ];
}

/** A talk that gives away everything it can, over HTTP and a WebSocket. @returns the talk, still open */
export async function tellAll(
  client: Client,
  statuses: Statuses,
): Promise<{ talk: Talk; ended: Promise<number> }> {
  const mark = (name: string) => client.plant(`field: ${name}`, word());
  const user = { id: mark('user id'), name: mark('user name') };
  const from = process.platform === 'linux' ? client.plant('source address', loopback()) : undefined;
  const talk = await client.open({
    path: `${API}/conversations?child=${mark('query of a new talk')}`,
    headers: telltale(client, 'opening'),
    body: { user },
    from,
  });
  const { ended } = await client.listen(talk, {
    headers: telltale(client, 'socket'),
    origin: new URL(talk.streamUrl).origin.replace(/^ws/, 'http'),
    protocol: [mark('socket protocol')],
  });
  const said = telltale(client, 'saying');
  for (const [n, text] of sentences(client).entries())
    noted(
      statuses,
      `sentence ${n}`,
      await client.post(talk, { type: 'message', text }, { headers: said, from }),
    );
  return { talk, ended };
}

/** Every field that an activity can have, in talks that nobody listens to: their echoes are never fetched. */
export async function fillFields(client: Client, statuses: Statuses): Promise<void> {
  const mark = (name: string) => client.plant(`field: ${name}`, word());
  const talk = await client.open();
  const everything = {
    type: 'message',
    text: `does it matter ${mark('unfetched text')}`,
    id: mark('activity id'),
    timestamp: mark('timestamp'),
    localTimezone: mark('time zone'),
    locale: mark('locale'),
    from: { id: mark('from.id'), name: mark('from.name'), role: mark('from.role') },
    recipient: { id: mark('recipient') },
    conversation: { id: mark('conversation.id'), name: mark('conversation.name') },
    channelId: mark('channel'),
    serviceUrl: `https://${mark('service url')}.example`,
    replyToId: mark('reply to'),
    [mark('key')]: 1,
    value: { choice: mark('choice'), [mark('key of a value')]: mark('value') },
    channelData: {
      clientActivityID: mark('clientActivityID'),
      postBack: true,
      [mark('key of channel data')]: mark('data'),
    },
    entities: [{ type: mark('entity'), text: mark('text of an entity') }],
    textFormat: mark('text format'),
    speak: mark('speak'),
  };
  noted(statuses, 'everything', await client.post(talk, everything));
  const picture = {
    contentType: mark('content type'),
    contentUrl: `data:${mark('picture')}`,
    name: mark('picture name'),
  };
  noted(statuses, 'picture', await client.post(talk, { type: 'message', attachments: [picture] }));
  const event = {
    type: 'event',
    name: mark('event name'),
    value: { [mark('event key')]: mark('event value') },
  };
  noted(statuses, 'event', await client.post(talk, event));
  noted(statuses, 'typing', await client.post(talk, { type: 'typing', text: mark('half typed') }));
  noted(
    statuses,
    'other type',
    await client.post(talk, { type: mark('type'), text: mark('text of another type') }),
  );
  const boundary = mark('boundary');
  const upload = [
    `--${boundary}\r\nContent-Disposition: form-data; name="activity"\r\nContent-Type: application/vnd.microsoft.activity`,
    `\r\n\r\n${JSON.stringify({ type: 'message', text: mark('words beside a picture') })}\r\n--${boundary}`,
    `\r\nContent-Disposition: form-data; name="file"; filename="${mark('upload file name')}.jpg"`,
    `\r\nContent-Type: image/jpeg\r\n\r\n${mark('upload content')}\r\n--${boundary}--\r\n`,
  ].join('');
  const type = `multipart/form-data; boundary=${boundary}`;
  const [path, headers] = [
    `${pathOf(talk, 'upload')}?userId=${mark('upload user')}`,
    { 'content-type': type },
  ];
  noted(statuses, 'upload', await client.send({ method: 'POST', path, talk, headers, body: upload }));
}

/** Talks that end in other ways: too many messages, deleted, a beacon, two messages at once, a person who goes away. */
export async function endings(client: Client, statuses: Statuses): Promise<void> {
  const mark = (name: string) => client.plant(`ending: ${name}`, word());
  const eager = await client.open();
  const same = mark('said again and again');
  for (let n = 0; n < 22; n++) await client.say(eager, `${same} ${n}`);
  noted(statuses, 'over the limit', await client.say(eager, `why wont you answer ${mark('over the limit')}`));
  await client.poll(eager);

  const deleted = await client.open();
  await client.say(deleted, `please forget ${mark('before deleting')}`);
  const value = { why: mark('while deleting') };
  noted(statuses, 'delete', await client.wipe(deleted, { value }));
  noted(statuses, 'after deleting', await client.say(deleted, mark('after deleting')));

  const left = await client.open();
  await client.say(left, `i have to go ${mark('before leaving')}`);
  const body = { token: left.token, note: mark('beacon') };
  const beacon = { method: 'POST', path: pathOf(left, 'wipe'), headers: { 'content-type': 'text/plain' } };
  noted(statuses, 'leave', await client.send({ ...beacon, body }));
  client.alive.delete(left.conversationId);

  const double = await client.open();
  const both = ['first', 'second'].map((one) => client.say(double, `${mark(`${one} of two at once`)} hello`));
  for (const reply of await Promise.all(both)) noted(statuses, 'two at once', reply);
  const head = `POST ${pathOf(double)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${double.token}\r\n`;
  const half = `${head}Content-Type: application/json\r\nContent-Length: 900\r\n\r\n{"type":"message","text":"${mark('cut in the body')}`;
  await client.raw(half, true);
  await client.raw(`${head}X-Half: ${mark('cut in the headers')}`, true);

  for (const binary of [false, true]) {
    const { socket, ended } = await client.listen(double);
    socket.send(Buffer.from(mark(binary ? 'bytes on a socket' : 'text on a socket')), { binary });
    statuses[binary ? 'bytes on a socket' : 'text on a socket'] = await ended;
  }
}

const token = (payload: object): string =>
  [{ alg: 'none', typ: 'JWT' }, payload, 'x'.repeat(32)]
    .map((part) => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url'))
    .join('.');

/** Requests that are refused, each with canaries where the mistake is. */
export async function beRefused(client: Client, statuses: Statuses): Promise<void> {
  const mark = (name: string) => client.plant(`refused: ${name}`, word());
  const talk = await client.open();
  const post = async (name: string, body: string | Buffer | object, headers: Record<string, string> = {}) =>
    noted(statuses, name, await client.send({ method: 'POST', path: pathOf(talk), talk, body, headers }));
  await post('bad JSON', `{"type":"message","text":"${mark('bad JSON')}`);
  await post('bad key', `{"type":"message","${mark('bad key')}`);
  await post('no JSON', mark('no JSON'));
  await post(
    'bad UTF-8',
    Buffer.concat([Buffer.from(`{"text":"${mark('bad UTF-8')}`), Buffer.from([0xff, 0xfe])]),
  );
  await post('oversize', {
    type: 'message',
    text: `${mark('oversize, first')}${'x'.repeat(70_000)}${mark('oversize, last')}`,
  });
  await post('wrong type', mark('wrong type'), { 'content-type': `text/${mark('content type')}` });
  await post('packed', gzipSync(mark('packed')), { 'content-encoding': 'gzip' });
  await post('proto key', `{"type":"message","__proto__":{"name":"${mark('proto key')}"}}`);
  await post('constructor', `{"type":"message","constructor":{"${mark('constructor')}":1}}`);
  await post(
    'too deep',
    `{"type":"message","value":${'['.repeat(40)}"${mark('too deep')}"${']'.repeat(40)}}`,
  );
  await post('bad shape', { type: 'message', text: { de: mark('bad shape') } });
  await post('no type', { text: mark('no type') });

  const paths: Record<string, string> = {
    'unknown path': `/${mark('unknown path')}/${mark('second part')}`,
    'unknown talk': `${API}/conversations/${mark('unknown talk')}/activities`,
    'long path': `${API}/conversations/${mark('long path')}${'a'.repeat(80)}/activities`,
    'bad escape': `/chat/%E0%A4%A${mark('bad escape')}`,
    'bad query': `${API}/conversations/x/activities?watermark=${mark('watermark')}&%ZZ=${mark('bad query')}`,
  };
  for (const [name, path] of Object.entries(paths)) {
    noted(statuses, name, await client.send({ path, headers: telltale(client, name) }));
    noted(
      statuses,
      `${name}, in a browser`,
      await client.send({ path, headers: { accept: 'text/html', 'accept-encoding': 'br, gzip' } }),
    );
  }
  for (const path of ['/', '/chat', '/metrics', '/health/ready'])
    noted(
      statuses,
      path,
      await client.send({ path: `${path}?who=${mark(`query of ${path}`)}`, headers: telltale(client, path) }),
    );
  const known = `${API}/conversations/${talk.conversationId}/activities`;
  for (const [name, authorization] of Object.entries({
    'Basic authorization': `Basic ${Buffer.from(`child:${mark('password')}`).toString('base64')}`,
    'odd authorization': mark('odd authorization'),
    'three parts': `Bearer ${mark('header of a token')}.${mark('payload of a token')}.${mark('signature of a token')}`,
    'alg none': `Bearer ${token({ conv: mark('claim'), exp: 9_999_999_999 })}`,
  }))
    noted(statuses, name, await client.send({ path: known, headers: { authorization } }));
  noted(
    statuses,
    'refresh',
    await client.send({
      method: 'POST',
      path: `${API}/tokens/refresh`,
      headers: { authorization: `Bearer ${mark('a')}.b.c` },
    }),
  );
  noted(
    statuses,
    'no such method',
    await client.send({ method: 'DELETE', path: `/chat?${mark('no such method')}` }),
  );
  noted(
    statuses,
    'expectation',
    await client.send({ path: `/chat`, headers: { expect: mark('expectation') } }),
  );
  const ask = { method: 'OPTIONS', path: known };
  const origin = new URL(talk.streamUrl).origin.replace(/^ws/, 'http');
  const wanted = {
    origin,
    'access-control-request-headers': mark('wanted header'),
    'access-control-request-method': mark('wanted method'),
  };
  noted(statuses, 'preflight', await client.send({ ...ask, headers: wanted }));
  noted(
    statuses,
    'preflight from elsewhere',
    await client.send({ ...ask, headers: { origin: `https://${mark('preflight')}.example` } }),
  );
  noted(
    statuses,
    'beacon',
    await client.send({ method: 'POST', path: pathOf(talk, 'wipe'), body: { token: mark('forged beacon') } }),
  );

  const raw = async (name: string, bytes: string) => {
    statuses[name] = Number(/^HTTP\/1\.1 (\d{3})/.exec(await client.raw(bytes))?.[1]);
  };
  const end = 'Host: localhost\r\nConnection: close\r\n\r\n';
  await raw('no request line', `${mark('no request line')}\r\n\r\n`);
  await raw('no method', `${mark('unknown method').toUpperCase()} / HTTP/1.1\r\n${end}`);
  await raw('bad header', `GET / HTTP/1.1\r\n${mark('bad header')} : x\r\n${end}`);
  await raw('long header', `GET / HTTP/1.1\r\nX-Long: ${mark('long header').repeat(600)}\r\n${end}`);
  await raw(
    'bad chunk',
    `POST ${known} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n${mark('bad chunk')}\r\n`,
  );
  await raw(
    'trailer',
    `POST ${known} HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n${end}1;${mark('chunk')}=x\r\n{\r\n0\r\nX-T: ${mark('trailer')}\r\n\r\n`,
  );
  await raw('whole address', `GET http://${mark('whole address')}:1x/chat HTTP/1.1\r\n${end}`);
  await raw('two slashes', `GET //${mark('two slashes')}:1x/chat HTTP/1.1\r\n${end}`);
  await raw(
    'bad host',
    `GET /${mark('path of a bad host')} HTTP/1.1\r\nHost: ${mark('bad host')}/@\r\nConnection: close\r\n\r\n`,
  );
  const key =
    'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nConnection: Upgrade\r\n';
  const socket = (path: string, more: string) =>
    `GET ${API}/conversations/${path} HTTP/1.1\r\nHost: localhost\r\n${key}${more}\r\n`;
  const stream = `${talk.conversationId}/stream?t=`;
  await raw(
    'bad origin',
    socket(`${stream}${mark('token of a bad origin')}`, `Origin: https://${mark('bad origin')}.example\r\n`),
  );
  await raw(
    'bad socket token',
    socket(`${stream}${mark('socket token')}.b.c`, `User-Agent: ${mark('agent of a socket')}\r\n`),
  );
  await raw('unknown stream', socket(`${mark('unknown stream')}/other?t=x`, ''));
  await raw(
    'bad upgrade',
    socket(`${stream}x`, `Sec-WebSocket-Extensions: ${mark('extension')}\r\n`).replace('13', mark('version')),
  );
}
