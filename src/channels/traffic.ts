/** How messages reach the bot: within the budget of their talk, not too many at once, each talk's in their order. */
import { LIMITS, type Limits, type Paid, pay } from './limiter.ts';

/** What a talk needs for that. */
export interface Queued extends Paid {
  /** The last turn under way; the next one waits for it. */
  tail: Promise<void> | null;
  /** Why it is over; null while it is not. */
  readonly ended: string | null;
}

export interface TrafficDeps {
  readonly limits?: Limits | undefined;
  /** Hears of each message that a limit answered with the help card. */
  readonly limited: () => void;
  readonly now: () => number;
}

/** One turn at a time in each talk, in the order they came. */
function inTurn(talk: Queued, work: () => Promise<void>): Promise<void> {
  const mine = talk.tail ? talk.tail.then(work, work) : work();
  talk.tail = mine;
  return mine.finally(() => {
    if (talk.tail === mine) talk.tail = null;
  });
}

/** One for all doors: the process has one limit of turns. */
export class Traffic {
  readonly #limits: Limits;
  readonly #limited: () => void;
  readonly #now: () => number;
  #underWay = 0;

  constructor({ limits = LIMITS, limited, now }: TrafficDeps) {
    this.#limits = limits;
    this.#limited = limited;
    this.#now = now;
  }

  /**
   * Does the work when it is its turn, unless the talk is over by then.
   * @returns false when a limit kept it out: the whole urgent card is due instead
   */
  async pass(talk: Queued, work: () => Promise<void>): Promise<boolean> {
    if (!pay(talk, this.#now(), this.#limits) || this.#underWay >= this.#limits.turns) {
      this.#limited();
      return false;
    }
    this.#underWay++;
    try {
      await inTurn(talk, async () => {
        // Deleted while it waited: a turn now would bring the session back.
        if (talk.ended === null) await work();
      });
    } finally {
      this.#underWay--;
    }
    return true;
  }
}
