/**
 * The open draft and the picture of the page that views get of it (`now`), which changes as a whole. It is written
 * here, and checked after each change; the server is asked for nothing but texts and the check.
 */
import { Checking } from './checking.ts';
import { type Now, type Open, unsavedIn } from './open-draft.ts';
import { Texts } from './texts.ts';
import type { Api, Work } from './work.ts';

export class Held {
  readonly texts: Texts;
  readonly #checking: Checking;
  readonly #told = new Set<() => void>();
  #open: Open | null = null;
  #now: Now = { overview: null, work: null, saving: false, view: null, theirs: null };

  constructor(api: Api) {
    this.texts = new Texts(api, () => this.show({}));
    this.#checking = new Checking(api, ({ problems, ms }) => {
      if (this.#open) this.put({ ...this.#open, problems, checkedMs: Math.round(ms) });
    });
  }

  get open(): Open | null {
    return this.#open;
  }

  now = (): Now => this.#now;

  subscribe = (told: () => void): (() => void) => {
    this.#told.add(told);
    return () => this.#told.delete(told);
  };

  show(part: Partial<Now>): void {
    this.#now = { ...this.#now, ...part, work: this.#open ? this.#workOf(this.#open) : null };
    for (const tell of this.#told) tell();
  }

  /** Another draft is open now, or this one as it has become. */
  put(open: Open | null, part: Partial<Now> = {}): void {
    this.#open = open;
    this.show(part);
  }

  #workOf(open: Open): Work {
    const { problems, checkedMs, id, title, base, revision, files } = open;
    return {
      id,
      title,
      base,
      revision,
      files,
      problems,
      checkedMs,
      unsaved: unsavedIn(open),
      text: (path) => this.#text(path),
      write: (path, text) => this.#write(path, text),
      rename: (name) => {
        if (this.#open) this.put({ ...this.#open, title: name });
      },
    };
  }

  #text(path: string): string | null | undefined {
    const open = this.#open;
    if (!open) return undefined;
    return Object.hasOwn(open.files, path) ? open.files[path] : this.texts.read(open.base, path);
  }

  #write(path: string, text: string | null): void {
    const open = this.#open;
    if (!open) return;
    const { [path]: _, ...others } = open.files;
    const files = this.texts.read(open.base, path) === text ? others : { ...others, [path]: text };
    this.put({ ...open, files });
    this.check();
  }

  check(): void {
    this.#checking.soon(() => (this.#open ? { base: this.#open.base, files: this.#open.files } : null));
  }

  /** Nothing is open any more; what is being checked is not waited for. */
  leave(): void {
    this.#checking.stop();
    this.put(null, { view: null, theirs: null });
  }
}
