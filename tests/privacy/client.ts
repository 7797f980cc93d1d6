/** A person at a browser, and what hostile programs do: every byte that comes back is written down, with whom it went to. */
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import type { Canary } from './search/canaries.ts';

export const API = '/v3/directline';
const PATIENCE_MS = 10_000;

/** What came back, and to whom. */
export interface Heard {
  /** The id of the conversation it was meant for; null for refusals and for what belongs to nobody. */
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
}

export interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

/** Own words may go back to their own screen, as messages of role `user`; what else is in the frame may not hold them. */
function withoutEchoes(body: Buffer): Buffer {
  try {
    const { activities, ...rest } = JSON.parse(String(body));
    if (!Array.isArray(activities)) return body;
    return Buffer.from(
      JSON.stringify({ ...rest, activities: activities.filter(({ from }) => from?.role !== 'user') }),
    );
  } catch {
    return body;
  }
}

export class Client {
  readonly canaries: Canary[] = [];
  readonly heard: Heard[] = [];
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
  plant(name: string, value: string): string {
    this.canaries.push({ name, value });
    return value;
  }

  #note(to: Talk | undefined, what: string, bytes: Buffer): void {
    this.heard.push({ to: to?.conversationId ?? null, what, bytes });
  }

  /** One request on a connection of its own. A refusal belongs to nobody: it may repeat nothing at all. */
  async send({ method = 'GET', path, headers = {}, body, talk, from }: Sent): Promise<Reply> {
    const bytes =
      body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
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
        ...(bytes === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(bytes) }),
        ...headers,
      },
    });
    asked.on('timeout', () => asked.destroy());
    asked.end(bytes);
    const [answer] = await once(asked, 'response');
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk);
    const reply = { status: answer.statusCode as number, body: Buffer.concat(chunks) };
    const to = reply.status < 300 ? talk : undefined;
    const what = `${method} ${path.replace(/[?].*/s, '')} -> ${reply.status}`;
    this.#note(
      to,
      `headers of ${what}`,
      Buffer.from(`${answer.statusMessage}\n${answer.rawHeaders.join('\n')}`),
    );
    this.#note(to, `body of ${what}`, to ? withoutEchoes(reply.body) : reply.body);
    return reply;
  }

  /** Opens a talk; its id and token are canaries too, and the first is talk 1. */
  async open(more: Partial<Sent> = {}): Promise<Talk> {
    const { status, body } = await this.send({ method: 'POST', path: `${API}/conversations`, ...more });
    if (status !== 201) throw new Error(`no talk: ${status} ${body}`);
    const talk = JSON.parse(String(body)) as Talk;
    for (const { to, what } of this.heard.splice(-2))
      this.heard.push({ to: to ?? talk.conversationId, what, bytes: body });
    const { conversationId, token } = talk;
    this.alive.add(conversationId);
    this.#talks++;
    for (const [name, value] of [
      ['id', conversationId],
      ['token', token],
      ['signature', token.split('.')[2] as string],
    ] as const) {
      const issued = `${name} of talk ${this.#talks}`;
      this.canaries.push({ name: issued, value });
      this.owners.set(issued, conversationId);
    }
    return talk;
  }

  post(talk: Talk, activity: object, more: Partial<Sent> = {}): Promise<Reply> {
    const path = `${API}/conversations/${talk.conversationId}/activities`;
    return this.send({ method: 'POST', path, talk, body: activity, ...more });
  }

  say(talk: Talk, text: string, more: object = {}): Promise<Reply> {
    return this.post(talk, { type: 'message', text, ...more });
  }

  poll(talk: Talk): Promise<Reply> {
    return this.send({ path: `${API}/conversations/${talk.conversationId}/activities`, talk });
  }

  /** Deletes a talk, as "delete this" in the page does. */
  async wipe(talk: Talk, more: object = {}): Promise<Reply> {
    const reply = await this.post(talk, { type: 'event', name: 'signpost.wipe', ...more });
    this.alive.delete(talk.conversationId);
    return reply;
  }

  /** Listens to a talk. @returns the socket, and the code that it ends with */
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

  /** Sends bytes as they are. @returns what comes back until the server hangs up, or nothing when `cut` hangs up first */
  async raw(bytes: string | Buffer, cut = false): Promise<string> {
    const socket = connect(this.#port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    socket.write(bytes, () => {
      if (cut) socket.destroy();
    });
    await closed;
    const reply = Buffer.concat(chunks);
    this.#note(undefined, 'answer to raw bytes', reply);
    return String(reply);
  }
}
