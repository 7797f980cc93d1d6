/**
 * Who has read a whole text and approves it: written in the text itself (`approved`), and kept beside it for as long as
 * its words stay as they were. Pure; only the few lines of `approved` are ever read as YAML, so that many texts take
 * no time.
 */
import { createHash } from 'node:crypto';
import { setIn, valueOf } from './edit.ts';

export interface Approval {
  readonly role: string;
  /** As 2026-11-22. */
  readonly on: string;
}

/** An approval that is kept beside the texts. */
export interface Reading {
  /** Tenant and object id. */
  readonly by: string;
  readonly role: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Of the words that were read. */
  readonly sum: string;
}
/** Path -> who has read it. */
export type Readings = Readonly<Record<string, readonly Reading[]>>;

type Texts = Readonly<Record<string, string>>;

/** The key at the top of a file or of a page's head, and the lines below it that belong to it. */
const APPROVED = /^approved:[^\n]*\n?(?:(?:[ \t]|- )[^\n]*\n?)*/m;

/** A text without the lines that say who approved it. */
export const wordsIn = (text: string): string => text.replace(APPROVED, '');

/** Whether this text can be approved at all. */
export const takesApproval = (text: string): boolean => APPROVED.test(text);

/** The SHA-256 of a text's words, in hex. */
export const sumOf = (text: string): string => createHash('sha256').update(wordsIn(text)).digest('hex');

function approvalsIn(lines: string): readonly Approval[] {
  const { approved } = (valueOf(lines) ?? {}) as { approved?: unknown };
  return Array.isArray(approved) ? (approved as Approval[]) : [];
}

/** Those of the readings that are of just these words. */
export function standing(text: string, readings: readonly Reading[] = []): readonly Reading[] {
  if (readings.length === 0) return readings;
  const sum = sumOf(text);
  return readings.filter((one) => one.sum === sum);
}

/** Both sources together, each role and day once; of what stands in both, who said it is known. */
export function joined<A extends Approval>(written: readonly A[], kept: readonly A[]): readonly A[] {
  const same = (a: A) => (b: A) => a.role === b.role && a.on === b.on;
  return [
    ...written.map((one) => kept.find(same(one)) ?? one),
    ...kept.filter((one) => !written.some(same(one))),
  ];
}

/**
 * Files as they are with the approvals that are kept beside them.
 * @param dayOf milliseconds since the epoch -> 2026-11-22
 */
export function withApprovals<F extends Texts>(
  files: F,
  readings: Readings,
  dayOf: (at: number) => string,
): F {
  const signed = Object.entries(readings).flatMap(([path, all]) => {
    const text = files[path];
    const here = text === undefined ? [] : standing(text, all);
    if (text === undefined || here.length === 0) return [];
    const kept = here.map(({ role, at }): Approval => ({ role, on: dayOf(at) }));
    const sign = (lines: string) => setIn(lines, ['approved'], joined(approvalsIn(lines), kept));
    return [[path, text.replace(APPROVED, sign)] as const];
  });
  return signed.length === 0 ? files : { ...files, ...Object.fromEntries(signed) };
}

/**
 * What a changed text says of its approval: nothing, for nobody has approved these words. Where only the lines of
 * `approved` differ, it is the text from before.
 * @param before undefined: it is new
 */
export function unapproved(text: string, before: string | undefined): string {
  if (before !== undefined && wordsIn(before) === wordsIn(text)) return before;
  return text.replace(APPROVED, (lines) =>
    approvalsIn(lines).length === 0 ? lines : setIn(lines, ['approved'], []),
  );
}

/** The approvals on which it depends what residents see: those of translations. As a text that changes with them. */
export function approvalsShown(readings: Readings): string {
  const shown = Object.entries(readings).filter(([path]) => TRANSLATION.test(path));
  return shown.length === 0 ? '' : JSON.stringify(shown.sort(([a], [b]) => (a < b ? -1 : 1)));
}
const TRANSLATION = /^content\/(?!(?:pages|print|news|risk)\/)[a-z0-9-]+\//;
