/** When a step gets another name or goes, its translations follow. */
import { type Path, removeIn, renameIn, valueOf } from '../../../content/edit.ts';
import type { ViewProps } from '../work.ts';

export const overlayOf = (language: string, dialog: string): string =>
  `content/${language}/dialogs/${dialog}.yaml`;

/**
 * @param to the new name; null: the step is gone
 * @returns the texts that were changed, as they were before
 */
export async function inTranslations(
  props: ViewProps,
  dialog: string,
  step: string,
  to: string | null,
): Promise<ReadonlyMap<string, string>> {
  const { api, overview, work, begin } = props;
  const open = work ?? begin(dialog);
  const path: Path = ['steps', step];
  const before = new Map<string, string>();
  await Promise.all(
    overview.languages.map(async ({ id }) => {
      const file = overlayOf(id, dialog);
      await api.file(open.base, file);
      const text = open.text(file);
      const steps =
        typeof text === 'string' ? (valueOf(text) as { steps?: object } | undefined)?.steps : undefined;
      if (typeof text !== 'string' || !steps || !Object.hasOwn(steps, step)) return;
      before.set(file, text);
      open.write(file, to === null ? removeIn(text, path) : renameIn(text, path, to));
    }),
  );
  return before;
}
