/**
 * Who waits for whom on the staff side. Each kind of call has a crowd of its own, and nobody fills one alone: whatever
 * others ask, and however slowly, who switches something off is heard at once.
 */
import type { Lane } from '../editor/answer.ts';
import { StaffRefusal } from '../editor/refusals.ts';
import { createTurnstile, type TurnstileRules } from './turnstile.ts';

const PATIENCE = { patienceMs: 5_000 };
/** However many staff ask at once, children's turns come in between. */
const CROWDS: Readonly<Record<Lane, TurnstileRules>> = {
  assets: { atOnce: 16, waiting: 512, ...PATIENCE },
  pages: { atOnce: 16, waiting: 256, ...PATIENCE },
  'sign-in': { atOnce: 8, waiting: 64, ...PATIENCE },
  tokens: { atOnce: 8, waiting: 64, ...PATIENCE },
  work: { atOnce: 8, waiting: 64, ...PATIENCE },
  urgent: { atOnce: 64, waiting: 256, ...PATIENCE },
};
/** Of one person in a crowd, and of one person's bodies that are being read for it. */
const OWN: TurnstileRules = { atOnce: 4, waiting: 64, ...PATIENCE };

export interface Lanes {
  /**
   * Does some work when it is its turn.
   * @param who '' for those who are not known yet
   * @throws StaffRefusal('busy') when its turn does not come
   */
  turn<T>(lane: Lane, who: string, work: () => Promise<T>): Promise<T>;
  /** Reads a body: before its turn, so that a slow one keeps nobody else waiting. @throws StaffRefusal('busy') */
  body<T>(lane: Lane, who: string, read: () => Promise<T>): Promise<T>;
}

async function through<T>(door: ReturnType<typeof createTurnstile>, work: () => Promise<T>): Promise<T> {
  if (!(await door.enter())) throw new StaffRefusal('busy');
  try {
    return await work();
  } finally {
    // What was answered is written first, and whatever else came in is heard before the next.
    setImmediate(door.leave);
  }
}

/** @returns a turnstile for each name, for as long as somebody of that name is there */
function createEach(rules: TurnstileRules) {
  const held = new Map<string, { readonly door: ReturnType<typeof createTurnstile>; there: number }>();
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const one = held.get(name) ?? { door: createTurnstile(rules), there: 0 };
    held.set(name, one);
    one.there += 1;
    try {
      return await through(one.door, work);
    } finally {
      one.there -= 1;
      if (one.there === 0) held.delete(name);
    }
  };
}

export function createLanes(): Lanes {
  const crowds = new Map(
    Object.entries(CROWDS).map(([lane, rules]) => [lane, createTurnstile(rules)] as const),
  );
  const own = createEach(OWN);
  const bodies = createEach(OWN);
  const inCrowd = <T>(lane: Lane, work: () => Promise<T>): Promise<T> => {
    const crowd = crowds.get(lane);
    return crowd ? through(crowd, work) : work();
  };
  return {
    turn: (lane, who, work) =>
      who === '' ? inCrowd(lane, work) : own(`${lane} ${who}`, () => inCrowd(lane, work)),
    body: (lane, who, read) => bodies(`${lane} ${who}`, read),
  };
}
