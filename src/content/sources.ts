/**
 * What files were read as, by their texts: whoever reads content again and again, a little changed each time, reads
 * only what has changed. A text that is known gives the very same value again, so that what was found out about it can
 * be remembered beside it.
 */
import { Remembered } from './remembered.ts';

/** Texts of one file that are remembered: that of a version or two, and those of the drafts made from them. */
const MOST = 4;

interface Known {
  readonly text: string;
  readonly read: unknown;
}

export class Sources {
  readonly #known = new Map<string, Known[]>();
  readonly #remembered = new Remembered();

  /** @param read what to do with a text that is not known; for one file always the same */
  of<T>(file: string, text: string, read: (remembered: Remembered) => T): T {
    const known = this.#known.get(file) ?? [];
    const here = known.find((one) => one.text === text) ?? { text, read: read(this.#remembered) };
    this.#known.set(file, [here, ...known.filter((one) => one !== here)].slice(0, MOST));
    return here.read as T;
  }
}
