/** The WebSocket side: frames go out, nothing is read but the client's empty pings. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { Refusal } from '../door.ts';
import type { Conversation, Conversations, End, Listener } from './conversations.ts';
import { readWatermark } from './frames.ts';
import type { Mailbox } from './mailbox.ts';
import type { Tokens } from './tokens.ts';

/** Why a socket was closed; 4000 and up are ours. */
export const CLOSE = {
  leaving: 1001,
  noBinary: 1003,
  noTalk: 1008,
  wiped: 4001,
  expired: 4002,
  tooMany: 4003,
} as const;
const SLOW_BYTES = 256 * 1024;
/** Sockets of one conversation: two tabs and their reconnects. */
const SOCKETS = 4;
/** Empty pings between two of ours; the real client sends one in 20 s. */
const PINGS = 100;
/** How long a closing socket may take; @types/ws does not know the option yet. */
const LAST_WORD = { closeTimeout: 5_000 };
const KEY = /^[+/0-9A-Za-z]{22}==$/;
const PATH = /^\/v3\/directline\/conversations\/([\w-]{1,64})\/stream$/;

export interface StreamDeps {
  readonly tokens: Tokens;
  readonly conversations: Conversations;
  readonly mailbox: Mailbox;
  /** How often a sign of life is asked for. */
  readonly pingMs?: number;
}

class SocketListener implements Listener {
  readonly socket: WebSocket;
  alive = true;
  pings = 0;

  constructor(socket: WebSocket) {
    this.socket = socket;
  }

  send(frame: string, delivered: () => void): void {
    this.socket.send(frame, (error) => {
      if (!error) delivered();
    });
    // A reader this slow cannot be told goodbye either; it reconnects and is given what it missed.
    if (this.socket.bufferedAmount > SLOW_BYTES) this.socket.terminate();
  }

  end(why: End): void {
    this.socket.close(CLOSE[why]);
  }

  hear(data: RawData, binary: boolean): void {
    if (binary) this.socket.close(CLOSE.noBinary);
    else if ((data as Buffer).length > 0 || ++this.pings > PINGS) this.socket.close(CLOSE.noTalk);
  }
}

/** @returns `upgrade` for the server's upgrade event and `close` for its end */
export function createStream({ tokens, conversations, mailbox, pingMs = 25_000 }: StreamDeps) {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: 8 * 1024,
    perMessageDeflate: false,
    clientTracking: false,
    ...LAST_WORD,
  });
  const listeners = new Set<SocketListener>();

  const beat = () => {
    for (const listener of listeners) {
      if (!listener.alive) listener.socket.terminate();
      listener.alive = false;
      listener.pings = 0;
      listener.socket.ping();
    }
  };
  const beating = setInterval(beat, pingMs).unref();

  const admit = async (url: string): Promise<{ conversation: Conversation; watermark: number }> => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const id = PATH.exec(pathname)?.[1];
    if (!id) throw new Refusal('not-found');
    const token = searchParams.get('t');
    if (!token) throw new Refusal('no-token');
    if ((await tokens.verify(token)) !== id) throw new Refusal('bad-token');
    const conversation = conversations.get(id);
    if (!conversation) throw new Refusal('no-conversation');
    return { conversation, watermark: readWatermark(searchParams.get('watermark')) };
  };

  /** Looked at before ws does, so that the refusal is ours, with our headers. */
  const checkHandshake = ({ method, headers }: IncomingMessage): void => {
    const key = headers['sec-websocket-key'];
    const version = headers['sec-websocket-version'];
    const wanted = method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket' && version === '13';
    if (!wanted || typeof key !== 'string' || !KEY.test(key)) throw new Refusal('bad-shape');
  };
  server.on('wsClientError', (_error, socket) => socket.destroy());

  const attend = (socket: WebSocket, conversation: Conversation, watermark: number): void => {
    const listener = new SocketListener(socket);
    listeners.add(listener);
    socket.on('message', (data, binary) => listener.hear(data, binary));
    socket.on('pong', () => {
      listener.alive = true;
    });
    // A broken frame closes the socket by itself; without a listener it would end the process.
    socket.on('error', () => {});
    socket.on('close', () => {
      listeners.delete(listener);
      mailbox.leave(conversation, listener);
    });
    mailbox.listen(conversation, listener, watermark);
    const [oldest] = conversation.listeners ?? [];
    if ((conversation.listeners?.size ?? 0) > SOCKETS && oldest instanceof SocketListener) {
      oldest.socket.close(CLOSE.tooMany);
    }
  };

  return {
    async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
      checkHandshake(request);
      const { conversation, watermark } = await admit(request.url ?? '');
      server.handleUpgrade(request, socket, head, (opened) => attend(opened, conversation, watermark));
    },
    /** Says goodbye to all (1001); clients come back elsewhere. */
    close(): void {
      clearInterval(beating);
      for (const { socket } of listeners) socket.close(CLOSE.leaving);
    },
  };
}
