/**
 * What staff can do with drafts, as pure changes of the desk. Each function changes the desk it is given or throws
 * before it has changed anything. Whether the words themselves are sound is the check's to say (see publish).
 */
import { type Desk, type Draft, HISTORY, MOST_APPROVALS, MOST_WRITERS, own } from '../store/desk.ts';
import { laid } from '../workbench/laid.ts';
import type { Changes, Weight } from '../workbench/weight.ts';
import { type NoRoom, noRoomFor } from './room.ts';
import type { Staff } from './staff.ts';

/** Why something cannot be done; `code` names the sentence that the page shows. */
export class CannotDo extends Error {
  readonly code:
    | 'no-such-draft'
    | 'own-work'
    | 'not-asked'
    | 'needs-approver'
    | 'needs-lead'
    | 'needs-second'
    | 'needs-both'
    | 'changed-meanwhile'
    | 'same-as-live'
    | NoRoom;
  constructor(code: CannotDo['code']) {
    super(code);
    this.name = 'CannotDo';
    this.code = code;
  }
}

/** Somebody saved the draft meanwhile: both versions are kept, this one here and theirs in the desk. */
export class Conflict extends Error {
  readonly theirs: Draft;
  constructor(theirs: Draft) {
    super('changed-meanwhile');
    this.name = 'Conflict';
    this.theirs = theirs;
  }
}

/** Who does it, and when (milliseconds since the epoch). */
export interface Doing {
  readonly staff: Staff;
  readonly at: number;
}

export interface Saved {
  readonly id: string;
  readonly title: string;
  /** The version that `files` are changes of. */
  readonly base: string;
  readonly files: Changes;
  /** The revision it was made from; 0 for a new draft. */
  readonly revision: number;
}

export function draftOf(desk: Desk, id: string): Draft {
  const draft = own(desk.drafts, id);
  if (!draft) throw new CannotDo('no-such-draft');
  return draft;
}

/** The draft of exactly this revision. @throws Conflict, CannotDo */
export function draftAt(desk: Desk, id: string, revision: number): Draft {
  const draft = draftOf(desk, id);
  if (draft.revision !== revision) throw new Conflict(draft);
  return draft;
}

/** Saves a draft; whatever was approved before has to be approved again. @throws Conflict when it is not the newest */
export function save(desk: Desk, { id, title, base, files, revision }: Saved, { staff, at }: Doing): Draft {
  const known = own(desk.drafts, id);
  if (known && known.revision !== revision) throw new Conflict(known);
  if (!known && revision > 0) throw new CannotDo('no-such-draft');
  const full = noRoomFor(desk, known, files, staff);
  if (full) throw new CannotDo(full);
  const draft: Draft = {
    id,
    title,
    revision: revision + 1,
    base,
    writers: [...new Set([...(known?.writers ?? []), staff.person])].slice(-MOST_WRITERS),
    changed: at,
    files: { ...files },
    stage: 'draft',
    approvals: [],
    note: known?.note ?? null,
  };
  desk.drafts[id] = draft;
  return draft;
}

/** Asks the others to look at it. */
export function ask(desk: Desk, id: string, revision: number): Draft {
  const draft = draftAt(desk, id, revision);
  draft.stage = 'asked';
  draft.note = null;
  return draft;
}

/** Not like this: back to who wrote it, with what should be other. */
export function sendBack(desk: Desk, id: string, revision: number, why: string, { staff, at }: Doing): Draft {
  const draft = draftAt(desk, id, revision);
  if (draft.stage !== 'asked') throw new CannotDo('not-asked');
  const role = staff.roles.find((one) => one !== 'editor');
  if (!role) throw new CannotDo('needs-approver');
  draft.stage = 'draft';
  draft.approvals = [];
  draft.note = { by: staff.person, role, at, why };
  return draft;
}

/** Throws a draft away. */
export function drop(desk: Desk, id: string, revision: number): Draft {
  const draft = draftAt(desk, id, revision);
  delete desk.drafts[id];
  return draft;
}

/** Agrees to exactly this revision; never to one's own work. */
export function approve(desk: Desk, id: string, revision: number, { staff, at }: Doing): Draft {
  const draft = draftAt(desk, id, revision);
  if (draft.stage !== 'asked') throw new CannotDo('not-asked');
  if (draft.writers.includes(staff.person)) throw new CannotDo('own-work');
  const role = staff.roles.includes('safeguarding-lead')
    ? 'safeguarding-lead'
    : staff.roles.find((one) => one === 'approver');
  if (!role) throw new CannotDo('needs-approver');
  const others = draft.approvals.filter(({ by }) => by !== staff.person);
  draft.approvals = [...others.slice(1 - MOST_APPROVALS), { by: staff.person, role, revision, at }];
  return draft;
}

/** @throws CannotDo naming who must still agree */
export function checkAgreed({ approvals, revision, writers }: Draft, weight: Weight): void {
  const good = approvals.filter((one) => one.revision === revision && !writers.includes(one.by));
  const people = new Set(good.map(({ by }) => by));
  if (people.size === 0) throw new CannotDo(weight === 'lead' ? 'needs-both' : 'needs-second');
  if (weight === 'second') return;
  if (!good.some(({ role }) => role === 'safeguarding-lead')) throw new CannotDo('needs-lead');
  if (people.size < 2) throw new CannotDo('needs-second');
}

/**
 * The files with a draft's changes laid over them.
 * @param base the files that the draft was made from
 * @param live the files of now: where they changed under the draft, somebody has to look
 * @throws CannotDo('changed-meanwhile')
 */
export function laidOver<F extends Readonly<Record<string, string>>>(
  { files }: Pick<Draft, 'files'>,
  base: F,
  live: F,
): Record<string, string> {
  for (const [path, text] of Object.entries(files))
    if (base[path] !== live[path] && live[path] !== text) throw new CannotDo('changed-meanwhile');
  return laid(live, files);
}

/** Makes a version the live one; the draft is done with. */
export function publish(desk: Desk, id: string, version: string, { at }: Pick<Doing, 'at'>): void {
  goLive(desk, version, at);
  delete desk.drafts[id];
}

/** Takes back: an earlier version is live again. */
export function goLive(desk: Desk, version: string, at: number, takenBack = false): void {
  if (version === desk.live) throw new CannotDo('same-as-live');
  const left = { version: desk.live, until: at, ...(takenBack && { takenBack: true as const }) };
  desk.history = [left, ...desk.history].slice(0, HISTORY);
  desk.live = version;
}

/** One person is enough to take a number away, or to bring it back to what two had agreed on: only taking away is here. */
export function hide(desk: Desk, service: string, why: string, { staff, at }: Doing): void {
  desk.hidden[service] = { by: staff.person, at, why, askedBack: null };
}

/** One person is enough to switch the bot off: residents see the numbers. */
export function switchOff(desk: Desk, why: string, { staff, at }: Doing): void {
  desk.off = { by: staff.person, at, why };
}
