/** A small Direct Line server for the widget's tests: it serves the page, answers by a script, and fails on demand. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SitePage } from '../../src/site/document.ts';
import type { DrawTalk, FormView } from '../../src/wire.ts';

export type Activity = Record<string, unknown>;
interface Talk {
  readonly log: Activity[];
  readonly sockets: Set<WebSocket>;
}

/** The policy the real server sends (bars.md 2.8). */
const policy = (styleHash = '') =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${styleHash}`,
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const BASE = '/v3/directline/';

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

export class FakeDirectLine {
  readonly #pages: ReadonlyMap<string, SitePage>;
  readonly #draw: DrawTalk;
  #server: Server | null = null;
  #port = 0;
  #talks = new Map<string, Talk>();
  #ids = 0;
  /** What the bot says when a talk begins, and to each activity. */
  welcome!: () => Activity[];
  answer!: (activity: Activity) => Activity[];
  /** Makes a request fail: its status, or 'hang up'. */
  fault!: (request: IncomingMessage) => number | 'hang up' | null;
  refuseSockets = false;
  posts: Activity[] = [];
  /** Fields of the forms that came to /chat. */
  forms: Record<string, string>[] = [];
  /** What the answer to a form says beside the bot's words. */
  formView: Partial<FormView> = {};
  wipes: { path: string; type: string; body: string }[] = [];
  /** How many talks were opened, and tokens renewed. */
  opened = 0;
  renewed = 0;
  lastToken = '';
  /** Seconds. */
  tokenLife = 1_800;

  constructor(pages: ReadonlyMap<string, SitePage>, draw: DrawTalk) {
    this.#pages = pages;
    this.#draw = draw;
    this.reset();
  }

  /** As new, but for the port. */
  reset(): void {
    this.welcome = () => [];
    this.answer = () => [];
    this.fault = () => null;
    this.refuseSockets = false;
    this.posts = [];
    this.forms = [];
    this.formView = {};
    this.wipes = [];
    this.opened = 0;
    this.renewed = 0;
    this.tokenLife = 1_800;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts, or starts again on the same port with nothing remembered. */
  async start(): Promise<void> {
    this.#talks = new Map();
    const server = createServer((request, response) => void this.#take(request, response));
    const sockets = new WebSocketServer({ noServer: true });
    server.on('upgrade', (request, socket, head) => {
      const id = new URL(request.url ?? '', this.origin).searchParams.get('t') ?? '';
      const talk = this.#talks.get(id);
      if (!talk || this.refuseSockets) return void socket.destroy();
      sockets.handleUpgrade(request, socket, head, (one) => {
        talk.sockets.add(one);
        one.on('close', () => talk.sockets.delete(one));
        const from = Number(new URL(request.url ?? '', this.origin).searchParams.get('watermark') ?? 0);
        this.#push(one, talk.log.slice(from), talk);
      });
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** As a killed process does: every socket is cut, nobody listens. */
  async kill(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    for (const { sockets } of this.#talks.values()) for (const one of sockets) one.terminate();
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  }

  /** Closes all sockets with a code. */
  closeSockets(code: number): void {
    for (const { sockets } of this.#talks.values()) for (const one of sockets) one.close(code);
  }

  /** Sends a frame as it is, whatever it is. */
  sendRaw(frame: string): void {
    for (const { sockets } of this.#talks.values()) for (const one of sockets) one.send(frame);
  }

  /** The bot speaks unasked, in every talk. */
  say(activity: Activity): void {
    for (const talk of this.#talks.values()) this.#add(talk, [activity]);
  }

  #push(socket: WebSocket, activities: Activity[], talk: Talk): void {
    if (activities.length > 0) socket.send(JSON.stringify({ activities, watermark: `${talk.log.length}` }));
  }

  #add(talk: Talk, activities: readonly Activity[], role = 'bot'): void {
    const stamped = activities.map((one) => ({
      type: 'message',
      id: `${++this.#ids}`,
      from: { role },
      ...one,
    }));
    talk.log.push(...stamped);
    for (const socket of talk.sockets) this.#push(socket, stamped, talk);
  }

  #opened(id: string, watermark = '0') {
    const streamUrl = `${this.origin.replace('http', 'ws')}/stream?t=${id}&watermark=${watermark}`;
    return { conversationId: id, token: `token.${id}.x`, expires_in: this.tokenLife, streamUrl };
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.origin);
    const text = await readText(request);
    const fault = this.fault(request);
    if (fault === 'hang up') return void request.socket.destroy();
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (fault !== null) return send(fault, { error: { code: 'fault', message: 'fault' } });
    if (request.method === 'POST' && pathname === '/chat') return this.#form(text, response);
    if (!pathname.startsWith(BASE)) return this.#page(pathname, response);
    const [kind, id = '', rest] = pathname.slice(BASE.length).split('/');
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (kind === 'tokens') {
      this.renewed += 1;
      return send(200, { token: `${token}y`, expires_in: 1_800 });
    }
    if (kind !== 'conversations') return send(404, {});
    if (!id) {
      const fresh = `talk${++this.opened}`;
      const talk: Talk = { log: [], sockets: new Set() };
      this.#talks.set(fresh, talk);
      this.#add(talk, this.welcome());
      return send(201, this.#opened(fresh));
    }
    const talk = this.#talks.get(id);
    if (rest === 'wipe') {
      this.wipes.push({ path: pathname, type: request.headers['content-type'] ?? '', body: text });
      this.#talks.delete(id);
      return send(200, {});
    }
    if (!talk || !token.startsWith(`token.${id}.x`)) return send(404, {});
    const watermark = searchParams.get('watermark') ?? '0';
    if (!rest) return send(200, this.#opened(id, watermark));
    if (request.method === 'GET') {
      return send(200, { activities: talk.log.slice(Number(watermark)), watermark: `${talk.log.length}` });
    }
    const activity = JSON.parse(text) as Activity;
    this.posts.push(activity);
    this.lastToken = token;
    if (activity.name === 'signpost.wipe') {
      for (const one of talk.sockets) one.close(4001, 'wiped');
      this.#talks.delete(id);
      return send(200, { id: 'wiped' });
    }
    this.#add(talk, [activity], 'user');
    this.#add(talk, this.answer(activity));
    send(200, { id: `${this.#ids}` });
  }

  /** The form's door, as far as a browser can tell. */
  #form(text: string, response: ServerResponse): void {
    const fields = Object.fromEntries(new URLSearchParams(text));
    this.forms.push(fields);
    const { html, styleHash, refresh } = this.#draw({
      token: 'token-of-the-talk',
      said: fields.words || 'What the button says',
      activities: this.answer(fields).map((one) => ({ type: 'message', from: { role: 'bot' }, ...one })),
      notice: null,
      ended: false,
      locale: 'en',
      ...this.formView,
    });
    if (refresh) response.setHeader('refresh', refresh);
    this.#html(response, 200, 'text/html; charset=utf-8', html, styleHash);
  }

  #html(
    response: ServerResponse,
    status: number,
    type: string,
    body: string | Buffer,
    styleHash?: string,
  ): void {
    response.writeHead(status, {
      'content-type': type,
      'content-security-policy': policy(styleHash),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    });
    response.end(body);
  }

  #page(pathname: string, response: ServerResponse): void {
    const {
      type,
      body,
      status = 200,
      styleHash,
    } = (this.#pages.get(pathname) ?? this.#pages.get('/404')) as SitePage;
    this.#html(response, status, type, body, styleHash);
  }
}
