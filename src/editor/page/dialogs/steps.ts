/** Changes of a whole dialog's text: steps that come, go and get other names, lists that change. All pure. */
import { insertIn, type Path, removeIn, renameIn, setIn, valueOf } from '../../../content/edit.ts';
import type { DialogText, StepFile } from './model.ts';

const dialogOf = (text: string): DialogText => (valueOf(text) ?? {}) as DialogText;

/** The names of a dialog's steps, in their order. */
export const stepsIn = (text: string): string[] => Object.keys(dialogOf(text).steps ?? {});

/** Every place of this dialog that leads to a step, and how staff would name it. */
export function leadsTo(dialog: DialogText, step: string): { path: Path; to: string; name: string }[] {
  const names = [step, `${dialog.id}/${step}`];
  const found: { path: Path; to: string; name: string }[] = [];
  const see = (to: string | undefined, path: Path, name: string) => {
    if (to !== undefined && names.includes(to)) found.push({ path, to, name });
  };
  see(dialog.start, ['start'], 'the dialog starts here');
  for (const [id, { offer = [], branch = [], go }] of Object.entries(dialog.steps ?? {})) {
    see(go, ['steps', id, 'go'], `step ${id} goes on to it`);
    for (const [n, one] of branch.entries())
      see(one.go, ['steps', id, 'branch', n, 'go'], `step ${id} may lead to it`);
    for (const [n, one] of offer.entries())
      see(one.go, ['steps', id, 'offer', n, 'go'], `step ${id}, button “${one.label ?? ''}”`);
  }
  return found;
}

/** Gives a step another name; everything in this dialog that leads to it follows. */
export function renameStep(text: string, from: string, to: string): string {
  const dialog = dialogOf(text);
  const renamed = leadsTo(dialog, from).reduce(
    (all, one) => setIn(all, one.path, one.to.includes('/') ? `${dialog.id}/${to}` : to),
    text,
  );
  return renameIn(renamed, ['steps', from], to);
}

export const addStep = (text: string, id: string): string =>
  setIn(text, ['steps', id], { say: ['Write what the bot says here.'] } satisfies StepFile);

/** A step that was taken out is in its old place again, whatever was changed since. @param before the text that had it */
export function putStepBack(now: string, before: string, id: string): string {
  if (now === removeIn(before, ['steps', id])) return before;
  const { steps = {} } = dialogOf(before);
  return setIn(now, ['steps', id], steps[id], Object.keys(steps));
}

/** A list made into another, changing only the items that differ. */
export function setList(
  text: string,
  path: Path,
  before: readonly string[],
  after: readonly string[],
  order: readonly string[] = [],
): string {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail++;
  if (before.length === 0) return after.length === 0 ? text : setIn(text, path, after, order);
  const [gone, come] = [before.length - head - tail, after.slice(head, after.length - tail)];
  let result = text;
  for (let n = 0; n < Math.min(gone, come.length); n++) result = setIn(result, [...path, head + n], come[n]);
  for (let n = come.length; n < gone; n++) result = removeIn(result, [...path, head + come.length]);
  for (let n = gone; n < come.length; n++) result = insertIn(result, path, head + n, come[n]);
  return result;
}

/** One more at the end of a list, which is not in the file as long as it has none. */
export function addItem(
  text: string,
  path: Path,
  item: unknown,
  length: number,
  order: readonly string[],
): string {
  return length === 0 ? setIn(text, path, [item], order) : insertIn(text, path, length, item);
}

/** A list of which nothing may be left: then its key goes too. */
export function removeItem(text: string, path: Path, index: number, length: number): string {
  return length === 1 ? removeIn(text, path) : removeIn(text, [...path, index]);
}
