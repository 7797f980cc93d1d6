/** The texts of versions, fetched once: a version never changes. */
import type { Api } from './work.ts';

export class Texts {
  readonly #api: Api;
  readonly #got = new Map<string, string | null>();
  readonly #asked = new Map<string, Promise<string | null>>();
  readonly #told: () => void;

  /** @param told called when a text has come that `read` was asked for */
  constructor(api: Api, told: () => void) {
    this.#api = api;
    this.#told = told;
  }

  /** undefined: not here yet, but on its way. */
  read(version: string, path: string): string | null | undefined {
    const known = this.#got.get(`${version} ${path}`);
    if (known === undefined) this.fetch(version, path).then(this.#told, () => undefined);
    return known;
  }

  async fetch(version: string, path: string): Promise<string | null> {
    const key = `${version} ${path}`;
    const known = this.#got.get(key);
    if (known !== undefined) return known;
    const asked = this.#asked.get(key) ?? this.#ask(version, path, key);
    this.#asked.set(key, asked);
    return asked;
  }

  async #ask(version: string, path: string, key: string): Promise<string | null> {
    try {
      const { text } = await this.#api.file(version, path);
      this.#got.set(key, text);
      return text;
    } finally {
      this.#asked.delete(key);
    }
  }
}
