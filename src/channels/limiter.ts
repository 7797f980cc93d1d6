/**
 * How much one conversation, and all together, may ask of us. It looks at no address: a school is one address.
 * Nobody is turned away: over a limit the whole urgent card is given instead of an answer.
 */
export interface Limits {
  /** Messages that may come at once. */
  readonly burst: number;
  readonly perSecond: number;
  /** Turns under way in the whole process. */
  readonly turns: number;
}
export const LIMITS: Limits = { burst: 20, perSecond: 2, turns: 500 };

/** `paidUntil`: ms after `born` up to which the messages so far have used the budget. One small number is the bucket. */
export interface Paid {
  readonly born: number;
  paidUntil: number;
}

/** Takes one message from the budget; false when it is used up. */
export function pay(who: Paid, now: number, { burst, perSecond }: Limits): boolean {
  const price = 1000 / perSecond;
  const time = now - who.born;
  const until = Math.max(who.paidUntil, time) + price;
  if (until - time > burst * price) return false;
  who.paidUntil = until;
  return true;
}
