/** From a problem to its field: opens the view, and puts the cursor there once the field is drawn. */
import type { Marked } from '../../api.ts';
import { viewOf } from '../routes.ts';
import type { ViewProps } from '../work.ts';

/** How a field tells which place of its file it holds. */
export const placeOf = (file: string, path: readonly (string | number)[]): string =>
  `${file}#${path.join('.')}`;

/** Milliseconds to wait for a view that is being fetched. */
const PATIENCE = 4_000;

function focusOn(file: string, path: readonly (string | number)[]): boolean {
  for (let length = path.length; length > 0; length--) {
    const place = CSS.escape(placeOf(file, path.slice(0, length)));
    const field = document.querySelector<HTMLElement>(`[data-place="${place}"]`);
    if (!field) continue;
    field.closest('details')?.setAttribute('open', '');
    field.scrollIntoView({ block: 'center' });
    (field.matches('input, textarea, button')
      ? field
      : field.querySelector<HTMLElement>('input, textarea, button')
    )?.focus();
    return true;
  }
  return false;
}

/** The view that holds a place of a file, opened as near to it as its address can say. */
function viewAt(file: string, [part, key = '']: Marked['path']): string {
  const view = viewOf(file);
  if (file.startsWith('dialogs/') && part === 'steps') return `${view}/${encodeURIComponent(key)}`;
  if (view === 'other/words') return part === 'commands' ? 'other/commands' : `${view}/${key}`;
  if (view === 'other/glossary' && part) return `${view}/${part}`;
  if (view === 'other/places') return part === 'areas' ? 'other/areas' : `${view}/${key}`;
  return view;
}

export function jumpTo({ file, path }: Marked, go: ViewProps['go']): void {
  const before = location.hash;
  go(viewAt(file, path));
  const until = performance.now() + PATIENCE;
  const attempt = () => {
    if (!focusOn(file, path) && performance.now() < until) requestAnimationFrame(attempt);
  };
  // The same field may stand in the view that is just being left.
  if (location.hash === before) requestAnimationFrame(attempt);
  else addEventListener('hashchange', () => requestAnimationFrame(attempt), { once: true });
}
