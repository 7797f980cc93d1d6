/** The talks of the door that are open now, in memory only, under names that nobody else knows. Nothing said is in them. */
import { ExpiringMap, type Lifetimes } from '../../expiring.ts';
import type { Queued } from '../traffic.ts';
import type { Line } from './sending.ts';

export class BotTalk implements Queued, Line {
  readonly key: string;
  readonly born: number;
  paidUntil = 0;
  tail: Promise<void> | null = null;
  ended: string | null = null;
  locale = 'en';
  /** The first line is on its way or was said; false again when it was lost. */
  greeted = false;
  /** When a group was last told where it works. */
  toldAt = Number.NEGATIVE_INFINITY;
  sending: Promise<void> = Promise.resolve();
  waiting = 0;

  constructor(key: string, born: number) {
    this.key = key;
    this.born = born;
  }
}

export class BotTalks {
  readonly #open: ExpiringMap<BotTalk>;
  readonly #now: () => number;

  /** `now` is the clock in ms. */
  constructor(times: Lifetimes, now: () => number) {
    this.#now = now;
    this.#open = new ExpiringMap(times, now, (gone) => {
      gone.ended ??= 'expired';
    });
  }

  get size(): number {
    return this.#open.size;
  }

  /** The open talk of this name, or a new one; its idle time starts again. */
  take(key: string): BotTalk {
    const held = this.#open.get(key);
    const talk = held ?? new BotTalk(key, this.#now());
    if (held) {
      this.#open.touch(key);
      this.#open.keep(key);
    } else this.#open.set(key, talk);
    return talk;
  }

  /** Ends it at once. */
  wipe(talk: BotTalk): void {
    talk.ended ??= 'wiped';
    this.#open.delete(talk.key);
  }

  /** Forgets what is over; returns how many talks went. */
  sweep(): number {
    return this.#open.sweep();
  }
}
