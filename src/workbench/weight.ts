/** How many must agree to a change: words that stand between a child and help take the safeguarding lead too. */
import { type Content, KNOWN_DIALOGS } from '../content/model.ts';
import type { Changes } from './workbench.ts';

export type { Changes } from './workbench.ts';

/** `lead`: the safeguarding lead and one more. `second`: one other person. */
export type Weight = 'lead' | 'second';

/** Rules of risk, everybody's numbers, the words of the interface (the help reply among them), who answers where. */
const HEAVY =
  /^content\/(?:risk\/|services\.yaml|places\.yaml|ui\.yaml|calendar\.yaml|[a-z-]+\/(?:services|ui)\.yaml)/;
const DIALOG = /(?:^|\/)dialogs\/([a-z0-9-]+)\.yaml$/;

/** Dialogs on the way of somebody in danger, whatever they are marked as. */
const URGENT: readonly string[] = [KNOWN_DIALOGS.urgent, KNOWN_DIALOGS.safeNow, KNOWN_DIALOGS.person];

/**
 * @param before the live content
 * @param after the content with the changes; undefined when it cannot be read (then nothing can be published)
 */
export function weightOf(changes: Changes, before: Content, after: Content | undefined): Weight {
  const urgent = (id: string): boolean =>
    URGENT.includes(id) || [before, after].some((content) => content?.dialogs.get(id)?.urgent === true);
  const heavy = Object.keys(changes).some((path) => {
    const dialog = DIALOG.exec(path)?.[1];
    return HEAVY.test(path) || (dialog !== undefined && urgent(dialog));
  });
  return heavy ? 'lead' : 'second';
}
