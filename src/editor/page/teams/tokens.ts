/** The token that Teams gives: held in memory alone, renewed in silence before it ends. */
import { ApiFailed } from '../work.ts';

/** Why there is none: to be agreed to first, wants the person themselves, they closed the window, or anything else. */
export type Lack = 'consent' | 'prompt' | 'closed' | 'failed';

const SAYS: Readonly<Record<Lack, string>> = {
  consent: 'Microsoft has to ask you once whether Signpost may know who you are.',
  prompt: 'Microsoft wants to be sure that it is you.',
  closed: 'The window was closed before it was done.',
  failed: 'Teams could not sign you in.',
};

/** What Teams and Entra say, in several versions of both; the first that fits counts. */
const SIGNS: readonly (readonly [Lack, RegExp])[] = [
  ['closed', /cancel|closed/i],
  ['consent', /consent|AADSTS6500[14]/i],
  [
    'prompt',
    /interaction|mfa|multi.?factor|login.?required|sign.?in.?required|reauth|revoked|AADSTS500(?:58|7[69]|78)/i,
  ],
];

export const lackOf = (reason: string): Lack => SIGNS.find(([, sign]) => sign.test(reason))?.[0] ?? 'failed';

export class NoToken extends ApiFailed {
  readonly lack: Lack;
  /** What Teams said: a code, most of the time. */
  readonly reason: string;
  constructor(reason: string) {
    const lack = lackOf(reason);
    super(401, { code: 'no-token', message: SAYS[lack] });
    this.lack = lack;
    this.reason = reason;
  }
}

/** Milliseconds before its end at which a token is renewed. */
const EARLY = 5 * 60_000;
/** Milliseconds for which a token serves, whatever a wrong clock or a short life make of its end. */
const FRESH = 60_000;

/** When it ends, by its own word (milliseconds since the epoch); the server is the one who checks it. */
function endOf(token: string): number {
  try {
    const { exp } = JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')));
    return Number(exp) * 1_000 || 0;
  } catch {
    return 0;
  }
}

export class Tokens {
  readonly #ask: (silent: boolean) => Promise<string>;
  readonly #now: () => number;
  #held = '';
  #since = 0;
  #asked: Promise<string> | null = null;

  /** @param ask gets a token from Teams; silent: without a window */
  constructor(ask: (silent: boolean) => Promise<string>, now: () => number = Date.now) {
    this.#ask = ask;
    this.#now = now;
  }

  async #fetch(silent: boolean): Promise<string> {
    try {
      this.#held = await this.#ask(silent);
      this.#since = this.#now();
      return this.#held;
    } catch (error) {
      throw new NoToken(error instanceof Error ? error.message : String(error));
    }
  }

  /** However many ask at once, Teams is asked once. */
  #silently(): Promise<string> {
    this.#asked ??= this.#fetch(true).finally(() => {
      this.#asked = null;
    });
    return this.#asked;
  }

  /** @throws NoToken */
  async get(): Promise<string> {
    const held = this.#held;
    const left = endOf(held) - this.#now();
    if (held && (left > EARLY || this.#now() - this.#since < FRESH)) return held;
    try {
      return await this.#silently();
    } catch (error) {
      if (left > 0) return held;
      throw error;
    }
  }

  /** @param used the token that was not believed. @returns whether there is another now */
  async renew(used: string): Promise<boolean> {
    if (this.#held === used) this.#held = '';
    return (await this.get().catch(() => used)) !== used;
  }

  /** With a window, where Teams or Entra wants one. @throws NoToken */
  async prompt(): Promise<void> {
    await this.#fetch(false);
  }
}
