/** Answers of one talk go out in the order of its turns, but one that does not arrive holds up the next for moments only. */
import { within } from '../../within.ts';

/** What a talk needs for that. */
export interface Line {
  /** The last answer on its way. */
  sending: Promise<void>;
  /** Answers that wait for one before them. */
  waiting: number;
}

/** An answer that has not arrived by then is likely lost, and the next may be the one that matters. */
const PATIENCE_MS = 3_000;
const MOST_WAITING = 8;

/** Nobody writes faster than they are answered, but a service that swallows answers lets them pile up. */
export const isFull = ({ waiting }: Line): boolean => waiting >= MOST_WAITING;

/** Sends once what went before has arrived, was lost or takes too long. Rejects when it cannot be delivered. */
export async function inOrder(line: Line, send: () => Promise<void>): Promise<void> {
  const before = line.sending;
  const mine = (async () => {
    line.waiting += 1;
    await within(PATIENCE_MS, before).catch(() => {});
    line.waiting -= 1;
    await send();
  })();
  line.sending = mine.catch(() => {});
  await mine;
}
