/** A person at a browser, or a hostile program: all that comes back is written down, with whom it was sent to. */
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { type Canary, word } from './search/canaries.ts';

export const API = '/v3/directline';
const PATIENCE_MS = 30_000;

/** What came back, and to whom. */
export interface Heard {
  /** The id of the talk it was meant for; null for refusals and for what belongs to no talk. */
  readonly to: string | null;
  readonly what: string;
  readonly bytes: Buffer;
}

export interface Talk {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | object;
  /** Whose talk it is about. */
  readonly talk?: Talk;
  /** The address it comes from. */
  readonly from?: string | undefined;
  /** Under which its status is noted. */
  readonly name?: string;
}
type More = Partial<Sent>;

export interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

export const pathOf = ({ conversationId }: Talk, rest = 'activities') =>
  `${API}/conversations/${conversationId}/${rest}`;
export const originOf = ({ streamUrl }: Talk): string => new URL(streamUrl).origin.replace(/^ws/, 'http');

/** On the page of the form one's own words stand in one's own bubble. */
const OWN_BUBBLE = /<div class="mine".*?<\/div>/s;

/** One's own words may come back as messages of role `user`, or in one's own bubble, and in no other part. */
function withoutEchoes(body: Buffer): Buffer {
  try {
    const { activities, ...rest } = JSON.parse(String(body));
    if (!Array.isArray(activities)) return body;
    const others = activities.filter(({ from }) => from?.role !== 'user');
    return Buffer.from(JSON.stringify({ ...rest, activities: others }));
  } catch {
    return Buffer.from(String(body).replace(OWN_BUBBLE, ''));
  }
}

const bytesOf = (body: Sent['body']): string | Buffer | undefined =>
  body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);

export class Client {
  readonly canaries: Canary[] = [];
  readonly heard: Heard[] = [];
  /** Name of a request -> its status, or the code that its socket was closed with. */
  readonly statuses: Record<string, number> = {};
  /** Name of a canary that the server made itself (an id, a token) -> the talk that may be told it. */
  readonly owners = new Map<string, string>();
  /** Ids of the talks that were opened and not deleted. */
  readonly alive = new Set<string>();
  readonly #port: number;
  #talks = 0;

  constructor(port: number) {
    this.#port = port;
  }

  /** Makes a canary and hands it over, to be sent somewhere. */
  plant(name: string, value = word()): string {
    this.canaries.push({ name, value });
    return value;
  }

  #note(to: Talk | undefined, what: string, bytes: Buffer): void {
    this.heard.push({ to: to?.conversationId ?? null, what, bytes });
  }

  /** One request on a connection of its own. */
  async send(sent: Sent): Promise<Reply> {
    const { reply, note } = await this.#exchange(sent);
    // A refusal belongs to nobody: it may repeat nothing at all.
    note(reply.status < 300 ? sent.talk : undefined);
    return reply;
  }

  async #exchange({ method = 'GET', path, headers = {}, body, talk, from, name }: Sent) {
    const bytes = bytesOf(body);
    const length = { 'content-length': Buffer.byteLength(bytes ?? '') };
    const asked = request({
      host: '127.0.0.1',
      port: this.#port,
      localAddress: from,
      method,
      path,
      agent: false,
      timeout: PATIENCE_MS,
      headers: {
        ...(talk ? { authorization: `Bearer ${talk.token}` } : {}),
        ...(bytes === undefined ? {} : { 'content-type': 'application/json', ...length }),
        ...headers,
      },
    });
    asked.on('timeout', () => asked.destroy());
    asked.end(bytes);
    const [answer] = await once(asked, 'response');
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk);
    const reply: Reply = { status: answer.statusCode, body: Buffer.concat(chunks) };
    if (name !== undefined) this.statuses[name] = reply.status;
    const what = `${method} ${path.replace(/[?].*/s, '')} -> ${reply.status}`;
    const note = (to: Talk | undefined): void => {
      const head = `${answer.statusMessage}\n${answer.rawHeaders.join('\n')}`;
      this.#note(to, `headers of ${what}`, Buffer.from(head));
      this.#note(to, `body of ${what}`, to ? withoutEchoes(reply.body) : reply.body);
    };
    return { reply, note };
  }

  /** Opens a talk; its id and token are canaries too, and the first is talk 1. */
  async open(more: More = {}): Promise<Talk> {
    const { reply, note } = await this.#exchange({ method: 'POST', path: `${API}/conversations`, ...more });
    if (reply.status !== 201) throw new Error(`no talk: ${reply.status} ${reply.body}`);
    const talk = JSON.parse(String(reply.body)) as Talk;
    note(talk);
    const { conversationId, token } = talk;
    this.alive.add(conversationId);
    this.#talks++;
    for (const [what, value = ''] of [
      ['id', conversationId],
      ['token', token],
      ['signature', token.split('.')[2]],
    ]) {
      const issued = `${what} of talk ${this.#talks}`;
      this.plant(issued, value);
      this.owners.set(issued, conversationId);
    }
    return talk;
  }

  post(talk: Talk, activity: object, more: More = {}): Promise<Reply> {
    return this.send({ method: 'POST', path: pathOf(talk), talk, body: activity, ...more });
  }

  say(talk: Talk, text: string, more: More = {}): Promise<Reply> {
    return this.post(talk, { type: 'message', text }, more);
  }

  poll(talk: Talk): Promise<Reply> {
    return this.send({ path: pathOf(talk), talk });
  }

  /**
   * Posts the form that works without scripts. The first post of a talk makes its token a canary too.
   * @returns the name of the talk, as the page holds it; empty when there is none
   */
  async form(fields: Readonly<Record<string, string>>, more: More = {}): Promise<string> {
    const { headers, ...rest } = more;
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = String(new URLSearchParams(fields));
    const sent = { method: 'POST', path: '/chat', headers: { ...type, ...headers }, body, ...rest };
    const { reply, note } = await this.#exchange(sent);
    const name = /name="talk" value="([^"]*)"/.exec(String(reply.body))?.[1] ?? '';
    const token = name.slice(0, 22);
    note(token === '' ? undefined : { conversationId: token, token, streamUrl: '' });
    if (token === '' || this.alive.has(token)) return name;
    this.alive.add(token);
    this.#talks++;
    const issued = `token of form ${this.#talks}`;
    this.plant(issued, token);
    this.owners.set(issued, token);
    return name;
  }

  /** Deletes a talk, as "delete this" in the page does. */
  async wipe(talk: Talk, fields: object = {}, more: More = {}): Promise<void> {
    await this.post(talk, { type: 'event', name: 'signpost.wipe', ...fields }, more);
    this.alive.delete(talk.conversationId);
  }

  /** Listens to a talk. @returns the open socket, and the code that it will be closed with */
  async listen(talk: Talk, options: object = {}): Promise<{ socket: WebSocket; ended: Promise<number> }> {
    const { pathname, search } = new URL(talk.streamUrl);
    const socket = new WebSocket(`ws://127.0.0.1:${this.#port}${pathname}${search}`, options);
    socket.on('message', (data) => this.#note(talk, 'frame', withoutEchoes(data as Buffer)));
    socket.on('error', () => {});
    const ended = once(socket, 'close').then(([code, reason]) => {
      this.#note(talk, 'reason of a close', reason as Buffer);
      return code as number;
    });
    await Promise.race([once(socket, 'open'), ended]);
    return { socket, ended };
  }

  /** Sends bytes as they are and waits until the server hangs up, or hangs up first. */
  async raw(name: string, bytes: string, hangsUp = false): Promise<void> {
    const socket = connect(this.#port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    socket.write(bytes, () => {
      if (hangsUp) socket.destroy();
    });
    await closed;
    const reply = Buffer.concat(chunks);
    if (!hangsUp) this.statuses[name] = Number(/^HTTP\/1\.1 (\d{3})/.exec(String(reply))?.[1]);
    this.#note(undefined, `answer to ${name}`, reply);
  }
}
