/** A child who types everything about themselves, in a browser that tells everything about them. */
import { API, type Client, originOf, pathOf, type Talk } from './client.ts';
import { digits, loopback, word } from './search/canaries.ts';

/** Everything that a browser or a proxy may say about a person, each with a canary of its own. */
export function telltale(client: Client, prefix: string): Record<string, string> {
  const mark = (name: string) => client.plant(`${prefix}: ${name}`);
  return {
    'User-Agent': `Mozilla/5.0 (${mark('user agent')}) Safari`,
    Referer: `https://school.example/${mark('referer')}?pupil=1`,
    Cookie: `session=${mark('cookie')}; seen=1`,
    'Accept-Language': `en-GB, x-${mark('language')};q=0.5`,
    'X-Forwarded-For': client.plant(`${prefix}: forwarded for`, loopback()),
    Forwarded: `for=${mark('forwarded')};proto=https`,
    'X-Real-IP': client.plant(`${prefix}: real ip`, loopback()),
    Via: `1.1 ${mark('via')}`,
    'X-Request-Id': mark('request id'),
    'X-Ms-Bot-Agent': mark('bot agent'),
  };
}

const fullWidth = (text: string) =>
  text.replace(/./g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

/** What a child types about themselves, sentence by sentence. */
function sentences(client: Client): string[] {
  const mark = (name: string, value?: string) => client.plant(`typed: ${name}`, value);
  const capitals = word().toUpperCase();
  return [
    `my name is ${mark('name')} and im 13`,
    `I am ${mark('name in capitals', `${capitals[0]}${word()}`)}`,
    `i go to ${mark('school')} school`,
    `ring me on ${mark('phone', `+44 7${digits(18)}`)} pls`,
    `my email is ${mark('e-mail', `${word()}@${word('latin', 10)}.example`)}`,
    `i live at ${mark('postcode', `SN${digits(2)} ${digits(1)}${capitals}`)}`,
    `what is grooming? ${mark('plain')}`,
    `ktoś ma moje zdjęcia ${mark('Polish', word('polish'))} pomocy`,
    `hes scaring me 😢${mark('beside emoji')}🔥🔥`,
    `אני מפחד ${mark('Hebrew', word('hebrew'))}`,
    `أنا خائف ${mark('Arabic', word('arabic'))}`,
    `im so ${mark('full width', fullWidth(word()))}`,
    `he said ${mark('marks', `${word('latin', 8)}&<b>"'${word('latin', 8)}`)}`,
    `why ${mark('drawn out', word().replace(/^./, '$&$&$&$&'))}`,
    `hes outside my house right now and im scared ${mark('urgent')}`,
    `he gave me a phone and wants pics ${mark('concern')}`,
    `${mark('long, first')} ${'so i went there and '.repeat(400)} ${mark('long, middle')} ${'and then he '.repeat(500)}${mark('long, last')}`,
  ];
}

/** A talk that gives away everything it can, over HTTP and a WebSocket. @returns the code its socket is closed with */
export async function tellAll(client: Client): Promise<{ ended: Promise<number> }> {
  const mark = (name: string) => client.plant(`field: ${name}`);
  // Linux answers to every address of the loopback net; other systems to one.
  const from = process.platform === 'linux' ? client.plant('source address', loopback()) : undefined;
  const talk = await client.open({
    path: `${API}/conversations?child=${mark('query of a new talk')}`,
    headers: telltale(client, 'opening'),
    body: { user: { id: mark('user id'), name: mark('user name') } },
    from,
  });
  const protocol = [mark('socket protocol')];
  const heading = { headers: telltale(client, 'socket'), origin: originOf(talk), protocol };
  const { ended } = await client.listen(talk, heading);
  const headers = telltale(client, 'saying');
  for (const [n, text] of sentences(client).entries())
    await client.say(talk, text, { name: `sentence ${n}`, headers, from });
  return { ended };
}

/** Every field that an activity can have, in a talk that nobody listens to: its echoes are never fetched. */
export async function fillFields(client: Client): Promise<void> {
  const mark = (name: string) => client.plant(`field: ${name}`);
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
    channelData: { clientActivityID: mark('clientActivityID'), [mark('key of channel data')]: mark('data') },
    entities: [{ type: mark('entity'), text: mark('text of an entity') }],
    textFormat: mark('text format'),
    speak: mark('speak'),
  };
  await client.post(talk, everything, { name: 'everything' });
  const picture = {
    contentType: mark('content type'),
    contentUrl: `data:${mark('picture')}`,
    name: mark('file'),
  };
  await client.post(talk, { type: 'message', attachments: [picture] }, { name: 'picture' });
  const event = {
    type: 'event',
    name: mark('event name'),
    value: { [mark('event key')]: mark('event value') },
  };
  await client.post(talk, event, { name: 'event' });
  await client.post(talk, { type: 'typing', text: mark('half typed') }, { name: 'typing' });
  await client.post(talk, { type: mark('type'), text: mark('text of another type') }, { name: 'other type' });
  await upload(client, talk);
}

async function upload(client: Client, talk: Talk): Promise<void> {
  const mark = (name: string) => client.plant(`upload: ${name}`);
  const boundary = mark('boundary');
  const activity = JSON.stringify({ type: 'message', text: mark('words beside a picture') });
  const body = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="activity"',
    'Content-Type: application/vnd.microsoft.activity',
    '',
    activity,
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${mark('file name')}.jpg"`,
    'Content-Type: image/jpeg',
    '',
    mark('content'),
    `--${boundary}--`,
    '',
  ].join('\r\n');
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const path = `${pathOf(talk, 'upload')}?userId=${mark('user')}`;
  await client.send({ name: 'upload', method: 'POST', path, talk, headers, body });
}

/** Talks that end in other ways: too many messages, deleted, left. */
export async function endings(client: Client): Promise<void> {
  const mark = (name: string) => client.plant(`ending: ${name}`);
  const eager = await client.open();
  const same = mark('said again and again');
  for (let n = 0; n < 22; n++) await client.say(eager, `${same} ${n}`);
  await client.say(eager, `why wont you answer ${mark('over the limit')}`, { name: 'over the limit' });
  await client.poll(eager);

  const deleted = await client.open();
  await client.say(deleted, `please forget ${mark('before deleting')}`);
  await client.wipe(deleted, { value: { why: mark('while deleting') } }, { name: 'delete' });
  await client.say(deleted, mark('after deleting'), { name: 'after deleting' });

  const left = await client.open();
  await client.say(left, `i have to go ${mark('before leaving')}`);
  const body = { token: left.token, note: mark('beacon') };
  const beacon = { method: 'POST', path: pathOf(left, 'wipe'), headers: { 'content-type': 'text/plain' } };
  await client.send({ name: 'leave', ...beacon, body });
  client.alive.delete(left.conversationId);
}

/** A bad line and impatient fingers: two messages at once, requests that break off, words on a socket that only listens. */
export async function stumble(client: Client): Promise<void> {
  const mark = (name: string) => client.plant(`stumbling: ${name}`);
  const talk = await client.open();
  const name = 'two at once';
  await Promise.all([mark('first'), mark('second')].map((one) => client.say(talk, `${one} hello`, { name })));
  const head = `POST ${pathOf(talk)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${talk.token}\r\n`;
  const length = 'Content-Type: application/json\r\nContent-Length: 900\r\n\r\n';
  await client.raw('half a body', `${head}${length}{"type":"message","text":"${mark('half a body')}`, true);
  await client.raw('half a head', `${head}X-Half: ${mark('half a head')}`, true);
  for (const [kind, binary] of [
    ['text on a socket', false],
    ['bytes on a socket', true],
  ] as const) {
    const { socket, ended } = await client.listen(talk);
    socket.send(Buffer.from(mark(kind)), { binary });
    client.statuses[kind] = await ended;
  }
}
