/** Letting somebody in, and in again. */
import { useCallback, useEffect, useState } from 'react';
import type { Host, Trouble } from '../host.ts';
import type { Room } from '../room.ts';
import { ApiFailed } from '../work.ts';

interface Entry {
  /** What stands in the way while nothing is open. */
  readonly trouble: Trouble | null;
  again(): void;
  signIn(): Promise<void>;
}

/** @param failed told what stands in the way once something is open */
export function useEntry(
  { room, host }: { readonly room: Room; readonly host: Host },
  failed: (error: unknown) => void,
): Entry {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const stuck = useCallback(
    (error: unknown) => {
      if (!room.now().overview && error instanceof ApiFailed && [401, 403].includes(error.status))
        setTrouble(host.barred(error));
    },
    [room, host],
  );
  const again = useCallback(() => void room.refresh().then(() => setTrouble(null), stuck), [room, stuck]);
  const signIn = useCallback(
    () =>
      host.signIn().then(again, (error: unknown) => {
        stuck(error);
        if (room.now().overview) failed(error);
      }),
    [room, host, again, stuck, failed],
  );
  useEffect(again, [again]);
  return { trouble, again, signIn };
}
