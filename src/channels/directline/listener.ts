/** One open WebSocket. It may only listen: whatever it says but an empty ping ends it. */
import type { RawData, WebSocket } from 'ws';
import type { End, Listener } from './conversations.ts';

/** Why a socket was closed; 4000 and up are ours. */
export const CLOSE = {
  leaving: 1001,
  noBinary: 1003,
  noTalk: 1008,
  wiped: 4001,
  expired: 4000,
  tooMany: 4003,
} as const;
const SLOW_BYTES = 256 * 1024;
/** Characters; what is shorter fits into a packet as it is. */
const PACKED_FROM = 700;
/** Empty pings between two of ours; the real client sends one in 20 s. */
const PINGS = 100;

export class SocketListener implements Listener {
  readonly socket: WebSocket;
  #alive = true;
  #pings = 0;

  /** @param gone hears of the end, however it comes */
  constructor(socket: WebSocket, gone: () => void) {
    this.socket = socket;
    socket.on('message', (data, binary) => this.#hear(data, binary));
    socket.on('pong', () => {
      this.#alive = true;
    });
    // A broken frame closes the socket by itself; without a listener it would end the process.
    socket.on('error', () => {});
    socket.on('close', gone);
  }

  /** Sends a frame; `delivered` is called once it is on its way. */
  send(frame: string, delivered: () => void, said: boolean): void {
    this.socket.send(frame, { compress: said && frame.length > PACKED_FROM }, (error) => {
      if (!error) delivered();
    });
    // A reader this slow cannot be told goodbye either; it reconnects and is given what it missed.
    if (this.socket.bufferedAmount > SLOW_BYTES) this.socket.terminate();
  }

  /** Closes it and says why. */
  end(why: End): void {
    this.socket.close(CLOSE[why]);
  }

  /** Asks for a sign of life; without one since the last time it is cut. */
  beat(): void {
    if (!this.#alive) this.socket.terminate();
    this.#alive = false;
    this.#pings = 0;
    this.socket.ping();
  }

  #hear(data: RawData, binary: boolean): void {
    if (binary) this.socket.close(CLOSE.noBinary);
    else if ((data as Buffer).length > 0 || ++this.#pings > PINGS) this.socket.close(CLOSE.noTalk);
  }
}
