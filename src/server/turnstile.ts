/** So many at a time, so many in the queue, and no more: what one side asks can never fill the process. */

export interface TurnstileRules {
  readonly atOnce: number;
  readonly waiting: number;
  /** Milliseconds that somebody waits at most. */
  readonly patienceMs: number;
}

/**
 * @returns what lets one in, once there is room: true, and it must be told when it is done (`leave`); false: there is
 *   no room, or none came in time
 */
export function createTurnstile({ atOnce, waiting, patienceMs }: TurnstileRules) {
  const queue = new Set<() => void>();
  let inside = 0;

  return {
    enter(): Promise<boolean> {
      if (inside < atOnce) {
        inside += 1;
        return Promise.resolve(true);
      }
      if (queue.size >= waiting) return Promise.resolve(false);
      return new Promise((resolve) => {
        const late = setTimeout(() => {
          queue.delete(next);
          resolve(false);
        }, patienceMs);
        const next = () => {
          clearTimeout(late);
          queue.delete(next);
          resolve(true);
        };
        queue.add(next);
      });
    },

    leave(): void {
      const [next] = queue;
      if (next) next();
      else inside -= 1;
    },
  };
}
