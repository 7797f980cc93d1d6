/** Where the boxes of a map lead, and what is said of them. Ids: a dialog's, `dialog/step`, or `dialog/step>dialog`. */
import type { Box, Line, Panel } from '../../../map/graph.ts';
import type { Marked } from '../../api.ts';
import { said } from '../kit/problems.tsx';

/** @returns the address within the page */
export function addressOf({ id, kind }: Box): string {
  if (kind === 'way-out') return `#map/${id.slice(id.indexOf('>') + 1)}`;
  return id.includes('/') ? `#dialog/${id}` : `#map/${id}`;
}

export const nameOf = ({ lines }: Box): string => lines[0] ?? '';

/** How a box is marked; errors count more than warnings. */
export function markOf(
  problems: readonly Marked[],
): { readonly grade: 'error' | 'warning'; readonly text: string } | null {
  if (problems.length === 0) return null;
  const grade = problems.some((one) => one.grade === 'error') ? 'error' : 'warning';
  return { grade, text: problems.length === 1 ? '1 problem' : `${problems.length} problems` };
}

export interface Listed {
  readonly box: Box;
  readonly ways: readonly { readonly label: string; readonly to: string; readonly name: string }[];
  readonly problems: readonly string[];
}

/** The same as the drawing, to be read: each step, where it leads, what is wrong. Ways out are no lines of their own. */
export function listOf(panel: Panel, problems: Readonly<Record<string, readonly Marked[]>>): Listed[] {
  const boxes = new Map(panel.boxes.map((box) => [box.id, box]));
  const way = ({ to, label }: Line) => {
    const box = boxes.get(to);
    return {
      label,
      to: box ? addressOf(box) : `#dialog/${to}`,
      name: box ? nameOf(box).replace(/^→ /, '') : to,
    };
  };
  return panel.boxes
    .filter(({ kind }) => kind !== 'way-out')
    .map((box) => ({
      box,
      ways: panel.lines.filter(({ from }) => from === box.id).map(way),
      problems: (problems[box.id] ?? []).map(said),
    }));
}
