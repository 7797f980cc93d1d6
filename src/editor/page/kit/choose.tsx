/** @jsxImportSource react */
/** A short list to choose one thing from. */
import { Field, Select } from '@fluentui/react-components';
import type { Marked } from '../../api.ts';
import { fieldState } from './problems.tsx';

interface Named<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

interface ChooseProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly Named<Id>[];
  readonly value: Id;
  readonly onPick: (id: Id) => void;
  readonly hint?: string;
  readonly problems?: readonly Marked[];
  readonly disabled?: boolean;
}

/** A closed list of the content as choices, in its own order. */
export const choicesOf = <Id extends string>(names: Readonly<Record<Id, string>>): Named<Id>[] =>
  (Object.keys(names) as Id[]).map((id) => ({ id, name: names[id] }));

export function Choose<Id extends string>(props: ChooseProps<Id>) {
  const { label, choices, value, onPick, hint, problems = [], disabled = false } = props;
  return (
    <Field label={label} {...(hint && { hint })} {...fieldState(problems)}>
      <Select value={value} disabled={disabled} onChange={(_, data) => onPick(data.value as Id)}>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
