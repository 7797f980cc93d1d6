/**
 * What the editor's page and the staff side say to each other: every address below /editor/api, what is sent (zod,
 * closed: an unknown field is refused) and what comes back (types). The page imports the types only.
 */
import { z } from 'zod';
import type { Entry } from '../store/audit.ts';
import { type Desk, type Draft, FILE, ID as ID_SHAPE, VERSION } from '../store/desk.ts';
import type { Weight } from '../workbench/weight.ts';
import type { Marked, Previewed, Problems, Word, Would } from '../workbench/workbench.ts';
import type { Role } from './staff.ts';

export type { Desk, Draft, Entry, Marked, Previewed, Problems, Role, Weight, Word, Would };

const id = z.string().regex(ID_SHAPE, 'use small letters, digits and dashes, at most 64');
const version = z.string().regex(VERSION, 'this is the name of no version');
const path = z.string().regex(FILE, 'this is no file of dialogs/ or content/');
const why = z.string().trim().min(3, 'say why, in a few words').max(500, 'at most 500 letters');
const files = z.record(path, z.string().max(500_000, 'a file of at most 500,000 letters').nullable());
const revision = z.number().int().min(0);

/** A version and what is changed in it: what a draft looks like before it is saved. */
const changed = z.strictObject({ base: version, files });
export type Changed = z.infer<typeof changed>;

export const BODIES = {
  /** New drafts have revision 0. */
  save: z.strictObject({
    title: z.string().trim().min(1, 'give it a name').max(200),
    base: version,
    files,
    revision,
  }),
  /** Ask, approve, publish: exactly this revision. */
  revision: z.strictObject({ revision }),
  check: changed,
  wouldSay: z.strictObject({ draft: changed.nullable(), text: z.string().min(1).max(10_000) }),
  preview: z.strictObject({
    draft: changed,
    /** Milliseconds since the epoch: the clock that the preview believes. */
    at: z.number().int().min(0).max(8.64e15),
    place: id.nullable(),
    /** What the preview answered last; null: a new talk. */
    session: z.unknown(),
    said: z.union([
      z.strictObject({ text: z.string().max(10_000) }),
      z.strictObject({ choice: z.string().max(200) }),
      z.strictObject({ event: z.literal('start') }),
    ]),
  }),
  /** `dialog` null: the whole. */
  map: z.strictObject({ draft: changed, dialog: id.nullable() }),
  diff: changed,
  /** "Not like this": back to who wrote it. */
  sendBack: z.strictObject({ revision, why }),
  phrase: z.strictObject({
    text: z.string().trim().min(1).max(1_000),
    level: z.enum(['urgent', 'concern', 'none']),
    topic: id.nullable(),
  }),
  phraseGone: z.strictObject({ text: z.string().max(1_000), why }),
  hide: z.strictObject({ service: id, why }),
  service: z.strictObject({ service: id }),
  off: z.strictObject({ why }),
  rollBack: z.strictObject({ version, why }),
  /** The version that was read: the live one. */
  approveText: z.strictObject({ path, version }),
  takeBackText: z.strictObject({ path }),
} as const;
/** What stands behind the "?" of an address. */
export const QUERIES = {
  file: z.strictObject({ version, path }),
  diff: z.strictObject({ from: version, to: version }),
  search: z.strictObject({ words: z.string().trim().min(2, 'at least two letters').max(100) }),
} as const;
/** The `:id` of an address. */
export const ID = id;
export type Body<K extends keyof typeof BODIES> = z.input<(typeof BODIES)[K]>;
/** As it arrives: looked at, and of the declared shape. */
export type Sent<K extends keyof typeof BODIES> = z.output<(typeof BODIES)[K]>;
export type Asked<K extends keyof typeof QUERIES> = z.output<(typeof QUERIES)[K]>;

/** Who is signed in, and how the page proves it again with each change. */
export interface Me {
  readonly person: string;
  readonly roles: readonly Role[];
  /** Goes back as the header X-Signpost. Empty when a bearer token is used. */
  readonly csrf: string;
  /** Outside production, with nothing configured: the three local links. */
  readonly local: boolean;
}

/** Somebody has read a whole text and approves it. `by` null: so it stands in the text itself. */
export interface Approved {
  readonly by: string | null;
  readonly role: string;
  /** As 2026-11-22. */
  readonly on: string;
}

/** One thing that can be changed: a line of the lists. */
export interface Item {
  readonly path: string;
  readonly kind: 'dialog' | 'page' | 'print' | 'news' | 'services' | 'risk' | 'translation' | 'other';
  readonly id: string;
  readonly title: string;
  /** For whom; of a dialog, page or news. */
  readonly for: readonly string[];
  readonly urgent: boolean;
  /** Who has approved the words that are live; null where approval does not apply. */
  readonly approved: readonly Approved[] | null;
  /** When the live text became what it is (milliseconds since the epoch); 0: as it shipped. */
  readonly changed: number;
  /** Ids of the drafts that change it. */
  readonly drafts: readonly string[];
  /** Steps of a dialog whose translation is missing or stale, all languages together. */
  readonly stale: number;
}

/** A line of the list of services, as residents see it now. */
export interface ServiceLine {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly emergency: boolean;
  readonly confidence: 'high' | 'medium';
  readonly hidden: Desk['hidden'][string] | null;
  /** Day, or null: nobody has rung it. */
  readonly rung: string | null;
  /** The day on which it is to be rung (or opened) again; in the past: due. */
  readonly due: string;
}

/** A thing that somebody has to do: one line of "To do". */
export interface Reminder {
  readonly kind:
    | 'refused'
    | 'ring'
    | 'calendar'
    | 'translation'
    | 'approval'
    | 'gate'
    | 'asked'
    | 'hidden'
    | 'off';
  readonly text: string;
  /** Where to go: a path of content, a draft, or null. */
  readonly path: string | null;
  readonly draft: string | null;
  readonly service: string | null;
  readonly due: boolean;
}

/** GET /editor/api/desk: all that the page begins with. */
export interface Overview {
  readonly me: Me;
  readonly live: string;
  readonly history: Desk['history'];
  readonly off: Desk['off'];
  readonly hidden: Desk['hidden'];
  readonly phrases: Desk['phrases'];
  readonly drafts: readonly DraftLine[];
  readonly items: readonly Item[];
  readonly services: readonly ServiceLine[];
  readonly reminders: readonly Reminder[];
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly languages: readonly { readonly id: string; readonly name: string; readonly lang: string }[];
  readonly topics: readonly string[];
}

/** A draft without its texts. */
export type DraftLine = Omit<Draft, 'files'> & { readonly paths: readonly string[] };

/** GET /editor/api/drafts/:id: a draft, who must still agree, and what would stop it. */
export interface DraftView {
  readonly draft: Draft;
  readonly weight: Weight;
  /**
   * What keeps it from going live as it is, whoever agrees: a plain sentence, and the places; null: nothing.
   * Mistakes are looked for once it is asked for: before that the page checks as one types.
   */
  readonly broken: { readonly says: string; readonly problems: readonly Marked[] } | null;
  /** Plain sentences: what is still missing before it can be published, `broken` first. Empty: it can be. */
  readonly missing: readonly string[];
}

/** Every error answer: `{ error }`. 409 of a save carries `theirs`. 422 carries the places of what was refused. */
export interface ApiError {
  readonly error: {
    readonly code: string;
    /** A plain sentence to show. */
    readonly message: string;
    readonly theirs?: Draft;
    readonly problems?: readonly Marked[];
  };
}

/** GET /editor/api/pulse: another mark means that something is other than the page shows. */
export interface Pulse {
  readonly mark: string;
}

/** GET /editor/api/search */
export interface Found {
  readonly found: readonly { readonly path: string; readonly title: string; readonly line: string }[];
}

/** GET /editor/api/trail: newest last, and whether the chain holds. */
export interface Trail {
  readonly entries: readonly Entry[];
  readonly faults: readonly string[];
}

/** GET /editor/api/file?version=…&path=… */
export interface FileText {
  readonly text: string | null;
}

/**
 * method, path below /editor/api, and body; the answer stands behind it. Who may: routes.ts.
 *
 * GET  /desk                     -> Overview
 * GET  /file?version=&path=      -> FileText
 * GET  /drafts/:id               -> DraftView
 * PUT  /drafts/:id      save     -> Draft                (409: theirs)
 * POST /drafts/:id/ask  revision -> Draft              (422: problems)
 * POST /drafts/:id/approve revision -> Draft           (422: problems)
 * POST /drafts/:id/publish revision -> { live }          (422: problems)
 * POST /drafts/:id/drop revision -> {}
 * POST /drafts/:id/send-back sendBack -> Draft         an approver: not like this, and why
 * GET  /pulse                    -> Pulse                does not keep the session alive
 * GET  /search?words=            -> Found                where these words stand in what is live
 * POST /check           check    -> Problems
 * POST /would-say       wouldSay -> { live: Would, draft: Would | null }
 * POST /preview         preview  -> Previewed
 * POST /map             map      -> MapView
 * POST /diff            diff     -> { words: Word[] }
 * GET  /diff?from=&to=           -> { words: Word[] }    between two versions
 * POST /phrases         phrase   -> {}                   keeps a regression phrase
 * POST /phrases/drop    phraseGone -> {}
 * POST /services/hide   hide     -> {}                   one person, at once
 * POST /services/ask-back service -> {}                  the first of the two who bring it back
 * POST /services/show   service  -> {}                   the second
 * POST /services/rung   service  -> {}                   "I rang it today"
 * POST /off             off      -> {}                   one person, at once
 * POST /on              off      -> {}                   approver or safeguarding lead
 * POST /roll-back       rollBack -> { live }
 * POST /texts/approve   approveText -> {}                (409: it has changed meanwhile)
 * POST /texts/take-back takeBackText -> {}               one's own approval
 * GET  /trail                    -> Trail
 * POST /sign-out                 -> {}
 */
export interface MapView {
  readonly panel: import('../map/graph.ts').Panel;
  /** What is wrong, by the id of its box. */
  readonly problems: Readonly<Record<string, readonly Marked[]>>;
}
