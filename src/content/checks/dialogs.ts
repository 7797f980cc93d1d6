/** Mistakes of meaning in one dialog: ways that lead nowhere, steps nobody reaches, shapes that cannot work. */
import type { ContentFiles } from '../files.ts';
import { resolver } from '../link.ts';
import { KNOWN_DIALOGS, ROLES, URGENT_STEPS } from '../model.ts';
import type { Problem } from '../problem.ts';
import type { DialogFile } from '../schema.ts';
import type { Path, Source } from '../yaml.ts';

/** What fits on a small phone: letters in a bubble, bubbles in a row, letters on a button. */
export const SIZES = { bubble: 240, bubbles: 3, label: 40 } as const;

type Step = DialogFile['steps'][string];
type Add = (path: Path, what: string, mend: string) => void;

const waysOn = (step: Step) =>
  (['offer', 'branch', 'go', 'return'] as const).filter((key) => step[key] !== undefined);

function checkShape(step: Step, path: Path, add: Add): void {
  const ways = waysOn(step);
  if (ways.length > 1)
    add(path, `the step has ${ways.join(' and ')}`, 'keep one way on, and make a step for the other');
  if (
    !step.say &&
    !step.ask &&
    !step['hand-off'] &&
    ways[0] !== 'branch' &&
    ways[0] !== 'go' &&
    ways[0] !== 'return'
  )
    add(path, 'the step says nothing', 'add say, ask or hand-off');
  if (step.words && !step['hand-off'])
    add([...path, 'words'], 'words to say without anyone to ring', 'add hand-off');
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
      'no case is left for everybody else',
      'end the branch with a case that has only go',
    );
}

function checkChoices(step: Step, path: Path, add: Add): void {
  const seen = new Set<string>();
  for (const [n, choice] of (step.offer ?? []).entries()) {
    const at = [...path, 'offer', n];
    const ways = [choice.go, choice['hand-off'], choice.return].filter((way) => way !== undefined).length;
    if (ways !== 1)
      add(at, `the button "${choice.label}" has ${ways} ways on`, 'give it one of go, hand-off or return');
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

/** Steps that lead straight on without waiting for the person must not come round again. */
function checkRounds(
  dialogs: ReadonlyMap<string, DialogFile>,
  report: (ref: string, round: string[]) => void,
): void {
  const next = new Map<string, string[]>();
  for (const dialog of dialogs.values()) {
    const resolve = resolver(dialog, dialogs);
    for (const [id, step] of Object.entries(dialog.steps)) {
      const goes = [...(step.branch ?? []).map((one) => one.go), ...(step.go ? [step.go] : [])];
      next.set(
        `${dialog.id}/${id}`,
        goes.flatMap((go) => resolve(go) ?? []),
      );
    }
  }
  for (const start of next.keys()) {
    const walked = new Set<string>();
    const queue = [...(next.get(start) ?? [])];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (at === start) report(start, [start, ...walked]);
      if (walked.has(at)) continue;
      walked.add(at);
      queue.push(...(next.get(at) ?? []));
    }
  }
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
    problems.push({ file: source.file, line: source.lineOf(path), path, what, mend, grade: 'error' });
  const dialogs = new Map<string, DialogFile>();
  const sources = new Map<string, Source<DialogFile>>();
  for (const source of files.dialogs) {
    const { id } = source.value;
    const first = sources.get(id);
    if (first)
      error(source, ['id'], `the id "${id}" is also in ${first.file}`, 'give this dialog an id of its own');
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
      add(['start'], `there is no step "${dialog.start}"`, 'name a step of this dialog');
    const seen = reached(dialog, entries);
    for (const [id, step] of Object.entries(dialog.steps)) {
      const path = ['steps', id];
      if (dialogs.has(id)) add(path, `the step "${id}" has the id of a dialog`, 'rename the step');
      if (!seen.has(id)) add(path, `nobody can reach the step "${id}"`, 'lead a button to it, or delete it');
      checkShape(step, path, add);
      checkChoices(step, path, add);
      for (const cited of citations(step, path)) {
        if (cited.kind === 'go' && !resolve(cited.id))
          add(
            cited.path,
            `go leads nowhere: "${cited.id}"`,
            'name a step of this dialog, a dialog, or dialog/step',
          );
        if (cited.kind === 'service' && !services.has(cited.id))
          add(
            cited.path,
            `unknown service "${cited.id}"`,
            'name a service of content/services.yaml or front-door',
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
        'break the round with an offer',
      );
  });
  return problems;
}
