/** Habits of the whole page: save by keyboard, ask before leaving with unsaved words, come back after a fault. */
import { useEffect, useSyncExternalStore } from 'react';
import type { HttpApi, Line } from '../http-api.ts';
import type { Room } from '../room.ts';
import { settle } from '../typing.ts';
import { fetchViews } from './views.tsx';

/** Milliseconds between two tries while the server is gone. */
const AGAIN = 5_000;

/** Milliseconds after the page has opened. */
const LATER = 1_500;

/** Once the page is open, what it may need later is fetched too. */
export function useForesight(open: boolean): void {
  useEffect(() => {
    if (!open) return;
    const timer = setTimeout(fetchViews, LATER);
    return () => clearTimeout(timer);
  }, [open]);
}

/** Ctrl+S (or ⌘S) saves. */
export function useSaveKey(save: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      save();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [save]);
}

/** The browser's own question before a page with unsaved words is left. */
export function useGuard(room: Room): void {
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      settle();
      if (room.now().work?.unsaved) event.preventDefault();
    };
    addEventListener('beforeunload', onLeave);
    return () => removeEventListener('beforeunload', onLeave);
  }, [room]);
}

/** How the server stands; while it does not answer, it is asked again and again. */
export function useLine(api: HttpApi, again: () => void): Line {
  const line = useSyncExternalStore(api.onLine, api.line);
  useEffect(() => {
    const timer = line === 'gone' ? setInterval(again, AGAIN) : undefined;
    // Somebody comes back to the page: others may have worked meanwhile.
    addEventListener('focus', again);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', again);
    };
  }, [line, again]);
  return line;
}
