/** A map that forgets: an entry goes `idleMs` after it was last touched, and `lifeMs` after it was made. */

export interface Lifetimes {
  /** Milliseconds without a touch after which an entry is gone. */
  readonly idleMs: number;
  /** Milliseconds after which an entry is gone in any case. */
  readonly lifeMs: number;
}

interface Entry<V> {
  value: V;
  readonly born: number;
  touched: number;
}

export class ExpiringMap<V> {
  readonly #entries = new Map<string, Entry<V>>();
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
    return this.#entries.size;
  }

  #live(key: string): Entry<V> | undefined {
    const entry = this.#entries.get(key);
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

  /** Puts a value; a live entry keeps its birth, so that rewriting cannot make it immortal. */
  set(key: string, value: V): void {
    const entry = this.#live(key);
    if (entry) {
      entry.value = value;
      entry.touched = this.#now();
    } else {
      this.#entries.set(key, { value, born: this.#now(), touched: this.#now() });
    }
  }

  /** Marks the entry as used now. */
  touch(key: string): void {
    const entry = this.#live(key);
    if (entry) entry.touched = this.#now();
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#gone(entry.value);
  }

  /** Makes room: the entry that was made first goes. */
  deleteOldest(): void {
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.delete(oldest);
  }

  /** Forgets what is over; returns how many. Called by a timer in main. */
  sweep(): number {
    let swept = 0;
    for (const [key, entry] of this.#entries) {
      if (!this.#over(entry)) continue;
      this.delete(key);
      swept++;
    }
    return swept;
  }
}
