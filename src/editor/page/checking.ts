/** Has a draft checked a moment after each change; only the newest answer counts. */
import type { Body, Marked } from '../api.ts';
import type { Api } from './work.ts';

/** Milliseconds without a change before the server is asked. */
const PAUSE = 150;
/** After a failure, such as a server that is gone. */
const AGAIN = 5_000;

export interface Answer {
  readonly problems: readonly Marked[];
  /** From the last change to the answer. */
  readonly ms: number;
}

export class Checking {
  readonly #api: Api;
  readonly #got: (answer: Answer) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #newest = 0;

  constructor(api: Api, got: (answer: Answer) => void) {
    this.#api = api;
    this.#got = got;
  }

  /** @param body what is to be checked, read when the time has come; null: nothing any more */
  soon(body: () => Body<'check'> | null, pause = PAUSE): void {
    const number = ++this.#newest;
    const since = performance.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      const asked = body();
      if (!asked) return;
      try {
        const { problems } = await this.#api.check(asked);
        if (number === this.#newest) this.#got({ problems, ms: performance.now() - since });
      } catch {
        if (number === this.#newest) this.soon(body, AGAIN);
      }
    }, pause);
  }

  stop(): void {
    this.#newest++;
    clearTimeout(this.#timer);
  }
}
