/** @jsxImportSource react */
/** What the check says of one field, beside that field. */
import { Field, type FieldProps } from '@fluentui/react-components';
import { Fragment } from 'react';
import { fieldAt } from '../../../content/shape.ts';
import type { Marked } from '../../api.ts';

export type Path = readonly (string | number)[];

const begins = (path: Path, at: Path): boolean => at.every((key, n) => path[n] === key);

/** Problems of a field and of all below it. */
export const problemsUnder = (problems: readonly Marked[], file: string, at: Path): Marked[] =>
  problems.filter((one) => one.file === file && begins(one.path, at));

/** Problems of a field itself: those of its parts stand beside the parts. */
export const problemsAt = (problems: readonly Marked[], file: string, at: Path): Marked[] =>
  problemsUnder(problems, file, at).filter(({ path }) => path.length === at.length);

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
/** What is wrong and how to mend it, in sentences. Beside its field, a problem need not name the field. */
export function said({ what, mend, path }: Marked): string {
  const field = `${fieldAt(path)}: `;
  return `${sentence(what.startsWith(field) ? what.slice(field.length) : what)} ${sentence(mend)}`;
}

/** How a field of Fluent shows them: an icon, a colour and the words, read out with the field. */
export function fieldState(
  problems: readonly Marked[],
): Pick<FieldProps, 'validationState' | 'validationMessage'> {
  if (problems.length === 0) return {};
  return {
    validationState: problems.some(({ grade }) => grade === 'error') ? 'error' : 'warning',
    validationMessage: {
      // Each begins a line. No blocks: the icon stands on the first line.
      children: problems.map((one, n) => (
        <Fragment key={`${one.line} ${one.what}`}>
          {n > 0 && <br />}
          {said(one)}{' '}
        </Fragment>
      )),
    },
  };
}

/** Problems of what has no field of its own; nothing where there are none. */
export function ProblemNote({ problems }: { readonly problems: readonly Marked[] }) {
  if (problems.length === 0) return null;
  return (
    <Field {...fieldState(problems)}>
      <span />
    </Field>
  );
}
