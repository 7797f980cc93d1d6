/** @jsxImportSource react */
/** What the bot knows of a talk (closed lists, never words): to note it at a button, or to decide by it. */
import { Field, Select } from '@fluentui/react-components';
import type { Level, Slots } from '../../../content/schema.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { AUDIENCE_NAMES } from './model.ts';

type Values<K extends string> = Readonly<Record<K, string>>;

const KNOWN: {
  readonly [K in keyof Slots]: { readonly name: string; readonly values: Values<Slots[K]> };
} = {
  audience: { name: 'Who it is', values: AUDIENCE_NAMES },
  age: { name: 'Age', values: { unknown: 'Not known', '16-17': '16 or 17' } },
  safe: {
    name: 'Safe now',
    values: {
      unknown: 'Not known',
      yes: 'Yes',
      no: 'No',
      'not-sure': 'Not sure',
      'cannot-say': 'Cannot say',
    },
  },
};

const LEVELS: { readonly name: string; readonly values: Values<Level> } = {
  name: 'Risk in the words so far',
  values: { none: 'None', concern: 'Concern', urgent: 'Urgent' },
};

interface KnownProps {
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Whether the risk may be asked for: it can be decided by, not noted. */
  readonly withLevel: boolean;
  readonly nothing: string;
  readonly onSet: (name: string, value: string | undefined) => void;
}

export function KnownFields({ values, withLevel, nothing, onSet }: KnownProps) {
  const fields = { ...KNOWN, ...(withLevel && { level: LEVELS }) };
  return (
    <div className={useLayOut().fields}>
      {Object.entries(fields).map(([id, { name, values: options }]) => (
        <Field key={id} label={name}>
          <Select value={values[id] ?? ''} onChange={(_, { value }) => onSet(id, value || undefined)}>
            <option value="">{nothing}</option>
            {Object.entries(options).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}

/** "when they are a parent and safe is no": the same in a sentence. */
export function knownWords(values: Readonly<Record<string, string | undefined>>): string {
  const fields: Record<string, { name: string; values: Readonly<Record<string, string>> }> = {
    ...KNOWN,
    level: LEVELS,
  };
  return Object.entries(values)
    .map(
      ([id, value = '']) =>
        `${fields[id]?.name.toLowerCase() ?? id}: ${fields[id]?.values[value]?.toLowerCase() ?? value}`,
    )
    .join(', ');
}
