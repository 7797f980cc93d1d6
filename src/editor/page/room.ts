/**
 * All that the page holds outside React, so that no fault of a view can lose it: the overview, the open draft, the
 * texts; and what is done with the draft on the server.
 */
import type { Body } from '../api.ts';
import { Held } from './held.ts';
import { fresh, type Now, opened, unsavedIn } from './open-draft.ts';
import { settle } from './typing.ts';
import { type Api, ApiFailed, type Work } from './work.ts';

export class Room {
  readonly #held: Held;
  /** As the server's, but no text is fetched twice. */
  readonly api: Api;

  constructor(api: Api) {
    const held = new Held(api);
    this.#held = held;
    this.api = { ...api, file: async (version, path) => ({ text: await held.texts.fetch(version, path) }) };
  }

  now = (): Now => this.#held.now();

  subscribe = (told: () => void): (() => void) => this.#held.subscribe(told);

  async refresh(): Promise<void> {
    this.#held.show({ overview: await this.api.desk() });
    await this.#follow();
  }

  /** The open draft as others left it, as long as there are no words of one's own to lose. */
  async #follow(): Promise<void> {
    const { work, saving } = this.now();
    if (!work || work.revision === 0 || work.unsaved || saving) return;
    const view = await this.api.draft(work.id).catch((error: unknown) => {
      if (error instanceof ApiFailed && error.status === 404) return null;
      throw error;
    });
    if (this.#held.open?.id !== work.id || this.now().saving) return;
    if (!view) return this.leave();
    if (view.draft.revision === this.#held.open.revision) return this.#held.show({ view });
    if (unsavedIn(this.#held.open)) return;
    this.#held.put(opened(view.draft), { view });
    this.#held.check();
  }

  /** A new draft over what is live, or the one that is open. */
  begin = (title: string): Work => {
    if (!this.#held.open)
      this.#held.put(fresh(title, this.now().overview?.live ?? 'shipped'), { view: null });
    return this.now().work as Work;
  };

  /** Opens a draft; what is open is saved before. */
  async openDraft(id: string): Promise<void> {
    if (this.#held.open?.id === id) return;
    await this.close();
    const view = await this.api.draft(id);
    this.#held.put(opened(view.draft), { view });
    this.#held.check();
  }

  /** Closes the open draft; unsaved words are saved first, where one may save. */
  async close(): Promise<void> {
    settle();
    const { work, overview } = this.now();
    if (work?.unsaved && overview?.me.roles.includes('editor')) await this.save();
    if (this.now().theirs)
      throw new ApiFailed(409, { code: 'conflict', message: 'First choose between the two versions.' });
    this.leave();
  }

  /** Forgets the open draft here; what the server holds of it stays. */
  leave(): void {
    this.#held.leave();
  }

  /** @throws ApiFailed; after 409 the other version stands in `now().theirs` */
  async save(): Promise<void> {
    settle();
    const open = this.#held.open;
    if (!open || this.now().saving) return;
    this.#held.show({ saving: true });
    try {
      await this.#saveAs(open.id, open);
    } catch (error) {
      // Published or thrown away by somebody meanwhile: these words begin a draft of their own.
      if (error instanceof ApiFailed && error.status === 404 && open.revision > 0)
        return await this.#saveAs(crypto.randomUUID(), { ...open, revision: 0 });
      const theirs = error instanceof ApiFailed && error.status === 409 ? error.error.theirs : undefined;
      if (!theirs) throw error;
      this.#held.show({ theirs });
    } finally {
      this.#held.show({ saving: false });
    }
  }

  /** What was typed meanwhile stays, unsaved. */
  async #saveAs(id: string, { title, base, files, revision }: Body<'save'>): Promise<void> {
    const draft = await this.api.save(id, { title: title.trim() || 'Changes', base, files, revision });
    const open = this.#held.open;
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
    this.#held.put(saved, { view: null });
    this.#lookAround();
  }

  /** Who must agree now, and how the lists stand: nobody who saves has to wait for it. */
  #lookAround(): void {
    this.look().catch(() => undefined);
    this.api.desk().then(
      (overview) => this.#held.show({ overview }),
      () => undefined,
    );
  }

  /** Asks again who must agree. */
  async look(): Promise<void> {
    const open = this.#held.open;
    if (!open || open.revision === 0) return;
    const view = await this.api.draft(open.id);
    if (this.#held.open?.id === open.id) this.#held.show({ view });
  }

  /**
   * Brings the open draft onto what is live now; to be saved afterwards.
   * @returns the files in which both changed the same lines: the draft's own text stands there
   */
  async bringUpToDate(): Promise<string[]> {
    settle();
    const { broughtTo } = await import('./merging.ts');
    const live = this.now().overview?.live;
    const open = this.#held.open;
    if (!open || live === undefined) return [];
    const { files, clashes } = await broughtTo(live, open, (version, path) =>
      this.#held.texts.fetch(version, path),
    );
    this.#held.put({ ...open, base: live, files, saved: null });
    this.#held.check();
    return clashes;
  }

  /** Two versions of one draft: the chosen one is kept under its name, the other as a draft of its own. */
  async settleConflict(how: 'own' | 'mine' | 'theirs'): Promise<void> {
    settle();
    const { theirs } = this.now();
    const open = this.#held.open;
    if (!theirs || !open) return;
    const mine = { title: open.title, base: open.base, files: open.files };
    const another = crypto.randomUUID();
    if (how === 'own')
      await this.#saveAs(another, { ...mine, title: `${mine.title} (my version)`, revision: 0 });
    if (how === 'mine') {
      const kept = { title: `${theirs.title} (the other version)`, base: theirs.base, files: theirs.files };
      await this.api.save(another, { ...kept, revision: 0 });
      await this.#saveAs(open.id, { ...mine, revision: theirs.revision });
    }
    if (how === 'theirs') {
      await this.api.save(another, { ...mine, title: `${mine.title} (my version)`, revision: 0 });
      this.#held.put(opened(theirs));
      this.#lookAround();
    }
    this.#held.show({ theirs: null });
    this.#held.check();
  }
}
