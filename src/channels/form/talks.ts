/**
 * The talks without scripts that are open now, in memory only. They hold nothing of what was said, on either side, but the
 * language that was chosen.
 */
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
  locale = 'en';
  /** A digest of the name of the page it began in; null when that had none. */
  readonly page: string | null;

  constructor(token: string, born: number, page: string | null) {
    this.page = page;
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

const NAME = /^([\w-]{22})(?:\.(\d{1,9}))?$/;
/** As the server writes it into a page that begins talks: a token of no talk, and no message yet. */
const FIRST = /^(?:[\w-]{22}\.0)?$/;

/** @returns whether a page of this name begins a talk */
export const isFirst = (name: string): boolean => FIRST.test(name);

export class FormTalks {
  readonly #open: ExpiringMap<FormTalk>;
  /** Talks that are over, by a keyed digest of their token and of their first page's: how far they came, nothing else. */
  readonly #over: ExpiringMap<Over>;
  readonly #key = randomBytes(32);
  readonly #now: () => number;

  /** `now` is the clock in ms. */
  constructor(times: Lifetimes, now: () => number) {
    this.#now = now;
    const { lifeMs } = times;
    this.#over = new ExpiringMap({ idleMs: lifeMs, lifeMs }, now);
    this.#open = new ExpiringMap(times, now, (gone) => {
      gone.ended ??= 'expired-page';
      this.#note(gone, gone.ended);
    });
  }

  get size(): number {
    return this.#open.size;
  }

  /**
   * A new talk with a token that nobody can guess. The name of its first page is not that: were the page kept by
   * something between us, against our headers, two people could have it. Nor is the name itself held: it is cut out of
   * what was posted, and V8 would hold all of that with it.
   */
  create(page: string): FormTalk {
    const name = NAME.exec(page)?.[1];
    const first = name === undefined ? null : this.#digest(name);
    const made = new FormTalk(randomBytes(16).toString('base64url'), this.#now(), first);
    this.#open.set(made.token, made);
    return made;
  }

  /** The open talk of a name, or undefined. Looking does not keep it alive. */
  get(name: string): FormTalk | undefined {
    return this.#open.get(NAME.exec(name)?.[1] ?? '');
  }

  /** A message came: the idle time starts again. A talk of one message has told all it had to; others go after it. */
  take(talk: FormTalk): void {
    talk.turns++;
    this.#open.touch(talk.token);
    if (talk.turns > 1) this.#open.keep(talk.token);
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

  /** The page of the last answer may still hold words that nobody has answered: those before it do not. */
  #note({ token, turns, page }: FormTalk, why: Ended): void {
    if (page !== null) this.#over.set(page, { turns: 1, why });
    if (turns > 1) this.#over.set(this.#digest(token), { turns, why });
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
