/**
 * The Direct Line log of one conversation, needed for polling and reconnects. It keeps which replies were given
 * and from which side, never rendered words; they are rendered again when asked for. What a person sent is held
 * apart, only until it has been delivered back to them, and is not replayed.
 */
import type { Reply } from '../../engine/reply.ts';
import type { View } from '../../turn.ts';

export const LOG_LIMIT = 200;
/** Undelivered echoes kept: a client that never listens must not make us hold its words. */
const ECHO_LIMIT = 4;
const SHELF_LIMIT = 10_000;

/** A View without its clock: a handful of values, shared by all conversations. */
type Side = Omit<View, 'at'>;

export interface Said {
  readonly seq: number;
  /** Milliseconds after the log was opened: a small number where a time would be a heap object. */
  readonly after: number;
  readonly replies: readonly Reply[];
  readonly side: Side;
}

/** What a person sent, on its way back to their own screen. */
export interface Echo {
  readonly seq: number;
  readonly at: number;
  readonly type: 'message' | 'event';
  readonly text?: string;
  readonly name?: string;
  readonly clientActivityID?: string;
  readonly postBack?: boolean;
}

/** One copy of each list of replies and each side, however many conversations were shown it. Content only. */
export class Shelf {
  readonly #things = new Map<string, object>();

  share<T extends object>(thing: T): T {
    const key = JSON.stringify(thing);
    const same = this.#things.get(key);
    if (same) return same as T;
    if (this.#things.size >= SHELF_LIMIT) this.#things.clear();
    this.#things.set(key, thing);
    return thing;
  }
}

export class ConversationLog {
  #last = 0;
  readonly #born: number;
  readonly #said: Said[] = [];
  #echoes: Echo[] | null = null;

  constructor(born: number) {
    this.#born = born;
  }

  /** The newest sequence number: the watermark. */
  get last(): number {
    return this.#last;
  }

  /** True while the words of a person are held. */
  get waiting(): boolean {
    return this.#echoes !== null;
  }

  /** Notes which replies were given. The oldest go when there are too many. */
  say(replies: readonly Reply[], view: View, shelf: Shelf): number {
    const { audience, age, place, locale } = view;
    const side = shelf.share({ audience, age, place, locale });
    this.#said.push({ seq: ++this.#last, after: view.at - this.#born, replies: shelf.share(replies), side });
    if (this.#said.length > LOG_LIMIT) this.#said.shift();
    return this.#last;
  }

  /** Holds what a person sent until `delivered`. */
  hear(echo: Omit<Echo, 'seq'>): Echo {
    const numbered = { ...echo, seq: ++this.#last };
    this.#echoes ??= [];
    this.#echoes.push(numbered);
    if (this.#echoes.length > ECHO_LIMIT) this.#echoes.shift();
    return numbered;
  }

  /** Forgets the echoes up to this one. */
  delivered(seq: number): void {
    this.#keepEchoes((echo) => echo.seq > seq);
  }

  /** Forgets the echoes that nobody fetched in time. */
  forgetBefore(time: number): void {
    this.#keepEchoes((echo) => echo.at >= time);
  }

  #keepEchoes(keep: (echo: Echo) => boolean): void {
    const left = this.#echoes?.filter(keep);
    this.#echoes = left && left.length > 0 ? left : null;
  }

  /** What came after a watermark, in order. */
  since(watermark: number): (Said | Echo)[] {
    const all = [...this.#said, ...(this.#echoes ?? [])];
    return all.filter(({ seq }) => seq > watermark).sort((a, b) => a.seq - b.seq);
  }

  /** The whole view that a noted answer was shown from. */
  viewOf({ side, after }: Said): View {
    return { ...side, at: this.#born + after };
  }

  /** The side that the last answer was shown from. */
  side(): Side | undefined {
    return this.#said.at(-1)?.side;
  }
}
