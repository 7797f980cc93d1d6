/** Where the fields of one thing in a file stand: what is wrong with each, and how it is written. */
import type { Marked } from '../../api.ts';
import { changed, type OpenFile } from './file.ts';
import { type Path, problemsAt, problemsUnder } from './problems.tsx';

/**
 * @param base where the thing stands in the file
 * @param order the usual order of its keys
 */
export function fieldsAt(
  { path: file, edit }: Pick<OpenFile<unknown>, 'path' | 'edit'>,
  base: Path,
  problems: readonly Marked[],
  order: readonly string[],
) {
  const at = (...more: Path): Path => [...base, ...more];
  return {
    at,
    own: (...more: Path) => problemsAt(problems, file, at(...more)),
    under: (...more: Path) => problemsUnder(problems, file, at(...more)),
    /** undefined takes the field out. */
    put: (value: unknown, ...more: Path) => edit((text) => changed(text, at(...more), value, order)),
  };
}
