/**
 * Where drafts are checked and tried out: a thread of its own, so that nothing that staff do slows a child's turn.
 * It is started when somebody edits, ends when nobody has for a while, and holds no secrets and nobody's words for
 * longer than one answer.
 */
import type { Problem } from '../content/problem.ts';
import type { Level } from '../content/schema.ts';
import type { Weight } from './weight.ts';

/** path -> text; null: taken out. */
export type Changes = Readonly<Record<string, string | null>>;
/** All files of a version: path -> text. */
export type Files = Readonly<Record<string, string>>;

/** A version by its name, and what is changed in it. */
export interface Trial {
  readonly base: string;
  readonly files: Changes;
  /** Services that staff have hidden: a preview and an answer do without them, as residents do. */
  readonly hidden?: readonly string[];
}

/** A problem, and which field of its file it belongs to. */
export interface Marked extends Problem {
  /** Keys and indexes from the top of the file, such as ["steps", "first", "say", 0]; [] for the file as a whole. */
  readonly path: readonly (string | number)[];
}

export interface Problems {
  readonly problems: readonly Marked[];
  /** Milliseconds that the check itself took. */
  readonly ms: number;
}

/** "What would it say?" of one sentence. */
export interface Would {
  readonly level: Level;
  readonly topic: string | null;
  readonly score: number;
  readonly reasons: readonly { readonly words: string; readonly why: string }[];
  /** What the bot would answer, as Bot Framework activities. */
  readonly activities: readonly object[];
}

export interface Previewed {
  /** To be sent back with the next message; closed values only. */
  readonly session: unknown;
  readonly activities: readonly object[];
  readonly level: Level;
  readonly outcome: string;
  /** dialog/step where the talk stands. */
  readonly at: string;
}

/** One changed text, in words: where it stands, in the names that the page shows, and what was and is there. */
export interface Word {
  readonly file: string;
  /** Such as "Someone gives me things", "step first", "says, line 2". */
  readonly where: readonly string[];
  /** null: it was not there, or is not any more. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A sentence that must be judged so before anything is published. */
export interface Phrase {
  readonly text: string;
  readonly level: Level;
  readonly topic: string | null;
}

/** Thrown when the thread is too slow, full or gone: staff are told, the chat does not notice. */
export class WorkbenchBusy extends Error {
  constructor() {
    super('the check did not answer in time');
    this.name = 'WorkbenchBusy';
  }
}

export interface Workbench {
  /** Everything that `npm run check` says of the content with these changes (without the labelled messages). */
  check(trial: Trial): Promise<Problems>;
  /** As check, and the must-hit and must-miss examples, and these sentences: what a publish waits for. */
  checkForPublish(trial: Trial, phrases: readonly Phrase[]): Promise<Problems>;
  would(trial: Trial, text: string): Promise<Would>;
  preview(
    trial: Trial,
    how: {
      at: number;
      place: string | null;
      session: unknown;
      said: { text: string } | { choice: string } | { event: 'start' };
    },
  ): Promise<Previewed>;
  map(
    trial: Trial,
    dialog: string | null,
  ): Promise<{ panel: import('../map/graph.ts').Panel; problems: Record<string, Marked[]> }>;
  diff(from: Trial, to: Trial): Promise<Word[]>;
  /** `lead`: the safeguarding lead and a second person; `second`: one other person (weight.ts decides). */
  weigh(trial: Trial): Promise<Weight>;
  close(): Promise<void>;
}
