/**
 * What YAML texts said when they were last parsed, by the hash of the text: parsing them all takes half a second,
 * which a start need not pay. A text that has changed is not remembered, so it is parsed.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { keep, keptAt } from './kept.ts';

/** Raised when the parser, or what is kept of its work, changes. */
const NAME = 'yaml-1.json';

/** More than all our files twice over: beyond it, texts that were not asked for now are forgotten. */
const MOST = 600;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64').slice(0, 24);

export class Remembered {
  readonly #before: Readonly<Record<string, unknown>>;
  readonly #now: Record<string, unknown> = {};
  #changed = false;

  constructor() {
    this.#before = Remembered.#read();
  }

  static #read(): Record<string, unknown> {
    try {
      return JSON.parse(readFileSync(keptAt(NAME), 'utf8')) as Record<string, unknown>;
    } catch {
      return {};
    }
  }

  /** @returns what the text says, from memory or else from `parse`, which may throw */
  of(text: string, parse: () => unknown): unknown {
    const hash = hashOf(text);
    const known = Object.hasOwn(this.#before, hash);
    const value = known ? this.#before[hash] : parse();
    if (!known) this.#changed = true;
    this.#now[hash] = value;
    return value;
  }

  /** Keeps all that is known now. */
  keep(): void {
    if (!this.#changed) return;
    const all = { ...this.#before, ...this.#now };
    keep(NAME, JSON.stringify(Object.keys(all).length > MOST ? this.#now : all));
  }
}
