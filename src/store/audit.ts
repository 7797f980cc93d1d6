/**
 * Who of the staff did what, when and why. Each entry carries a seal made from a key, its own text and the seal before
 * it, so that a changed, missing, moved or added entry breaks the chain. A cut-off tail shows against the head that
 * was printed elsewhere (the log).
 */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { same } from '../same.ts';

export interface Deed {
  /** Random: the same deed is entered once, also when it is handed in again after a crash. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Tenant and object id; never a name. */
  readonly who: string;
  readonly role: string;
  readonly did: string;
  /** Ids, version hashes and the reason that was given: staff's words, never a resident's. */
  readonly about: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Entry extends Deed {
  /** From 1, without gaps. */
  readonly n: number;
  readonly seal: string;
}

/** As much of an entry as its seal is made from, whatever else somebody wrote. */
const entry = z.looseObject({
  n: z.number(),
  id: z.string(),
  seal: z.string(),
  about: z.record(z.string(), z.unknown()),
});

/** @returns a kept entry; null for what is none: a line that a kill cut short, or that somebody wrote over */
export function entryOf(text: string): Entry | null {
  try {
    return entry.parse(JSON.parse(text)) as unknown as Entry;
  } catch {
    return null;
  }
}

/** The end of the chain: how many entries there are, and the last seal. */
export interface Head {
  readonly n: number;
  readonly seal: string;
}

export const headOf = ({ n, seal }: Head): Head => ({ n, seal });
export const NO_ENTRIES: Head = { n: 0, seal: '' };

function sealOf(
  key: Uint8Array,
  before: string,
  { n, id, at, who, role, did, about }: Omit<Entry, 'seal'>,
): string {
  const text = JSON.stringify([before, n, id, at, who, role, did, Object.entries(about).sort()]);
  return createHmac('sha256', key).update(text).digest('hex');
}

/**
 * Whether a trail still holds the end that was seen of it before.
 * @param last its newest entries: what is older is taken for whole (faultsOf looks at all)
 */
export function follows(last: readonly Entry[], known: Head): boolean {
  const end = last.reduce((most, { n }) => Math.max(most, n), 0);
  const there = last.find(({ n }) => n === known.n);
  return known.n <= end && (there === undefined || there.seal === known.seal);
}

/** @returns the deed as the entry after `head` */
export function sealed(key: Uint8Array, head: Head, deed: Deed): Entry {
  const open = { n: head.n + 1, ...deed };
  return { ...open, seal: sealOf(key, head.seal, open) };
}

/**
 * @param known a head noted elsewhere: what is shorter than it, or differs at its place, was cut or rewritten
 * @returns what is wrong, in plain words; nothing when the chain is whole
 */
export function faultsOf(key: Uint8Array, entries: readonly Entry[], known: Head = NO_ENTRIES): string[] {
  const faults: string[] = [];
  let before = '';
  for (const [at, entry] of entries.entries()) {
    if (entry.n !== at + 1) faults.push(`entry ${at + 1} is missing, or entries stand in another order`);
    else if (!same(entry.seal, sealOf(key, before, entry))) faults.push(`entry ${entry.n} was changed`);
    if (faults.length > 0) return faults;
    before = entry.seal;
  }
  if (known.n > entries.length) faults.push(`entries ${entries.length + 1} to ${known.n} were cut off`);
  else if (known.n > 0 && entries[known.n - 1]?.seal !== known.seal)
    faults.push(`the trail was written anew before entry ${known.n}`);
  return faults;
}
