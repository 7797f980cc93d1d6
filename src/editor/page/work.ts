/** What every view of the editor's page is handed: the server, and the draft that is open just now. */
import type {
  ApiError,
  Body,
  Draft,
  DraftView,
  FileText,
  Found,
  MapView,
  Marked,
  Overview,
  Previewed,
  Problems,
  Pulse,
  Trail,
  Word,
  Would,
} from '../api.ts';

/** The server's answer was an error; nothing that was typed is lost. */
export class ApiFailed extends Error {
  readonly status: number;
  readonly error: ApiError['error'];
  constructor(status: number, error: ApiError['error']) {
    super(error.message);
    this.name = 'ApiFailed';
    this.status = status;
    this.error = error;
  }
}

/** One method for each address; each throws ApiFailed (status 0: the server did not answer). */
export interface Api {
  desk(): Promise<Overview>;
  pulse(): Promise<Pulse>;
  search(words: string): Promise<Found>;
  file(version: string, path: string): Promise<FileText>;
  draft(id: string): Promise<DraftView>;
  save(id: string, body: Body<'save'>): Promise<Draft>;
  ask(id: string, revision: number): Promise<Draft>;
  approve(id: string, revision: number): Promise<Draft>;
  publish(id: string, revision: number): Promise<{ live: string }>;
  drop(id: string, revision: number): Promise<void>;
  sendBack(id: string, body: Body<'sendBack'>): Promise<Draft>;
  check(body: Body<'check'>): Promise<Problems>;
  wouldSay(body: Body<'wouldSay'>): Promise<{ live: Would; draft: Would | null }>;
  preview(body: Body<'preview'>): Promise<Previewed>;
  map(body: Body<'map'>): Promise<MapView>;
  diff(body: Body<'diff'>): Promise<{ words: Word[] }>;
  diffBetween(from: string, to: string): Promise<{ words: Word[] }>;
  keepPhrase(body: Body<'phrase'>): Promise<void>;
  dropPhrase(body: Body<'phraseGone'>): Promise<void>;
  hide(body: Body<'hide'>): Promise<void>;
  askBack(service: string): Promise<void>;
  show(service: string): Promise<void>;
  rung(service: string): Promise<void>;
  off(why: string): Promise<void>;
  on(why: string): Promise<void>;
  rollBack(body: Body<'rollBack'>): Promise<{ live: string }>;
  approveText(body: Body<'approveText'>): Promise<void>;
  takeBackText(path: string): Promise<void>;
  trail(): Promise<Trail>;
  signOut(): Promise<void>;
}

/** The open draft: its texts as they are in the page now, saved or not. */
export interface Work {
  readonly id: string;
  readonly title: string;
  readonly base: string;
  /** 0: never saved. */
  readonly revision: number;
  /** Only what differs from the base. */
  readonly files: Readonly<Record<string, string | null>>;
  /** Changes that are not on the server yet. */
  readonly unsaved: boolean;
  /** Newest answer of the check; its files and paths say which field. */
  readonly problems: readonly Marked[];
  /** Milliseconds from the last key to the answer of the check; null: not checked yet. */
  readonly checkedMs: number | null;
  /** The text of a file now (draft over base); null: there is none; undefined: still being fetched. */
  text(path: string): string | null | undefined;
  /** Replaces a file's text; null takes it out; the base's own text undoes the change. */
  write(path: string, text: string | null): void;
  rename(title: string): void;
}

/** What a view gets. */
export interface ViewProps {
  readonly api: Api;
  readonly overview: Overview;
  /** null: no draft is open; a view that edits offers to begin one. */
  readonly work: Work | null;
  /** Begins a draft when none is open, and gives it. */
  begin(title: string): Work;
  /** Fetches the overview again. */
  refresh(): Promise<void>;
  /** Goes to another view; the address is kept in the fragment (#…), such as `dialog/gifts-and-favours`. */
  go(to: string): void;
  /** A message that everybody sees, wherever they have scrolled to. */
  tell(kind: 'done' | 'warning' | 'error', text: string): void;
}
