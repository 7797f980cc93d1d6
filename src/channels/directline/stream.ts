/** The WebSocket side: frames go out, nothing is read but the client's empty pings. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { Refusal } from '../door.ts';
import type { Admission } from './admission.ts';
import type { Conversation } from './conversations.ts';
import { readWatermark } from './frames.ts';
import { CLOSE, SocketListener } from './listener.ts';
import type { Mailbox } from './mailbox.ts';

/** Sockets of one conversation: two tabs and their reconnects. */
const SOCKETS = 4;
const PATH = /^\/v3\/directline\/conversations\/([\w-]{1,64})\/stream$/;
const KEY = /^[+/0-9A-Za-z]{22}==$/;
const PING_MS = 25_000;
/** How long a closing socket may take; @types/ws does not know the option yet. */
const LAST_WORD = { closeTimeout: 5_000 };

export interface StreamDeps {
  readonly admission: Admission;
  readonly mailbox: Mailbox;
  /** How often a sign of life is asked for. */
  readonly pingMs?: number | undefined;
}

/** Looked at before ws does, so that the refusal is ours, with our headers. */
function checkHandshake({ method, headers }: IncomingMessage): void {
  const key = headers['sec-websocket-key'];
  const version = headers['sec-websocket-version'];
  const wanted = method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket' && version === '13';
  if (!wanted || typeof key !== 'string' || !KEY.test(key)) throw new Refusal('bad-shape');
}

export class Stream {
  readonly #admission: Admission;
  readonly #mailbox: Mailbox;
  readonly #listeners = new Set<SocketListener>();
  readonly #beating: NodeJS.Timeout;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: 8 * 1024,
    // Only what the bot says is packed, each by itself: words of a person never go through the compressor.
    perMessageDeflate: {
      serverNoContextTakeover: true,
      clientNoContextTakeover: true,
      threshold: 0,
      zlibDeflateOptions: { level: 4, memLevel: 7 },
      concurrencyLimit: 4,
    },
    clientTracking: false,
    ...LAST_WORD,
  });

  constructor({ admission, mailbox, pingMs = PING_MS }: StreamDeps) {
    this.#admission = admission;
    this.#mailbox = mailbox;
    this.#server.on('wsClientError', (_error, socket) => socket.destroy());
    this.#beating = setInterval(() => this.#beat(), pingMs).unref();
  }

  /**
   * Takes over a socket.
   * @throws Refusal when the caller may not listen
   */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    checkHandshake(request);
    const address = request.url ?? '';
    if (!URL.canParse(address, 'http://localhost')) throw new Refusal('bad-shape');
    const { pathname, searchParams } = new URL(address, 'http://localhost');
    const id = PATH.exec(pathname)?.[1];
    if (!id) throw new Refusal('not-found');
    const conversation = await this.#admission.admit(id, searchParams.get('t') ?? undefined);
    const watermark = readWatermark(searchParams.get('watermark'));
    this.#server.handleUpgrade(request, socket, head, (opened) =>
      this.#attend(opened, conversation, watermark),
    );
  }

  /** Says goodbye to all (1001); clients come back elsewhere. */
  close(): void {
    clearInterval(this.#beating);
    for (const { socket } of this.#listeners) socket.close(CLOSE.leaving);
  }

  #attend(socket: WebSocket, conversation: Conversation, watermark: number): void {
    const listener = new SocketListener(socket, () => {
      this.#listeners.delete(listener);
      this.#mailbox.leave(conversation, listener);
    });
    this.#listeners.add(listener);
    this.#mailbox.listen(conversation, listener, watermark);
    const [oldest] = conversation.listeners ?? [];
    if (oldest && (conversation.listeners?.size ?? 0) > SOCKETS) oldest.end('tooMany');
  }

  #beat(): void {
    for (const listener of this.#listeners) listener.beat();
  }
}
