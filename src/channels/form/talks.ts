/** The talks without scripts that are open now, in memory only. They hold nothing of what was said, on either side. */
import { createHmac, randomBytes } from 'node:crypto';
import { ExpiringMap, type Lifetimes } from '../../expiring.ts';
import type { Queued } from '../traffic.ts';
import type { FormView } from './view.ts';

/** Why a talk is over, as its page says it. */
export type Ended = NonNullable<FormView['notice']>;

export class FormTalk implements Queued {
  readonly token: string;
  readonly born: number;
  /** Messages taken so far. */
  turns = 0;
  paidUntil = 0;
  tail: Promise<void> | null = null;
  ended: Ended | null = null;

  constructor(token: string, born: number) {
    this.token = token;
    this.born = born;
  }

  /** What the page holds: the token, and how far the talk was when it was drawn. */
  get name(): string {
    return `${this.token}.${this.turns}`;
  }
}

interface Over {
  readonly turns: number;
  readonly why: Ended;
}

/** Far more than an hour has, and a bound all the same. */
const OVER_LIMIT = 50_000;
const NAME = /^([\w-]{22})(?:\.(\d{1,9}))?$/;

export class FormTalks {
  readonly #open: ExpiringMap<FormTalk>;
  /** Talks that are over, by a keyed digest of their token: how far they came, and nothing else. */
  readonly #over: ExpiringMap<Over>;
  readonly #key = randomBytes(32);
  readonly #now: () => number;

  /** `now` is the clock in ms. */
  constructor(times: Lifetimes, now: () => number) {
    this.#now = now;
    this.#over = new ExpiringMap({ idleMs: times.lifeMs, lifeMs: times.lifeMs }, now);
    this.#open = new ExpiringMap(times, now, (gone) => {
      gone.ended ??= 'expired-page';
      this.#note(gone, gone.ended);
    });
  }

  get size(): number {
    return this.#open.size;
  }

  /** A new talk with a token that nobody can guess. */
  create(): FormTalk {
    const made = new FormTalk(randomBytes(16).toString('base64url'), this.#now());
    this.#open.set(made.token, made);
    return made;
  }

  /** The open talk of a name, or undefined. Looking does not keep it alive. */
  get(name: string): FormTalk | undefined {
    return this.#open.get(NAME.exec(name)?.[1] ?? '');
  }

  /** The idle time of a talk starts again. */
  touch({ token }: FormTalk): void {
    this.#open.touch(token);
  }

  /**
   * Browsers keep what was posted, and post it again when somebody goes back and reloads: after the talk, that would
   * show it to whoever does so.
   * @returns why the talk is over, when it is and the message from this page has been answered before
   */
  answered(name: string): Ended | undefined {
    const [, token, turns] = NAME.exec(name) ?? [];
    if (token === undefined || turns === undefined) return undefined;
    const over = this.#over.get(this.#digest(token));
    return over && Number(turns) < over.turns ? over.why : undefined;
  }

  /** Ends it at once. */
  wipe(talk: FormTalk): void {
    talk.ended ??= 'deleted-page';
    this.#open.delete(talk.token);
  }

  /** The page of the last answer may still hold words that nobody has answered: of one alone there is nothing to note. */
  #note({ token, turns }: FormTalk, why: Ended): void {
    if (turns > 1 && this.#over.size < OVER_LIMIT) this.#over.set(this.#digest(token), { turns, why });
  }

  #digest(token: string): string {
    return createHmac('sha256', this.#key).update(token).digest('base64url');
  }

  /** Forgets what is over; returns how many talks went. */
  sweep(): number {
    this.#over.sweep();
    return this.#open.sweep();
  }
}
