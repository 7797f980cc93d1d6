/** All pages by their path. Some tell what the clock tells: they are drawn anew when the minute is another. */
import { type Drawn, type DrawnFeed, packedPage, type SitePage } from './document.ts';

const MINUTE_MS = 60_000;

/** Draws a page as it is at a time (milliseconds since the epoch). */
export type Draw = (at: number) => Drawn;
/** The same of a feed. */
export type DrawFeed = (at: number) => DrawnFeed;

/** Drawn anew when the minute is another, packed anew (what takes the time) only when the words are. */
export class Site extends Map<string, SitePage> {
  readonly #drawn = new Map<string, { minute: number; html: string; page: SitePage }>();
  readonly #timed: ReadonlyMap<string, Draw | DrawFeed>;
  readonly #now: () => number;

  constructor(
    fixed: Iterable<[string, SitePage]>,
    timed: ReadonlyMap<string, Draw | DrawFeed>,
    now: () => number,
  ) {
    super(fixed);
    this.#timed = timed;
    this.#now = now;
  }

  override get(path: string): SitePage | undefined {
    const draw = this.#timed.get(path);
    if (!draw) return super.get(path);
    const minute = Math.floor(this.#now() / MINUTE_MS);
    const known = this.#drawn.get(path);
    if (known?.minute === minute) return known.page;
    const drawn = draw(minute * MINUTE_MS);
    const page = known?.html === drawn.html ? known.page : packedPage(drawn);
    this.#drawn.set(path, { minute, html: drawn.html, page });
    return page;
  }

  /** Draws a page as it is at a time, and keeps nothing of it: whether it can be. @throws what the drawing throws */
  drawAt(path: string, at: number): void {
    this.#timed.get(path)?.(at);
  }

  override has(path: string): boolean {
    return this.#timed.has(path) || super.has(path);
  }

  override keys(): MapIterator<string> {
    return new Map([...this.#timed.keys(), ...super.keys()].map((path) => [path, null])).keys();
  }
}
