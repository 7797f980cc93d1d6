/** Where there is little room: a phone, a narrow frame of Teams, much zoom. */
import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 56rem)';

/** No room beside the view: the menu stands behind a button. */
export const NO_SIDE = `@media ${NARROW}`;
/** The open draft is a slim bar. */
export const SLIM = '@media (max-width: 48rem), (max-height: 30rem)';
/** Nothing stays in view besides the words. */
export const LOW = '@media (max-height: 25rem)';

const listen = (told: () => void): (() => void) => {
  const media = matchMedia(NARROW);
  media.addEventListener('change', told);
  return () => media.removeEventListener('change', told);
};

/** Whether there is no room beside the view, as for `NO_SIDE`. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => matchMedia(NARROW).matches);
