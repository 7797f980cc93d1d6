/** What a place to keep things must be able to do. There are two: files (one process) and PostgreSQL (many). */
import type { Adapter } from 'lowdb';
import type { Deed, Entry, Head } from './audit.ts';
import type { Desk } from './desk.ts';

/** All files of a version: path -> text. */
export type Files = Readonly<Record<string, string>>;

/** Somebody else wrote since we read: read again, and do it again. */
export class Stale extends Error {
  constructor() {
    super('written by somebody else meanwhile');
    this.name = 'Stale';
  }
}

/** A desk that cannot be read: nothing may be written over it. */
export class BrokenDesk extends Error {
  constructor(what: string) {
    super(`${what} cannot be read. Put back a copy that you have kept.`);
    this.name = 'BrokenDesk';
  }
}

export interface Versions {
  /** Keeps a version for good. @returns its name: the SHA-256 of its files */
  put(files: Files): Promise<string>;
  /** @returns its files; null when there is no such version, or when it is not what its name says */
  get(id: string): Promise<Files | null>;
}

/** How far back a deed is looked for before it is entered. */
export const LOOK_BACK = 100;

export interface Audit {
  /**
   * Adds a deed to the chain, unless it is among the last ones already, and waits until it lasts.
   * @param known an end that was seen before
   * @returns the end of the chain, and whether it still held the one that was known
   */
  add(deed: Deed, known: Head): Promise<{ readonly head: Head; readonly whole: boolean }>;
  /** All entries, oldest first. */
  all(): Promise<Entry[]>;
}

export interface Backend {
  /** lowdb's interface. `write` throws Stale when another instance wrote since the last `read`. */
  readonly desk: Adapter<Desk>;
  readonly versions: Versions;
  readonly audit: Audit;
  /** Hears when another instance has written. */
  onWritten(listener: () => void): void;
  close(): Promise<void>;
}
