/** Who asks here is at work: their talk begins where the welcome's button for adults at work leads. */
import { type Content, findPart, KNOWN_DIALOGS } from '../../content/model.ts';
import { writeButton } from '../../engine/input.ts';

/** @returns the ref of that button; undefined when staff have taken it out: then the talk begins with the welcome */
export function openingOf({ dialogs, steps }: Content): string | undefined {
  const step = dialogs.get(KNOWN_DIALOGS.welcome)?.start;
  const parts = step === undefined ? [] : (steps.get(step)?.parts ?? []);
  const choices = findPart(parts, 'offer')?.choices ?? [];
  const n = choices.findIndex(({ set, way }) => set.audience === 'professional' && way.kind === 'go');
  return step === undefined || n < 0 ? undefined : writeButton({ kind: 'choice', step, n });
}
