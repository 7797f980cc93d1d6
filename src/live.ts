/** Which edition residents see just now, and how another takes its place. */
import { setImmediate as breath } from 'node:timers/promises';
import { type Edition, type EditionDeps, makeEdition, type Shown } from './edition.ts';
import type { Library } from './library.ts';
import type { Log } from './log.ts';

/** What staff have decided, as their desk says it. */
export interface Decided extends Shown {}

export interface LiveDeps extends EditionDeps {
  readonly log: Log;
  /** Reads, checks and compiles a version. @throws when it cannot be shown */
  readonly open: (version: string) => Promise<Library>;
}

export interface Live {
  /** The edition of this moment. Take it once for all that belongs together. */
  now(): Edition;
  /**
   * Shows what staff have decided. Where the words of the version cannot be shown, those of before stay, and numbers are
   * hidden and the bot is switched off all the same.
   * @returns whether it is shown
   */
  show(decided: Decided): Promise<boolean>;
}

const namesOf = ({ version, off, hidden, rung, approved }: Shown): string =>
  JSON.stringify([version, off, [...hidden].sort(), [...rung].sort(), approved]);

/**
 * @param library the words that are shown first
 * @param first what staff had decided when this began
 */
export function createLive(library: Library, first: Shown, deps: LiveDeps): Live {
  const { log, open } = deps;
  let names = namesOf(first);
  let source = library;
  let approved = first.approved;
  let edition = makeEdition(source, first, deps);
  let last: Promise<unknown> = Promise.resolve();

  async function swap(decided: Decided): Promise<boolean> {
    if (namesOf(decided) === names) return true;
    const same = decided.version === edition.version && decided.approved === approved;
    const next = same ? source : await open(decided.version).catch(() => undefined);
    // Drawing the pages takes a moment of its own: whoever waits for an answer goes first.
    await breath();
    if (next && take(next, decided)) return true;
    log.error('edition-failed');
    // Words that cannot be shown must not keep a wrong number up, or the bot on.
    take(source, { ...decided, version: edition.version, approved });
    return false;
  }

  /** @returns false when they cannot be drawn: then the edition is as it was */
  function take(next: Library, shown: Shown): boolean {
    if (namesOf(shown) === names) return true;
    try {
      edition = makeEdition(next, shown, deps);
    } catch {
      return false;
    }
    source = next;
    approved = shown.approved;
    names = namesOf(shown);
    log.info('edition-shown', { count: edition.library.content.dialogs.size });
    return true;
  }

  return {
    now: () => edition,
    show(decided) {
      const mine = last.then(() => swap(decided));
      last = mine;
      return mine;
    },
  };
}
