/** The page forgets at the same time as the server, also when a phone slept and its timers did not run. */

export function watchExpiry(idleMs: number, lifeMs: number, onExpired: () => void) {
  let ends = 0;
  let idleEnds = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function check(): void {
    clearTimeout(timer);
    if (ends === 0) return;
    const left = Math.min(ends, idleEnds) - Date.now();
    if (left > 0) {
      timer = setTimeout(check, left);
      return;
    }
    stop();
    onExpired();
  }

  function stop(): void {
    ends = 0;
    clearTimeout(timer);
  }

  return {
    /** A new talk begins now. */
    restart(): void {
      ends = Date.now() + lifeMs;
      idleEnds = Date.now() + idleMs;
      check();
    },
    /** Something was said. */
    touch(): void {
      idleEnds = Date.now() + idleMs;
      check();
    },
    check,
    stop,
  };
}
