/** What every door shares: how replies become messages, how a turn's result reaches the adapter, how a door refuses. */

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Reply } from '../engine/reply.ts';
import type { Log, LogCode } from '../log.ts';
import type { Turn, View } from '../turn.ts';
import type { DrawnTalk, Message } from '../wire.ts';

/** Turns one reply into finished messages, from the side of this view. */
export type Render = (reply: Reply, view: View) => readonly Message[];

/** What the bot speaks with. After a publish it is another. */
export interface Voice {
  readonly render: Render;
  /** The help numbers as one plain text, from content: the last line of defence when even rendering fails. */
  readonly help: string;
  /** The name shown on what the bot says. */
  readonly bot: string;
}

export interface DoorDeps {
  readonly turn: Turn;
  readonly voice: () => Voice;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Where the bot leaves the TurnResult (in the TurnContext's turnState) for an adapter that keeps a log of replies. */
export const RESULT = Symbol('signpost.result');

/** Something a caller did wrong. Carries a code and nothing else, so that no input can travel in it. */
export class Refusal extends Error {
  readonly code: LogCode;
  constructor(code: LogCode) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
  }
}

/** One HTTP call, after the server has bounded and parsed it. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The bearer token: undefined when no Authorization header came, '' when it is not one of ours. */
  readonly token: string | undefined;
  /** The parsed JSON; for an upload the `activity` part, undefined when there is none; for a form URLSearchParams. */
  readonly body: unknown;
  /** The origin that people see, such as https://chat.example.gov.uk. */
  readonly base: string;
  /** The browser tells that a page of another site sent it. */
  readonly foreign: boolean;
}

export interface Answer {
  readonly status: number;
  /** What a program is told; null: nothing. */
  readonly body: object | null;
  /** What a person is shown instead. */
  readonly page?: DrawnTalk;
}

/** An address of a door. The server mounts it and does everything about HTTP. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /**
   * `beacon`, `form-beacon`: JSON, or a form's fields, under whatever type a browser gave it. `activity`: JSON with room
   * for all that the Bot Service tells beside a long message.
   */
  readonly reads: 'nothing' | 'json' | 'activity' | 'beacon' | 'upload' | 'form' | 'form-beacon';
  /** Pages of any site may send to it; `foreign` tells that one does. */
  readonly anyOrigin?: true;
  /**
   * Looks at the bearer token before the body is read, so that whoever it throws at costs next to nothing.
   * @returns what answers the call, in place of `answer`
   */
  readonly before?: (token: string | undefined) => Promise<Endpoint['answer']>;
  /** So many bodies are read at a time; undefined: all that come. */
  readonly atOnce?: number;
  answer(call: Call): Promise<Answer>;
}

/** A door that the server can mount. A refusal is thrown; the server words it. */
export interface Door {
  readonly endpoints: readonly Endpoint[];
}

/** A door that listens on WebSockets too. */
export interface SocketDoor extends Door {
  /** Takes over a socket whose Origin the server has already accepted. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  /** Says goodbye to all sockets (1001). */
  close(): void;
}

/** The side replies are shown from when nothing is known yet. */
export const firstView = (at: number): View => ({
  audience: 'young-person',
  age: 'unknown',
  place: null,
  locale: 'en',
  at,
});
