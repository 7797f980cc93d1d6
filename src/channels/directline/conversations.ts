/** The conversations that are open now, in memory only. They end when idle, when old, or at once on request. */
import { randomBytes } from 'node:crypto';
import { ExpiringMap, type Lifetimes } from '../../expiring.ts';
import type { Queued } from '../traffic.ts';
import { ConversationLog } from './log.ts';

/** What the log's owner needs of a WebSocket. */
export interface Listener {
  /** `said`: nothing in it but what the bot says, so it may be packed. */
  send(frame: string, delivered: () => void, said: boolean): void;
  end(why: End): void;
}
export type End = 'wiped' | 'expired' | 'tooMany';

export class Conversation implements Queued {
  readonly id: string;
  readonly born: number;
  readonly log: ConversationLog;
  /** Null until somebody listens: most memory of a quiet conversation would be its empty set. */
  listeners: Set<Listener> | null = null;
  /** The last turn under way; the next one waits for it. */
  tail: Promise<void> | null = null;
  welcomed = false;
  ended: End | null = null;
  /** The last token that was found good. */
  pass: { readonly token: string; readonly ends: number } | null = null;
  paidUntil = 0;

  constructor(id: string, born: number) {
    this.id = id;
    this.born = born;
    this.log = new ConversationLog(born);
  }
}

/** How long the words of a person wait for a client to fetch them. */
export const ECHO_MS = 60_000;

export class Conversations {
  readonly #open: ExpiringMap<Conversation>;
  readonly #now: () => number;
  /** Those that hold somebody's words just now. */
  readonly #holding = new Set<Conversation>();

  constructor(times: Lifetimes, now: () => number) {
    this.#now = now;
    this.#open = new ExpiringMap(times, now, (gone) => this.#end(gone));
  }

  get size(): number {
    return this.#open.size;
  }

  /** A new conversation with an id that nobody can guess. */
  create(): Conversation {
    const made = new Conversation(randomBytes(16).toString('base64url'), this.#now());
    this.#open.set(made.id, made);
    return made;
  }

  /** The live conversation, or undefined. Looking does not keep it alive. */
  get(id: string): Conversation | undefined {
    return this.#open.get(id);
  }

  /** A person did something: the idle time starts again. */
  touch(id: string): void {
    this.#open.touch(id);
  }

  /** A person said something: it does not make room for others while any goes in which nobody has. */
  keep(id: string): void {
    this.#open.keep(id);
  }

  /** Remembers to forget the echoes of this one. */
  holds(conversation: Conversation): void {
    this.#holding.add(conversation);
  }

  /** Deletes it at once: log, echoes and sockets. */
  wipe(conversation: Conversation): void {
    conversation.ended ??= 'wiped';
    this.#open.delete(conversation.id);
  }

  /** Forgets what is over and echoes that nobody fetched; returns how many conversations went. */
  sweep(): number {
    const before = this.#now() - ECHO_MS;
    for (const conversation of this.#holding) {
      conversation.log.forgetBefore(before);
      if (!conversation.log.waiting) this.#holding.delete(conversation);
    }
    return this.#open.sweep();
  }

  #end(conversation: Conversation): void {
    conversation.ended ??= 'expired';
    conversation.log.forgetBefore(Number.POSITIVE_INFINITY);
    this.#holding.delete(conversation);
    for (const listener of conversation.listeners ?? []) listener.end(conversation.ended);
    conversation.listeners = null;
  }
}
