/** Mistakes of meaning in one dialog: ways that lead nowhere, steps nobody reaches, shapes that cannot work. */
import type { ContentFiles } from '../files.ts';
import { resolver } from '../link.ts';
import { KNOWN_DIALOGS, ROLES, URGENT_STEPS } from '../model.ts';
import { errorAt, type Problem } from '../problem.ts';
import type { DialogFile } from '../schema.ts';
import type { Path, Source } from '../yaml.ts';
import { checkRounds } from './rounds.ts';

/** What fits on a small phone: letters in a bubble, bubbles in a row, letters on a button. */
export const SIZES = { bubble: 240, bubbles: 3, label: 40 } as const;

type Step = DialogFile['steps'][string];
type Add = (path: Path, what: string, mend: string) => void;

/** The ways on from a step, as the editor's page calls them. */
const WAYS = {
  offer: 'buttons to choose from',
  branch: 'a way that depends on what is known',
  go: 'straight on to another step',
  return: 'back to what was talked about before',
} as const;

const waysOn = (step: Step) =>
  (Object.keys(WAYS) as (keyof typeof WAYS)[]).filter((key) => step[key] !== undefined);

function checkShape(step: Step, path: Path, add: Add): void {
  const ways = waysOn(step);
  if (ways.length > 1)
    add(
      path,
      `the step leads on in more than one way: ${ways.map((way) => WAYS[way]).join(', and ')}`,
      'keep one of them, and make another step for the other',
    );
  if (
    !step.say &&
    !step.ask &&
    !step['hand-off'] &&
    ways[0] !== 'branch' &&
    ways[0] !== 'go' &&
    ways[0] !== 'return'
  )
    add(
      path,
      'the step says nothing',
      'write what the bot says or asks, or choose people to ring (hand-off)',
    );
  if (step.words && !step['hand-off'])
    add(
      [...path, 'words'],
      'words to say, but nobody to ring',
      'choose people to ring (hand-off), or take the words out',
    );
  if ((step.say?.length ?? 0) > SIZES.bubbles)
    add(
      [...path, 'say'],
      `${step.say?.length} bubbles in a row`,
      `say it in ${SIZES.bubbles}, or make a second step`,
    );
  for (const [n, bubble] of (step.say ?? []).entries())
    if (bubble.length > SIZES.bubble)
      add([...path, 'say', n], `a bubble of ${bubble.length} letters`, `shorten it to ${SIZES.bubble}`);
  if (step.branch && step.branch.at(-1)?.when !== undefined)
    add(
      [...path, 'branch'],
      'it does not say where everybody else goes',
      'end with a way that has no condition',
    );
}

function checkChoices(step: Step, path: Path, add: Add): void {
  const seen = new Set<string>();
  for (const [n, choice] of (step.offer ?? []).entries()) {
    const at = [...path, 'offer', n];
    const ways = [choice.go, choice['hand-off'], choice.return].filter((way) => way !== undefined).length;
    if (ways !== 1)
      add(
        at,
        `the button "${choice.label}" ${ways === 0 ? 'leads nowhere' : 'does more than one thing'}`,
        'let it do one thing: lead to a step, show people to ring, or go back to before',
      );
    if (choice.label.length > SIZES.label)
      add(
        at,
        `the button "${choice.label}" has ${choice.label.length} letters`,
        `shorten it to ${SIZES.label}`,
      );
    for (const word of new Set([choice.label, ...choice.also].map((one) => one.toLowerCase()))) {
      if (seen.has(word)) add(at, `"${word}" stands for two buttons of this step`, 'keep it for one of them');
      seen.add(word);
    }
  }
}

/** Every place where a step cites something by id, with the path that leads there. */
function* citations(step: Step, path: Path): Generator<{ kind: 'go' | 'service'; id: string; path: Path }> {
  for (const [n, id] of (step['hand-off'] ?? []).entries())
    yield { kind: 'service', id, path: [...path, 'hand-off', n] };
  for (const [n, choice] of (step.offer ?? []).entries()) {
    if (choice.go) yield { kind: 'go', id: choice.go, path: [...path, 'offer', n, 'go'] };
    for (const [m, id] of (choice['hand-off'] ?? []).entries())
      yield { kind: 'service', id, path: [...path, 'offer', n, 'hand-off', m] };
  }
  for (const [n, one] of (step.branch ?? []).entries())
    yield { kind: 'go', id: one.go, path: [...path, 'branch', n, 'go'] };
  if (step.go) yield { kind: 'go', id: step.go, path: [...path, 'go'] };
}

/** The steps of a dialog that somebody can come to; `entries`: the steps that other dialogs lead to. */
function reached(dialog: DialogFile, entries: ReadonlySet<string>): Set<string> {
  const variants = dialog.id === KNOWN_DIALOGS.urgent ? URGENT_STEPS : [];
  const queue = [
    dialog.start,
    ...variants,
    ...Object.keys(dialog.steps).filter((id) => entries.has(`${dialog.id}/${id}`)),
  ];
  const seen = new Set<string>();
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const step = dialog.steps[id];
    if (!step || seen.has(id)) continue;
    seen.add(id);
    for (const cited of citations(step, [])) if (cited.kind === 'go') queue.push(cited.id);
  }
  return seen;
}

/** All mistakes of meaning in the dialogs. */
export function checkDialogs(files: ContentFiles): Problem[] {
  const problems: Problem[] = [];
  const error = (source: Source<unknown>, path: Path, what: string, mend: string) =>
    problems.push(errorAt(source, path, what, mend));
  const dialogs = new Map<string, DialogFile>();
  const sources = new Map<string, Source<DialogFile>>();
  for (const source of files.dialogs) {
    const { id } = source.value;
    const first = sources.get(id);
    if (first)
      error(
        source,
        ['id'],
        `${first.file} has the same short name: "${id}"`,
        'give this dialog a short name of its own (id)',
      );
    else {
      dialogs.set(id, source.value);
      sources.set(id, source);
    }
  }
  const entries = new Set<string>();
  for (const dialog of dialogs.values())
    for (const step of Object.values(dialog.steps))
      for (const cited of citations(step, []))
        if (cited.kind === 'go' && cited.id.includes('/')) entries.add(cited.id);
  const services = new Set<string>([...ROLES, ...files.services.value.services.map((one) => one.id)]);
  for (const source of files.dialogs) {
    const dialog = source.value;
    const resolve = resolver(dialog, dialogs);
    const add: Add = (path, what, mend) => error(source, path, what, mend);
    if (!Object.hasOwn(dialog.steps, dialog.start))
      add(['start'], `there is no step "${dialog.start}"`, 'choose the step that it starts with');
    const seen = reached(dialog, entries);
    for (const [id, step] of Object.entries(dialog.steps)) {
      const path = ['steps', id];
      if (dialogs.has(id)) add(path, `the step "${id}" is called as a dialog is`, 'rename the step');
      if (!seen.has(id))
        add(path, `nobody can reach the step "${id}"`, 'let a button lead to it, or remove it');
      checkShape(step, path, add);
      checkChoices(step, path, add);
      for (const cited of citations(step, path)) {
        if (cited.kind === 'go' && !resolve(cited.id))
          add(
            cited.path,
            `this leads nowhere: "${cited.id}"`,
            'choose a step of this dialog, or another dialog',
          );
        if (cited.kind === 'service' && !services.has(cited.id))
          add(
            cited.path,
            `there is no service "${cited.id}"`,
            'choose one of the list of services, or the front door',
          );
      }
    }
  }
  checkRounds(dialogs, (ref) => {
    const [dialog = '', step = ''] = ref.split('/');
    const source = sources.get(dialog);
    if (source)
      error(
        source,
        ['steps', step],
        `the step "${step}" leads back to itself without asking anything`,
        'give one of the steps on the way buttons to choose from',
      );
  });
  return problems;
}
