/** Who is signed in just now: in memory, 15 minutes idle, 8 hours at most. */
import { randomBytes } from 'node:crypto';
import { ExpiringMap } from '../expiring.ts';
import type { Staff } from './staff.ts';

const MINUTE_MS = 60_000;
export const IDLE_MS = 15 * MINUTE_MS;
export const LIFE_MS = 8 * 60 * MINUTE_MS;

export interface StaffSession extends Staff {
  /** Goes back with every change; only our own page knows it. */
  readonly csrf: string;
}

const secret = (): string => randomBytes(24).toString('base64url');

export class StaffSessions {
  readonly #open: ExpiringMap<StaffSession>;

  constructor(now: () => number) {
    this.#open = new ExpiringMap({ idleMs: IDLE_MS, lifeMs: LIFE_MS }, now);
  }

  /** @returns the value of the cookie */
  begin(staff: Staff): string {
    this.#open.sweep();
    const id = secret();
    this.#open.set(id, { ...staff, csrf: secret() });
    return id;
  }

  /** The session of a cookie; asking keeps it alive, unless the page asked by itself. */
  get(id: string | undefined, byItself = false): StaffSession | undefined {
    const found = id === undefined ? undefined : this.#open.get(id);
    if (found && !byItself && id !== undefined) this.#open.touch(id);
    return found;
  }

  end(id: string): void {
    this.#open.delete(id);
  }
}
