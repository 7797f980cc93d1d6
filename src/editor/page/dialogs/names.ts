/** What can be chosen in a dialog, by the names that staff know: its steps, other dialogs, services. */
import type { Choice } from '../kit/pick.tsx';
import type { ViewProps } from '../work.ts';
import { dialogsNow } from './around.ts';
import { type DialogText, firstWords } from './model.ts';

export interface Names {
  readonly steps: readonly Choice[];
  readonly dialogs: readonly Choice[];
  readonly services: readonly Choice[];
}

export const FRONT_DOOR = 'front-door';

export function namesOf(dialog: DialogText, props: Pick<ViewProps, 'overview' | 'work'>): Names {
  const { services } = props.overview;
  const steps = Object.entries(dialog.steps ?? {}).map(([id, step]) => ({
    id,
    name: `${id}: ${firstWords(step)}`,
  }));
  const dialogs = dialogsNow(props).map(({ id, title }) => ({ id, name: title }));
  const known = services.map(({ id, name, hidden }) => ({
    id,
    name: hidden ? `${name} (hidden now)` : name,
  }));
  return {
    steps,
    dialogs,
    services: [{ id: FRONT_DOOR, name: 'Front door (who answers here and now)' }, ...known],
  };
}

export const nameIn = (choices: readonly Choice[], id: string): string =>
  choices.find((one) => one.id === id)?.name ?? id;
