/**
 * All that the page holds outside React, so that no fault of a view can lose it: the overview, the open draft, the
 * texts. Views get pictures of it (`now`), which change as a whole.
 */
import type { Body } from '../api.ts';
import { Checking } from './checking.ts';
import { fresh, type Now, type Open, opened, unsavedIn } from './open-draft.ts';
import { Texts } from './texts.ts';
import { settle } from './typing.ts';
import { type Api, ApiFailed, type Work } from './work.ts';

export class Room {
  readonly #api: Api;
  readonly #texts: Texts;
  readonly #checking: Checking;
  readonly #told = new Set<() => void>();
  #open: Open | null = null;
  #now: Now = { overview: null, work: null, saving: false, view: null, theirs: null };

  constructor(api: Api) {
    this.#texts = new Texts(api, () => this.#show({}));
    this.#api = { ...api, file: async (version, path) => ({ text: await this.#texts.fetch(version, path) }) };
    this.#checking = new Checking(api, ({ problems, ms }) => {
      if (this.#open) this.#put({ ...this.#open, problems, checkedMs: Math.round(ms) });
    });
  }

  /** As the server's, but no text is fetched twice. */
  get api(): Api {
    return this.#api;
  }

  now = (): Now => this.#now;

  subscribe = (told: () => void): (() => void) => {
    this.#told.add(told);
    return () => this.#told.delete(told);
  };

  #show(part: Partial<Now>): void {
    this.#now = { ...this.#now, ...part, work: this.#open ? this.#workOf(this.#open) : null };
    for (const tell of this.#told) tell();
  }

  #put(open: Open | null, part: Partial<Now> = {}): void {
    this.#open = open;
    this.#show(part);
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
        if (this.#open) this.#put({ ...this.#open, title: name });
      },
    };
  }

  #text(path: string): string | null | undefined {
    const open = this.#open;
    if (!open) return undefined;
    return Object.hasOwn(open.files, path) ? open.files[path] : this.#texts.read(open.base, path);
  }

  #write(path: string, text: string | null): void {
    const open = this.#open;
    if (!open) return;
    const { [path]: _, ...others } = open.files;
    const files = this.#texts.read(open.base, path) === text ? others : { ...others, [path]: text };
    this.#put({ ...open, files });
    this.#check();
  }

  #check(): void {
    this.#checking.soon(() => (this.#open ? { base: this.#open.base, files: this.#open.files } : null));
  }

  async refresh(): Promise<void> {
    this.#show({ overview: await this.#api.desk() });
    await this.#follow();
  }

  /** The open draft as others left it, as long as there are no words of one's own to lose. */
  async #follow(): Promise<void> {
    const { work, saving } = this.#now;
    if (!work || work.revision === 0 || work.unsaved || saving) return;
    const view = await this.#api.draft(work.id).catch((error: unknown) => {
      if (error instanceof ApiFailed && error.status === 404) return null;
      throw error;
    });
    if (this.#open?.id !== work.id || this.#now.saving) return;
    if (!view) return this.leave();
    if (view.draft.revision === this.#open.revision) return this.#show({ view });
    if (unsavedIn(this.#open)) return;
    this.#put(opened(view.draft), { view });
    this.#check();
  }

  /** A new draft over what is live, or the one that is open. */
  begin = (title: string): Work => {
    if (!this.#open) {
      this.#open = fresh(title, this.#now.overview?.live ?? 'shipped');
      this.#show({ view: null });
    }
    return this.#now.work as Work;
  };

  /** Opens a draft; what is open is saved before. */
  async openDraft(id: string): Promise<void> {
    if (this.#open?.id === id) return;
    await this.close();
    const view = await this.#api.draft(id);
    this.#put(opened(view.draft), { view });
    this.#check();
  }

  /** Closes the open draft; unsaved words are saved first, where one may save. */
  async close(): Promise<void> {
    settle();
    const { work, overview } = this.#now;
    if (work?.unsaved && overview?.me.roles.includes('editor')) await this.save();
    if (this.#now.theirs)
      throw new ApiFailed(409, { code: 'conflict', message: 'First choose between the two versions.' });
    this.leave();
  }

  /** Forgets the open draft here; what the server holds of it stays. */
  leave(): void {
    this.#checking.stop();
    this.#put(null, { view: null, theirs: null });
  }

  /** @throws ApiFailed; after 409 the other version stands in `now().theirs` */
  async save(): Promise<void> {
    settle();
    const open = this.#open;
    if (!open || this.#now.saving) return;
    this.#show({ saving: true });
    try {
      await this.#saveAs(open.id, open);
    } catch (error) {
      // Published or thrown away by somebody meanwhile: these words begin a draft of their own.
      if (error instanceof ApiFailed && error.status === 404 && open.revision > 0)
        return await this.#saveAs(crypto.randomUUID(), { ...open, revision: 0 });
      const theirs = error instanceof ApiFailed && error.status === 409 ? error.error.theirs : undefined;
      if (!theirs) throw error;
      this.#show({ theirs });
    } finally {
      this.#show({ saving: false });
    }
  }

  /** What was typed meanwhile stays, unsaved. */
  async #saveAs(id: string, { title, base, files, revision }: Body<'save'>): Promise<void> {
    const draft = await this.#api.save(id, { title: title.trim() || 'Changes', base, files, revision });
    const open = this.#open;
    if (!open) return;
    const name = open.title.trim() || draft.title;
    const saved = {
      ...open,
      id,
      title: name,
      base: draft.base,
      revision: draft.revision,
      saved: { title: draft.title, files: draft.files },
    };
    this.#put(saved, { view: null });
    this.#lookAround();
  }

  /** Who must agree now, and how the lists stand: nobody who saves has to wait for it. */
  #lookAround(): void {
    this.look().catch(() => undefined);
    this.#api.desk().then(
      (overview) => this.#show({ overview }),
      () => undefined,
    );
  }

  /** Asks again who must agree. */
  async look(): Promise<void> {
    const open = this.#open;
    if (!open || open.revision === 0) return;
    const view = await this.#api.draft(open.id);
    if (this.#open?.id === open.id) this.#show({ view });
  }

  /**
   * Brings the open draft onto what is live now; to be saved afterwards.
   * @returns the files in which both changed the same lines: the draft's own text stands there
   */
  async bringUpToDate(): Promise<string[]> {
    settle();
    const { broughtTo } = await import('./merging.ts');
    const live = this.#now.overview?.live;
    const open = this.#open;
    if (!open || live === undefined) return [];
    const { files, clashes } = await broughtTo(live, open, (version, path) =>
      this.#texts.fetch(version, path),
    );
    this.#put({ ...open, base: live, files, saved: null });
    this.#check();
    return clashes;
  }

  /** Two versions of one draft: the chosen one is kept under its name, the other as a draft of its own. */
  async settleConflict(how: 'own' | 'mine' | 'theirs'): Promise<void> {
    settle();
    const { theirs } = this.#now;
    const open = this.#open;
    if (!theirs || !open) return;
    const mine = { title: open.title, base: open.base, files: open.files };
    const another = crypto.randomUUID();
    if (how === 'own')
      await this.#saveAs(another, { ...mine, title: `${mine.title} (my version)`, revision: 0 });
    if (how === 'mine') {
      const kept = { title: `${theirs.title} (the other version)`, base: theirs.base, files: theirs.files };
      await this.#api.save(another, { ...kept, revision: 0 });
      await this.#saveAs(open.id, { ...mine, revision: theirs.revision });
    }
    if (how === 'theirs') {
      await this.#api.save(another, { ...mine, title: `${mine.title} (my version)`, revision: 0 });
      this.#open = opened(theirs);
      this.#lookAround();
    }
    this.#show({ theirs: null });
    this.#check();
  }
}
