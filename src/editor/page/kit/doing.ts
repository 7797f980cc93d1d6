/** Something that is done on the server: shown as busy meanwhile, and told at the top of the page when it failed. */
import { useState } from 'react';
import { ApiFailed, type ViewProps } from '../work.ts';

export interface Doing {
  readonly busy: boolean;
  /** @returns true when it is done */
  run(act: () => Promise<unknown>, done?: string): Promise<boolean>;
}

export const messageOf = (error: unknown): string =>
  error instanceof ApiFailed ? error.message : 'The page could not do this. Please try again.';

export function useDoing({ tell }: Pick<ViewProps, 'tell'>): Doing {
  const [busy, setBusy] = useState(false);
  return {
    busy,
    async run(act, done) {
      setBusy(true);
      try {
        await act();
        if (done) tell('done', done);
        return true;
      } catch (error) {
        tell('error', messageOf(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
