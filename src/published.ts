/** Shows residents what staff have published: from the start on, and within moments of each change. */
import { londonDay } from './contacts/london.ts';
import { approvalsShown, withApprovals } from './content/approvals.ts';
import type { EditionDeps, Shown } from './edition.ts';
import { type Library, openLibrary, openVersion } from './library.ts';
import { createLive, type Live } from './live.ts';
import { type Desk, SHIPPED } from './store/desk.ts';
import type { LiveDesk } from './store/open.ts';

export interface PublishedDeps extends EditionDeps {
  /** The folder that holds dialogs/ and content/. */
  readonly root: string;
  /** Whether translations that nobody has approved may be shown: never in production. */
  readonly drafts: boolean;
}

/** What could not be shown (a database that has just gone, say) is tried again: first soon, then ever later. */
const AGAIN_MS = { first: 1_000, most: 60_000 } as const;

const shownBy = ({ live, off, hidden, rung, read }: Desk): Shown => ({
  version: live,
  off: off !== null,
  hidden: new Set(Object.keys(hidden)),
  rung: new Map(Object.entries(rung).map(([id, { at }]) => [id, londonDay(at)])),
  approved: approvalsShown(read),
});

/**
 * @returns what residents see; it follows the desk from now on
 * @throws ContentError when not even the words that ship can be shown
 */
export async function showPublished(desk: LiveDesk, deps: PublishedDeps): Promise<Live> {
  const { root, drafts, log } = deps;
  const open = async (version: string): Promise<Library> => {
    const files = await desk.filesOf(version);
    if (!files) throw new Error('there is no such version here');
    return openVersion(root, withApprovals(files, desk.current().read, londonDay), drafts);
  };
  const first = shownBy(desk.current());
  const asItLies = first.version === SHIPPED && first.approved === '';
  const published = asItLies ? undefined : await open(first.version).catch(() => undefined);
  if (!asItLies && !published) log.error('edition-failed');
  const library = published ?? openLibrary(root, drafts);
  const live = createLive(library, published ? first : { ...first, version: SHIPPED, approved: '' }, {
    ...deps,
    open,
  });

  let timer: NodeJS.Timeout | undefined;
  let wait: number = AGAIN_MS.first;
  const follow = async (): Promise<void> => {
    clearTimeout(timer);
    if (await live.show(shownBy(desk.current()))) {
      wait = AGAIN_MS.first;
      return;
    }
    timer = setTimeout(() => void follow(), wait).unref();
    wait = Math.min(wait * 2, AGAIN_MS.most);
  };
  desk.onChange(() => void follow());
  await follow();
  return live;
}
