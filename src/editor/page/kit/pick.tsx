/** @jsxImportSource react */
/** A long list to choose one thing from, by typing a part of its name. */
import { Combobox, Field, makeStyles, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { Marked } from '../../api.ts';
import { fieldState } from './problems.tsx';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

interface PickProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** '' for none. */
  readonly value: string;
  readonly onPick: (id: string) => void;
  readonly hint?: string;
  readonly problems?: readonly Marked[];
  readonly required?: boolean;
}

/** Fluent draws the arrow 20 px wide: less than a thumb can hit beside the next field. */
const useStyles = makeStyles({ arrow: { minWidth: '24px', minHeight: '24px' } });

/** More than these are not drawn: who types gets to the rest. */
const MOST = 60;

export function Pick({ label, choices, value, onPick, hint, problems = [], required = false }: PickProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const name = choices.find(({ id }) => id === value)?.name ?? value;
  const wanted = (typed ?? '').toLowerCase();
  const found = choices.filter((one) => `${one.name} ${one.id}`.toLowerCase().includes(wanted));
  return (
    <Field label={label} required={required} {...(hint && { hint })} {...fieldState(problems)}>
      <Combobox
        // Else a space while typing would choose the first that was found.
        freeform
        value={typed ?? name}
        expandIcon={{ 'aria-label': `Open: ${label}`, className: useStyles().arrow }}
        selectedOptions={[value]}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => setTyped(null)}
        onOptionSelect={(_, { optionValue }) => {
          // Without an option: what was chosen is being typed over.
          if (optionValue === undefined) return;
          setTyped(null);
          onPick(optionValue);
        }}
      >
        {found.slice(0, MOST).map((one) => (
          <Option key={one.id} value={one.id} text={one.name}>
            {one.name}
          </Option>
        ))}
        {found.length === 0 && (
          <Option disabled text="">
            Nothing is called that
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
