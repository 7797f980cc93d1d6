/** What a whole dialog touches elsewhere: the files around it, and its own, taken out and put back. */
import { valueOf } from '../../../content/edit.ts';
import type { ViewProps } from '../work.ts';
import { leadsFrom, MAY_LEAD } from './leads.ts';
import type { DialogText } from './model.ts';
import { overlayOf } from './overlays.ts';

export const fileOf = (dialog: string): string => `dialogs/${dialog}.yaml`;
const DIALOG = /^dialogs\/([a-z0-9-]+)\.yaml$/;

/** The text of a file in the open draft, else as it is live. */
async function textNow({ api, overview, work }: ViewProps, path: string): Promise<string | null> {
  const { text } = await api.file(work?.base ?? overview.live, path);
  return work && Object.hasOwn(work.files, path) ? (work.files[path] ?? null) : text;
}

/** The paths of all files, those that the draft begins among them. */
const pathsOf = ({ overview, work }: ViewProps): string[] => [
  ...new Set([...overview.items.map(({ path }) => path), ...Object.keys(work?.files ?? {})]),
];

const dialogsIn = (props: ViewProps): string[] => pathsOf(props).filter((path) => DIALOG.test(path));

/** A dialog as it is chosen and listed. */
export interface Titled {
  readonly id: string;
  readonly title: string;
}

/** The dialogs that the open draft begins. */
export function begunIn({ overview, work }: Pick<ViewProps, 'overview' | 'work'>): Titled[] {
  const known = new Set(overview.items.map(({ path }) => path));
  return Object.entries(work?.files ?? {}).flatMap(([path, text]): Titled[] => {
    const id = DIALOG.exec(path)?.[1];
    if (id === undefined || text === null || known.has(path)) return [];
    return [{ id, title: (valueOf(text) as DialogText | undefined)?.title ?? id }];
  });
}

/** The dialogs that can be led to: those that are live and not taken out, and those that the draft begins. */
export const dialogsNow = (props: Pick<ViewProps, 'overview' | 'work'>): Titled[] => [
  ...props.overview.items.filter(({ kind, path }) => kind === 'dialog' && props.work?.files[path] !== null),
  ...begunIn(props),
];

/** Every name that a new dialog must not have: those of dialogs, and of their steps. */
export async function takenNames(props: ViewProps): Promise<string[]> {
  const texts = await Promise.all(dialogsIn(props).map((path) => textNow(props, path)));
  const steps = texts.flatMap((text) =>
    Object.keys((valueOf(text ?? '') as DialogText | undefined)?.steps ?? {}),
  );
  return [...dialogsIn(props).map((path) => DIALOG.exec(path)?.[1] ?? ''), ...steps];
}

/** A file that leads to a dialog, and how. */
export interface Lead {
  readonly title: string;
  readonly ways: readonly string[];
}

/** All that leads to a dialog from elsewhere. */
export async function leadsTo(props: ViewProps, dialog: string): Promise<Lead[]> {
  const titles = new Map(props.overview.items.map(({ path, title }) => [path, title]));
  const all = await Promise.all(
    pathsOf(props)
      .filter((path) => MAY_LEAD.test(path))
      .map(async (path): Promise<Lead> => {
        const text = await textNow(props, path);
        return {
          title: titles.get(path) ?? path,
          ways: text === null ? [] : leadsFrom(path, text, dialog),
        };
      }),
  );
  return all.filter(({ ways }) => ways.length > 0);
}

/** The languages that have words for a dialog. */
export async function translatedIn(props: ViewProps, dialog: string): Promise<string[]> {
  const named = await Promise.all(
    props.overview.languages.map(async ({ id, name }) =>
      (await textNow(props, overlayOf(id, dialog))) === null ? [] : [name],
    ),
  );
  return named.flat();
}

/** Takes a dialog and its translations out of the draft's words, or puts them back as they are live. */
export async function setWhole(
  props: ViewProps,
  dialog: string,
  title: string,
  is: 'out' | 'back',
): Promise<void> {
  const { overview, begin } = props;
  const open = props.work ?? begin(is === 'out' ? `Without ${title}` : title);
  const paths = [fileOf(dialog), ...overview.languages.map(({ id }) => overlayOf(id, dialog))];
  const live = await Promise.all(paths.map(async (path) => (await props.api.file(open.base, path)).text));
  for (const [n, path] of paths.entries()) open.write(path, is === 'out' ? null : (live[n] ?? null));
}
