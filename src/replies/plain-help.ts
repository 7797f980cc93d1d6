/** The help numbers as one plain text: on error answers, and wherever nothing better can be drawn. */
import { handOffCard } from '../contacts/hand-off.ts';
import { type Content, KNOWN_SERVICES } from '../content/model.ts';

/** @param at milliseconds since the epoch; only lines that answer day and night are named, so that it never goes stale */
export function plainHelp(content: Content, at: number): string {
  const view = { audience: 'young-person', age: 'unknown', place: null, at, urgent: true } as const;
  const { entries } = handOffCard(content, [KNOWN_SERVICES.emergency, KNOWN_SERVICES.childline], view, []);
  const lines = entries.map(
    ({ name, actions }) => `${name}: ${actions.map((action) => action.label).join(', ')}.`,
  );
  return `${content.ui['help-title']}. ${lines.join(' ')}`;
}
