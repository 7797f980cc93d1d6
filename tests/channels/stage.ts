/** A whole server with our door, a fake turn and a fake render, for tests on real HTTP and real WebSockets. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { createDirectLine, type DirectLineDeps } from '../../src/channels/directline/directline.ts';
import type { Render } from '../../src/channels/door.ts';
import { createFormDoor, type FormDeps } from '../../src/channels/form/form.ts';
import type { Limits } from '../../src/channels/limiter.ts';
import { Traffic } from '../../src/channels/traffic.ts';
import type { UiKey } from '../../src/content/model.ts';
import { createLog } from '../../src/log.ts';
import { createServer, type ServerDeps } from '../../src/server/server.ts';
import type { Turn, TurnInput, TurnResult } from '../../src/turn.ts';
import type { DrawTalk } from '../../src/wire.ts';

export const HELP = 'Ring 999. Childline 0800 1111.';
export const START = Date.UTC(2026, 10, 22, 12);
export const ROOT = '/v3/directline';

export const CARD = {
  title: 'Get help now',
  urgent: true,
  entries: [
    {
      service: 'police',
      name: 'Police',
      says: 'For danger now',
      facts: ['Open now'],
      actions: [{ kind: 'call', label: 'Call 999', href: 'tel:999' }],
    },
  ],
  silent: ['Press 55'],
  words: ['I am not safe'],
  notes: ['Calls are free'],
  headings: { silent: 'If you cannot talk', words: 'Words to say' },
} as const;

export const render: Render = (reply) => {
  if (reply.kind === 'help') return [{ card: CARD }];
  if (reply.kind === 'line') return [{ text: `line ${reply.key}` }];
  if (reply.kind === 'step')
    return [{ text: `step ${reply.at}` }, { text: 'and', buttons: [{ label: 'Yes', ref: 'r1' }] }];
  return [];
};

export const result = (key: string, more: Partial<TurnResult> = {}): TurnResult => ({
  outcome: 'answered',
  level: 'none',
  // The fake render takes any word for a key.
  replies: [{ kind: 'line', key: key as UiKey }],
  view: { audience: 'young-person', age: 'unknown', place: null, locale: 'en', at: START },
  wiped: false,
  ...more,
});

/** A page that is nothing but its view. */
export const drawn: DrawTalk = (view) => ({ html: JSON.stringify(view), styleHash: "'sha256-x'" });

/** Answers `line <what came>`; remembers what it was asked. */
export function fakeTurn(): { turn: Turn; asked: TurnInput[] } {
  const asked: TurnInput[] = [];
  const turn: Turn = async (input) => {
    asked.push(input);
    if (input.event === 'wipe' || input.text === 'delete this') return result('wiped', { wiped: true });
    return result(
      input.event ?? (input.attachment ? 'no pictures' : undefined) ?? input.choice ?? `heard ${input.text}`,
    );
  };
  return { turn, asked };
}

export interface Stage {
  readonly url: string;
  readonly asked: TurnInput[];
  readonly lines: string[];
  readonly limited: () => number;
  tick(ms: number): void;
  readonly door: ReturnType<typeof createDirectLine>;
  readonly form: ReturnType<typeof createFormDoor>;
  close(): Promise<void>;
  call(
    method: string,
    path: string,
    token?: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>;
  open(): Promise<Opened>;
  say(talk: Opened, text: string, more?: object): Promise<Response>;
  poll(talk: Opened, watermark?: string): Promise<Frame>;
  listen(streamUrl: string, options?: object): Listening;
}
export interface Opened {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly streamUrl: string;
}
// biome-ignore lint/suspicious/noExplicitAny: activities are read loosely, as a client would
export type Frame = { activities: any[]; watermark: string };

export interface Listening {
  readonly socket: WebSocket;
  next(): Promise<Frame>;
  closed(): Promise<number>;
}

/** A socket whose frames can be awaited one by one. */
export function listen(streamUrl: string, options: object = {}): Listening {
  const socket = new WebSocket(streamUrl, options);
  const frames: Frame[] = [];
  const waiting: ((frame: Frame) => void)[] = [];
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Frame;
    const first = waiting.shift();
    if (first) first(frame);
    else frames.push(frame);
  });
  socket.on('error', () => {});
  const closing = once(socket, 'close').then(([code]) => code as number);
  return {
    socket,
    next: () => {
      const first = frames.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve));
    },
    closed: () => closing,
  };
}

export const texts = ({ activities }: Frame) => activities.map(({ from, text }) => `${from.role}: ${text}`);

/** Starts a server on a free port of the loopback address. */
export async function serve(
  {
    limits,
    draw = drawn,
    render: drawing = render,
    ...door
  }: Partial<DirectLineDeps & FormDeps> & { readonly limits?: Limits; readonly render?: Render } = {},
  server: Omit<Partial<ServerDeps>, 'config'> & { config?: Partial<ServerDeps['config']> } = {},
): Promise<Stage> {
  const { turn, asked } = fakeTurn();
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line), 'debug');
  let time = START;
  let limited = 0;
  const now = door.now ?? (() => time);
  const shared = {
    turn,
    voice: () => ({ render: drawing, help: HELP, bot: 'Signpost' }),
    log,
    now,
    times: { idleMs: 15 * 60_000, lifeMs: 60 * 60_000 },
    traffic: new Traffic({ limits, limited: () => limited++, now }),
    ...door,
  };
  const directLine = createDirectLine({ secret: new Uint8Array(32).fill(7), ...shared });
  const form = createFormDoor({ label: (ref) => `label of ${ref}`, draw, ...shared });
  const { config, ...rest } = server;
  const made = createServer({
    log,
    directLine,
    form,
    pages: new Map(),
    health: { ready: () => true, model: () => true, counts: () => ({ answered: 3 }) },
    help: () => HELP,
    drainMs: 500,
    ...rest,
    config: { host: '127.0.0.1', port: 0, publicUrl: undefined, allowedOrigins: [], ...config },
  });
  const { port } = await made.listen();
  const url = `http://127.0.0.1:${port}`;

  const call: Stage['call'] = (method, path, token, body, headers = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });

  const stage: Stage = {
    url,
    asked,
    lines,
    limited: () => limited,
    tick: (ms) => {
      time += ms;
    },
    door: directLine,
    form,
    close: () => made.close(),
    call,
    listen,
    open: async () => (await (await call('POST', `${ROOT}/conversations`)).json()) as Opened,
    say: ({ conversationId, token }, text, more = {}) =>
      call('POST', `${ROOT}/conversations/${conversationId}/activities`, token, {
        type: 'message',
        text,
        ...more,
      }),
    poll: async ({ conversationId, token }, watermark) => {
      const query = watermark === undefined ? '' : `?watermark=${watermark}`;
      const answer = await call('GET', `${ROOT}/conversations/${conversationId}/activities${query}`, token);
      return (await answer.json()) as Frame;
    },
  };
  return stage;
}
