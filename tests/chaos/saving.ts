/** An editor at work: saves the same draft again and again, each time over what stands there then. */
import { Conflict, draftOf, save } from '../../src/editor/drafts.ts';
import type { Store } from '../../src/store/store.ts';

export const DRAFT = 'one';
export const SAVES = 200;

export interface Saved {
  /** The revisions that were answered as saved. */
  readonly answered: readonly number[];
  /** The revisions from which somebody else had saved already, as they were told. */
  readonly conflicts: readonly number[];
}

/** Saves `SAVES` texts; whoever is told of a conflict reads theirs, and saves again over it. */
export async function saveMany(store: Store, who: string): Promise<Saved> {
  const answered: number[] = [];
  const conflicts: number[] = [];
  const person = { staff: { person: `tenant/${who}`, roles: ['editor'] as const }, at: 1 };
  let revision = (await store.read()).drafts[DRAFT]?.revision ?? 0;
  while (answered.length < SAVES) {
    const files = { [`dialogs/${who}.yaml`]: `${answered.length}` };
    try {
      revision = await store.change(
        (desk) => {
          const before = Object.hasOwn(desk.drafts, DRAFT) ? draftOf(desk, DRAFT).files : {};
          return save(
            desk,
            { id: DRAFT, title: 'One', base: desk.live, files: { ...before, ...files }, revision },
            person,
          ).revision;
        },
        (saved) => ({
          at: saved,
          who: `tenant/${who}`,
          role: 'editor',
          did: 'save',
          about: { revision: saved },
        }),
      );
      answered.push(revision);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      conflicts.push(revision);
      revision = error.theirs.revision;
    }
  }
  return { answered, conflicts };
}
