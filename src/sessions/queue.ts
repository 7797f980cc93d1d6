/** One turn at a time per conversation: a second message waits for the first. Empty queues are forgotten. */
export class TurnQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  get size(): number {
    return this.#tails.size;
  }

  /** Runs `work` when all that was queued before under this key has settled. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key);
    const mine = before ? before.then(work, work) : work();
    this.#tails.set(key, mine);
    const clear = () => {
      if (this.#tails.get(key) === mine) this.#tails.delete(key);
    };
    mine.then(clear, clear);
    return mine;
  }
}
