/** What others do shows on a page that is already open. */
import { useEffect, useRef } from 'react';
import type { Room } from '../room.ts';
import type { ViewProps } from '../work.ts';

/** Milliseconds between two questions whether anything is other than the page shows. */
const EVERY = 15_000;

/** Asks once, and fetches what has changed since the last time. */
async function beat(room: Room, last: { mark: string | null }, tell: ViewProps['tell']): Promise<void> {
  const { mark } = await room.api.pulse();
  if (mark === last.mark) return;
  const known = last.mark !== null;
  const { work } = room.now();
  if (known) await room.refresh();
  last.mark = mark;
  if (known && work && !room.now().work)
    tell('warning', `“${work.title}” is closed here: it was published or thrown away.`);
}

/**
 * Every 15 seconds while the page is seen, and when somebody comes back to it or goes on. Whether the server answers
 * is told elsewhere.
 * @param open whether there is anything to keep fresh
 * @param at the address that is open
 */
export function usePulse(room: Room, tell: ViewProps['tell'], open: boolean, at: string): void {
  const last = useRef<{ mark: string | null }>({ mark: null });
  const busy = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks when somebody goes on
  useEffect(() => {
    if (!open) return;
    const ask = () => {
      if (document.hidden || busy.current) return;
      busy.current = true;
      beat(room, last.current, tell)
        .catch(() => undefined)
        .finally(() => {
          busy.current = false;
        });
    };
    ask();
    const timer = setInterval(ask, EVERY);
    document.addEventListener('visibilitychange', ask);
    addEventListener('focus', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
      removeEventListener('focus', ask);
    };
  }, [room, tell, open, at]);
}
