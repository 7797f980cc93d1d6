/** A call is answered once. Whoever sends it again (a recorded one, a service that tries again) is refused. */
import { ExpiringMap } from '../../expiring.ts';
import { Refusal } from '../door.ts';
import type { Arrived } from './arrived.ts';

/** How long calls are remembered, and how old one may be. */
export const REPLAY_MS = 10 * 60_000;
const MOST = 50_000;

export interface ReplaysDeps {
  readonly digest: (...ids: readonly string[]) => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Holds keyed digests of what came in the last ten minutes, and nothing else. */
export class Replays {
  readonly #deps: ReplaysDeps;
  readonly #seen: ExpiringMap<true>;

  constructor(deps: ReplaysDeps) {
    this.#deps = deps;
    this.#seen = new ExpiringMap({ idleMs: REPLAY_MS, lifeMs: REPLAY_MS, most: MOST }, deps.now);
  }

  /**
   * Takes a call.
   * @returns what takes it back: it was not answered, and may come again
   * @throws Refusal when it has been taken before, or is so old that nobody would know
   */
  take({ way, sentAt, heard }: Arrived): () => void {
    const { digest, now } = this.#deps;
    // Nothing tells it from the next one, and whoever writes twice is answered twice.
    if (way.activity === undefined && sentAt === undefined) return () => {};
    if (sentAt !== undefined && Math.abs(now() - sentAt) > REPLAY_MS) throw new Refusal('replayed');
    const name = way.activity ?? `${heard.type} ${sentAt}`;
    const mark = digest(way.channel, way.conversation, name);
    if (this.#seen.get(mark)) throw new Refusal('replayed');
    this.#seen.set(mark, true);
    return () => this.#seen.delete(mark);
  }

  sweep(): void {
    this.#seen.sweep();
  }
}
