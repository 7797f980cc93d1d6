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

export function jumpTo({ file, path }: Marked, go: ViewProps['go']): void {
  const step =
    file.startsWith('dialogs/') && path[0] === 'steps' ? `/${encodeURIComponent(path[1] ?? '')}` : '';
  go(viewOf(file) + step);
  const until = performance.now() + PATIENCE;
  const attempt = () => {
    if (!focusOn(file, path) && performance.now() < until) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}
