/** Shift three times, each time alone, within five seconds. */
const TIMES = 3;
const WITHIN_MS = 5_000;

/**
 * @param say told how many presses are still wanted; 0: none has been made, or it is too late
 * @param onThird called at the last press
 */
export function watchShift(say: (left: number) => void, onThird: () => void): void {
  let presses = 0;
  let alone = false;
  let timer = 0;
  function forget(): void {
    if (presses) say(0);
    presses = 0;
    clearTimeout(timer);
  }
  // Before any box of the page sees the key. A capital letter is Shift and another key.
  addEventListener(
    'keydown',
    ({ key, repeat }) => {
      alone = key === 'Shift' && (alone || !repeat);
      if (key !== 'Shift') forget();
    },
    true,
  );
  addEventListener(
    'keyup',
    ({ key }) => {
      if (key !== 'Shift' || !alone) return;
      alone = false;
      presses += 1;
      if (presses === 1) timer = window.setTimeout(forget, WITHIN_MS);
      if (presses < TIMES) return say(TIMES - presses);
      forget();
      onThird();
    },
    true,
  );
}
