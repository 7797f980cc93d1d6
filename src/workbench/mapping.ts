/** The map of a trial, and what is wrong beside the boxes that it belongs to. */
import type { Content } from '../content/model.ts';
import { Newest } from '../content/newest.ts';
import { dialogPanel, overviewPanel, type Panel } from '../map/graph.ts';
import type { Marked } from './workbench.ts';

/** Where a problem of a dialog, or of its words in another language, belongs. */
const DIALOG = /(?:^|\/)dialogs\/([a-z0-9-]+)\.yaml$/;

const NOTHING: Panel = { title: '', width: 0, height: 0, boxes: [], lines: [] };

/** Laying out takes up to a second: the same drawing is not made twice. */
const drawn = new Newest<string, Panel>(8);

/** @param dialog null: all dialogs */
export function panelOf(content: Content, dialog: string | null): Panel {
  const one = dialog === null ? undefined : content.dialogs.get(dialog);
  if (dialog !== null && !one) return NOTHING;
  const key = `${dialog} ${content.version}`;
  return drawn.get(key) ?? drawn.put(key, one ? dialogPanel(content, one) : overviewPanel(content));
}

/** @returns the problems of these dialogs by the id of their box: a dialog's, or a step's (what is of no step: the first) */
export function boxed(
  content: Content,
  dialog: string | null,
  problems: readonly Marked[],
): Record<string, Marked[]> {
  const found: Record<string, Marked[]> = {};
  for (const problem of problems) {
    const id = DIALOG.exec(problem.file)?.[1];
    if (id === undefined || (dialog !== null && id !== dialog)) continue;
    const [part, step] = problem.path;
    const ref = part === 'steps' && content.steps.has(`${id}/${step}`) ? `${id}/${step}` : undefined;
    const box = dialog === null ? id : (ref ?? content.dialogs.get(id)?.start ?? id);
    found[box] = [...(found[box] ?? []), problem];
  }
  return found;
}
