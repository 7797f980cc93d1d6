/** A map that forgets: an entry goes `idleMs` after it was last touched, `lifeMs` after it was made, or for want of room. */
import { getHeapStatistics } from 'node:v8';

export interface Lifetimes {
  /** Milliseconds without a touch after which an entry is gone. */
  readonly idleMs: number;
  /** Milliseconds after which an entry is gone in any case. */
  readonly lifeMs: number;
  /** Entries held at most; `MOST` unless given. */
  readonly most?: number;
}

/**
 * All that are held at once, whoever opens them: a laptop can open thousands in a second, and each lives a quarter of
 * an hour. A talk of either door takes about 1.4 and 0.7 KB with its session, so that both doors full take a third of
 * the heap: 100,000 talks each where it is 600 MB or more, some 50,000 in a machine of 512 MB.
 */
export const MOST = Math.min(100_000, Math.floor(getHeapStatistics().heap_size_limit / 6_144));
/** When there is no room a thousandth part goes together: to look for the oldest of a large map takes a while. */
const PART = 1_000;

interface Entry<V> {
  /** As it was put first: a later one may be cut out of something long, all of which it would hold. */
  readonly key: string;
  value: V;
  readonly born: number;
  touched: number;
}

export class ExpiringMap<V> {
  /** In the order in which they were made. */
  readonly #entries = new Map<string, Entry<V>>();
  /** Those that go only when there are no others, in the order in which they were touched. */
  readonly #kept = new Map<string, Entry<V>>();
  readonly #times: Lifetimes;
  readonly #now: () => number;
  readonly #gone: (value: V) => void;

  /** `now` is the clock in ms; `gone` hears of each value that expires or is deleted. */
  constructor(times: Lifetimes, now: () => number, gone: (value: V) => void = () => {}) {
    this.#times = times;
    this.#now = now;
    this.#gone = gone;
  }

  get size(): number {
    return this.#entries.size + this.#kept.size;
  }

  #find(key: string): Entry<V> | undefined {
    return this.#entries.get(key) ?? this.#kept.get(key);
  }

  #live(key: string): Entry<V> | undefined {
    const entry = this.#find(key);
    if (!entry) return undefined;
    if (!this.#over(entry)) return entry;
    this.delete(key);
    return undefined;
  }

  #over(entry: Entry<V>): boolean {
    const now = this.#now();
    return now - entry.touched >= this.#times.idleMs || now - entry.born >= this.#times.lifeMs;
  }

  /** The live value, or undefined. Does not touch it. */
  get(key: string): V | undefined {
    return this.#live(key)?.value;
  }

  /** Puts a value; a live entry keeps its birth, so that rewriting cannot make it immortal. There is always room. */
  set(key: string, value: V): void {
    const entry = this.#live(key);
    if (entry) {
      entry.value = value;
      this.#touch(entry);
    } else {
      const { most = MOST } = this.#times;
      if (this.size >= most) this.deleteOldest(Math.ceil(most / PART));
      this.#entries.set(key, { key, value, born: this.#now(), touched: this.#now() });
    }
  }

  /** Marks the entry as used now. */
  touch(key: string): void {
    const entry = this.#live(key);
    if (entry) this.#touch(entry);
  }

  #touch(entry: Entry<V>): void {
    entry.touched = this.#now();
    if (this.#kept.delete(entry.key)) this.#kept.set(entry.key, entry);
  }

  /** From now on it goes only when there are no others. */
  keep(key: string): void {
    const entry = this.#live(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#kept.set(entry.key, entry);
  }

  delete(key: string): void {
    const entry = this.#find(key);
    if (!entry) return;
    if (!this.#entries.delete(key)) this.#kept.delete(key);
    this.#gone(entry.value);
  }

  /** Makes room: up to `count` of those that were made first go, or of the kept that were touched first. */
  deleteOldest(count = 1): void {
    let left = count;
    for (const key of (this.#entries.size > 0 ? this.#entries : this.#kept).keys()) {
      if (left-- <= 0) return;
      this.delete(key);
    }
  }

  /** Forgets what is over; returns how many. Called by a timer in main. */
  sweep(): number {
    let swept = 0;
    for (const entries of [this.#entries, this.#kept])
      for (const [key, entry] of entries) {
        if (!this.#over(entry)) continue;
        this.delete(key);
        swept++;
      }
    return swept;
  }
}
