/**
 * The cover: a blank page with one plain button (`#page-cover`, which every page carries). It lies over a page that
 * somebody may come back to after they left: on Back from another site, and out of the browser's page cache.
 */
const page = document.documentElement;
/** Set in the tab's own list of visits, and nowhere else: this visit is covered. It goes with the tab. */
const COVERED = 1;
const { title } = document;

/** Hides everything but the button, or shows it again; the tab says nothing meanwhile. */
function cover(on: boolean): void {
  document.title = on ? '\u00a0' : title;
  page.classList.toggle('covered', on);
}

const mark = (state: unknown) => window.navigation?.updateCurrentEntry({ state });
const isMarked = (visit?: NavigationHistoryEntry | null) => visit?.getState() === COVERED;

/** Where this page was come to from when it was loaded. */
const first = window.navigation?.activation?.from?.id;

/**
 * Whether somebody came here by Back or Forward from anywhere but an open page of ours. A browser that does not
 * tell from where gets the cover each time: one tap too many is better than one page too many.
 */
function cameBack(frozen: boolean): boolean {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const visits = window.navigation;
  if (isMarked(visits?.currentEntry)) return true;
  if (!frozen && load?.type !== 'back_forward') return false;
  const from = visits?.activation?.from;
  // Thawed, and still the same: the browser has not told anew.
  return !from || isMarked(from) || (frozen && from.id === first);
}

/** Decides at once, and again whenever the browser thaws the page. */
export function watchReturn(): void {
  const decide = (frozen: boolean) => {
    const back = cameBack(frozen);
    if (back) mark(COVERED);
    cover(back);
    // The server has let the page wait for this.
    page.classList.remove('wait');
  };
  document.getElementById('page-cover')?.addEventListener('click', () => {
    mark(null);
    cover(false);
  });
  addEventListener('pageshow', ({ persisted }) => persisted && decide(true));
  // A page that is kept is kept covered, so that nothing flashes up when it comes back.
  addEventListener('pagehide', () => cover(true));
  decide(false);
}
