/** Remembers so many things; what was not asked for the longest goes first. */
export class Newest<K, V> {
  readonly #most: number;
  readonly #known = new Map<K, V>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: K): V | undefined {
    const value = this.#known.get(key);
    if (value !== undefined) this.put(key, value);
    return value;
  }

  put(key: K, value: V): V {
    this.#known.delete(key);
    this.#known.set(key, value);
    if (this.#known.size > this.#most) this.#known.delete(this.#known.keys().next().value as K);
    return value;
  }
}
