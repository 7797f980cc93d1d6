/** The files as they are being changed at random, and what several kinds of edits do alike. */
import type { ContentFiles } from '../../../src/content/files.ts';
import { type DialogFile, SLOTS } from '../../../src/content/schema.ts';
import type { Chance } from '../random.ts';

export type Step = DialogFile['steps'][string];
export type Choice = NonNullable<Step['offer']>[number];
export type Services = ContentFiles['services']['value'];
export type Places = ContentFiles['places']['value'];

/** The files as they are being changed; what is not changed stays the very same value. */
export interface Draft {
  readonly random: Chance;
  readonly dialogs: Map<string, DialogFile>;
  services: Services;
  places: Places;
  /** What was done, in words. */
  readonly done: string[];
}

const IMPORTANT = ['immediate-danger', 'safe-now', 'talk-to-someone', 'welcome', 'menu'];
const CITED = ['front-door', 'childline', 'police-999', 'police-101', 'shout', 'nspcc', 'safecall', 'svpp'];

/** A dialog to be changed: its own copy from then on. The few that everything hangs on are taken more often. */
export function dialogTo({ random, dialogs }: Draft): DialogFile {
  const some = IMPORTANT.filter((one) => dialogs.has(one));
  const id = random.is(0.3) && some.length > 0 ? random.of(some) : random.of([...dialogs.keys()]);
  const copy = structuredClone(dialogs.get(id)) as DialogFile;
  dialogs.set(id, copy);
  return copy;
}

export const stepOf = ({ random }: Draft, dialog: DialogFile): [string, Step] =>
  random.of(Object.entries(dialog.steps));

/** Where something may lead: mostly within the dialog, else anywhere. */
export function target({ random, dialogs }: Draft, dialog: DialogFile): string {
  if (random.is(0.6)) return random.of(Object.keys(dialog.steps));
  const other = random.of([...dialogs.values()]);
  return random.is(0.7) ? other.id : `${other.id}/${random.of(Object.keys(other.steps))}`;
}

export const refs = ({ random, services }: Draft): string[] =>
  Array.from({ length: 1 + random.below(3) }, () =>
    random.is(0.7) ? random.of(CITED) : random.of(services.services).id,
  );

export function choice(draft: Draft, dialog: DialogFile): Choice {
  const { random } = draft;
  const way = random.below(10);
  const set = random.is(0.15) ? { safe: random.of(SLOTS.safe) } : undefined;
  const made = { label: `Button ${random.below(1e6)}`, also: [], ...(set && { set }) };
  if (way === 0) return { ...made, return: true };
  if (way <= 3) return { ...made, 'hand-off': refs(draft) };
  return { ...made, go: target(draft, dialog) };
}

/** Changes one of the buttons of a step of the dialog, if one has any. */
export function withButton(
  draft: Draft,
  change: (offer: Choice[], at: number, dialog: DialogFile, step: Step) => string,
): string {
  const dialog = dialogTo(draft);
  const offering = Object.entries(dialog.steps).filter(([, step]) => step.offer);
  if (offering.length === 0) return '';
  const [id, step] = draft.random.of(offering);
  const offer = step.offer as Choice[];
  return `${dialog.id}/${id}: ${change(offer, draft.random.below(offer.length), dialog, step)}`;
}

export function withStep(
  draft: Draft,
  change: (step: Step, dialog: DialogFile, id: string) => string,
): string {
  const dialog = dialogTo(draft);
  const [id, step] = stepOf(draft, dialog);
  return `${dialog.id}/${id}: ${change(step, dialog, id)}`;
}

export const noWay = (step: Step): void => {
  delete step.offer;
  delete step.branch;
  delete step.go;
  delete step.return;
};

/** Follows a renamed step or dialog wherever it is cited, as the editor does. */
export function rename({ dialogs }: Draft, change: (go: string, inDialog: DialogFile) => string): void {
  for (const [id, before] of dialogs) {
    const dialog = structuredClone(before);
    let changed = false;
    const follow = (one: { go?: string | undefined }): void => {
      if (one.go === undefined) return;
      const to = change(one.go, dialog);
      changed ||= to !== one.go;
      one.go = to;
    };
    for (const step of Object.values(dialog.steps))
      for (const one of [step, ...(step.offer ?? []), ...(step.branch ?? [])]) follow(one);
    if (changed) dialogs.set(id, dialog);
  }
}

export const condition = ({ random }: Draft) => {
  const key = random.of(['audience', 'age', 'safe'] as const);
  return { [key]: random.of(SLOTS[key]) };
};

export type Edit = (draft: Draft) => string;
