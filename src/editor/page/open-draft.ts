/** The open draft as the page holds it, and the picture of the page that views get. */
import type { Draft, DraftView, Marked, Overview } from '../api.ts';
import type { Work } from './work.ts';

export interface Now {
  readonly overview: Overview | null;
  readonly work: Work | null;
  readonly saving: boolean;
  /** Who must still agree to the saved draft; null: never saved, or not asked yet. */
  readonly view: DraftView | null;
  /** Somebody saved this draft meanwhile: their version. */
  readonly theirs: Draft | null;
}

export interface Open {
  readonly id: string;
  readonly title: string;
  readonly base: string;
  readonly revision: number;
  readonly files: Readonly<Record<string, string | null>>;
  /** What the server holds; null: nothing. */
  readonly saved: { readonly title: string; readonly files: Open['files'] } | null;
  readonly problems: readonly Marked[];
  readonly checkedMs: number | null;
}

export const sameFiles = (a: Open['files'], b: Open['files']): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([path, text]) => b[path] === text);

export const opened = ({ id, title, base, revision, files }: Draft): Open => ({
  id,
  title,
  base,
  revision,
  files,
  saved: { title, files },
  problems: [],
  checkedMs: null,
});

/** A draft over what is live, with nothing in it. */
export const fresh = (title: string, base: string): Open => ({
  id: crypto.randomUUID(),
  title,
  base,
  revision: 0,
  files: {},
  saved: null,
  problems: [],
  checkedMs: null,
});

/** Changes that are not on the server yet. */
export const unsavedIn = ({ saved, title, files }: Open): boolean =>
  saved ? saved.title !== title || !sameFiles(saved.files, files) : Object.keys(files).length > 0;
