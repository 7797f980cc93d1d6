/** What staff are working on, and which version residents see: the one small value that changes. */
import { z } from 'zod';

/** The words that ship with the code. */
export const SHIPPED = 'shipped';
/** Of one draft: who wrote in it, and who agrees to it. */
export const MOST_WRITERS = 50;
export const MOST_APPROVALS = 20;
/** Of one text: who has read it whole. */
export const MOST_READ = 50;
export const MOST_PHRASES = 2_000;
/** How many earlier versions can be taken back to with one click. */
export const HISTORY = 50;

export const ID = /^[a-z0-9-]{1,64}$/;
export const VERSION = /^(?:shipped|[0-9a-f]{64})$/;
const id = z.string().regex(ID);
const version = z.string().regex(VERSION);
/** Tenant and object id of a member of staff; never a name or an e-mail. */
const person = z.string().regex(/^[\w-]{1,64}\/[\w-]{1,64}$/);
/** Milliseconds since the epoch. */
const time = z.number().int().nonnegative();
export const ROLES = ['editor', 'approver', 'safeguarding-lead'] as const;
const role = z.enum(ROLES);

/** A file of dialogs/ or content/, by its path. No dots but that of its ending: it can name nothing else. */
export const FILE = /^(?:dialogs|content)(?:\/[a-z0-9-]+){1,3}\.(?:yaml|md|txt)$/;
const files = z.record(z.string().regex(FILE), z.string().max(2_000_000).nullable());

const draft = z.strictObject({
  id,
  /** Raised at each save: who saves an older one is told. */
  revision: z.number().int().positive(),
  title: z.string().max(200),
  base: version,
  /** All who wrote in it: none of them can approve it. */
  writers: z.array(person).min(1).max(MOST_WRITERS),
  changed: time,
  /** The files that differ from the base; null: taken out. */
  files,
  stage: z.enum(['draft', 'asked']),
  /** For exactly this revision. */
  approvals: z
    .array(z.strictObject({ by: person, role, revision: z.number().int(), at: time }))
    .max(MOST_APPROVALS),
  /** Somebody who should agree to it sent it back, and why. */
  note: z
    .strictObject({ by: person, role, at: time, why: z.string().max(500) })
    .nullable()
    .default(null),
});

const phrase = z.strictObject({
  text: z.string().max(1_000),
  level: z.enum(['urgent', 'concern', 'none']),
  topic: id.nullable(),
  by: person,
});

/** What somebody did; it stands here until it is in the audit trail for sure. */
const deed = z.strictObject({
  id: z.string().max(64),
  at: time,
  who: person,
  role,
  did: id,
  about: z.record(z.string().max(40), z.union([z.string().max(500), z.number(), z.boolean(), z.null()])),
});

export const deskSchema = z.strictObject({
  v: z.literal(1),
  live: version,
  /** Live before, newest first. */
  history: z
    .array(z.strictObject({ version, until: time, takenBack: z.literal(true).optional() }))
    .max(HISTORY),
  drafts: z.record(id, draft),
  /** Services whose number somebody found wrong: not shown, whatever a version says, until two bring it back. */
  hidden: z.record(
    id,
    z.strictObject({ by: person, at: time, why: z.string().max(500), askedBack: person.nullable() }),
  ),
  /** The bot is switched off: residents see the numbers. */
  off: z.strictObject({ by: person, at: time, why: z.string().max(500) }).nullable(),
  /** Sentences that must be judged so before anything is published. */
  phrases: z.array(phrase).max(MOST_PHRASES),
  /** Numbers that a person rang: service -> when, and who in the audit trail. */
  rung: z.record(id, z.strictObject({ by: person, role, at: time })),
  /**
   * Texts that somebody has read whole and approves: path -> who, and the SHA-256 of the words as they were then. Of
   * other words it says nothing.
   */
  read: z
    .record(
      z.string().regex(FILE),
      z
        .array(z.strictObject({ by: person, role, at: time, sum: z.string().regex(/^[0-9a-f]{64}$/) }))
        .max(MOST_READ),
    )
    .default({}),
  /** The version that `shipped` meant when somebody last started: words that ship later are others. */
  shipped: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** The end of the audit trail as it was at the last change: a cut-off tail shows against it. */
  head: z.strictObject({ n: z.number().int().nonnegative(), seal: z.string().max(64) }).nullable(),
  /** Done in the same write as the change itself, not yet seen in the trail. */
  owed: z.array(deed).max(20),
});

export type Desk = z.infer<typeof deskSchema>;
export type Draft = z.infer<typeof draft>;

/** What stands under a name that somebody gave: `constructor` is none of ours. */
export const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** Nothing done yet: the shipped words are live. */
export const newDesk = (): Desk => ({
  v: 1,
  live: SHIPPED,
  history: [],
  drafts: {},
  hidden: {},
  off: null,
  phrases: [],
  rung: {},
  read: {},
  shipped: null,
  head: null,
  owed: [],
});
