/** Turns checked dialog files into linked, frozen dialogs and steps: every `go` becomes a step that exists. */
import type { Choice, Dialog, Part, Step, StepRef, Way } from './model.ts';
import type { DialogFile } from './schema.ts';

type StepFile = DialogFile['steps'][string];
type ChoiceFile = NonNullable<StepFile['offer']>[number];

/** Finds what a `go` names: a step of the same dialog, the start of a dialog, or dialog/step. */
export type Resolve = (target: string) => StepRef | undefined;

/** A resolver for one dialog among all. */
export function resolver(dialog: DialogFile, all: ReadonlyMap<string, DialogFile>): Resolve {
  return (target) => {
    if (Object.hasOwn(dialog.steps, target)) return `${dialog.id}/${target}`;
    const [id = '', step] = target.split('/');
    const other = all.get(id);
    if (!other || (step !== undefined && !Object.hasOwn(other.steps, step))) return undefined;
    return `${other.id}/${step ?? other.start}`;
  };
}

function way(choice: ChoiceFile, resolve: Resolve): Way {
  if (choice['hand-off']) return { kind: 'hand-off', services: choice['hand-off'] };
  const to = choice.go === undefined ? undefined : resolve(choice.go);
  return to ? { kind: 'go', to } : { kind: 'return' };
}

function linkChoice(choice: ChoiceFile, resolve: Resolve): Choice {
  const set = Object.fromEntries(Object.entries(choice.set ?? {}).filter(([, value]) => value !== undefined));
  return { label: choice.label, also: choice.also, way: way(choice, resolve), set };
}

/** The parts of a step, in the order in which they are shown. */
function parts(step: StepFile, resolve: Resolve): Part[] {
  const list: Part[] = [];
  if (step.say) list.push({ kind: 'say', texts: step.say });
  if (step['hand-off']) list.push({ kind: 'hand-off', services: step['hand-off'], words: step.words ?? [] });
  if (step.ask) list.push({ kind: 'ask', text: step.ask });
  if (step.offer) list.push({ kind: 'offer', choices: step.offer.map((one) => linkChoice(one, resolve)) });
  if (step.branch) {
    const cases = step.branch.flatMap((one) => {
      const go = resolve(one.go);
      const when = Object.fromEntries(
        Object.entries(one.when ?? {}).filter(([, value]) => value !== undefined),
      );
      return go ? [{ when, go }] : [];
    });
    list.push({ kind: 'branch', cases });
  }
  const to = step.go === undefined ? undefined : resolve(step.go);
  if (to) list.push({ kind: 'go', to });
  if (step.return) list.push({ kind: 'return' });
  return list;
}

/** All dialogs and steps, linked. Call it only with files that the check has found whole. */
export function link(files: ReadonlyMap<string, DialogFile>): {
  dialogs: Map<string, Dialog>;
  steps: Map<StepRef, Step>;
} {
  const dialogs = new Map<string, Dialog>();
  const steps = new Map<StepRef, Step>();
  for (const file of files.values()) {
    const resolve = resolver(file, files);
    dialogs.set(file.id, {
      id: file.id,
      title: file.title,
      for: file.for,
      urgent: file.urgent,
      answers: file.answers,
      asks: file.asks,
      start: `${file.id}/${file.start}`,
    });
    for (const [id, step] of Object.entries(file.steps)) {
      const ref: StepRef = `${file.id}/${id}`;
      steps.set(ref, { ref, parts: parts(step, resolve) });
    }
  }
  return { dialogs, steps };
}
