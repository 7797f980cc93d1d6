/** @jsxImportSource react */
/** What the bot knows of a talk (closed lists, never words): to note it at a button, or to decide by it. */
import type { Channel, Level, Slots } from '../../../content/schema.ts';
import { Choose, choicesOf } from '../kit/choose.tsx';
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

const CHANNELS: { readonly name: string; readonly values: Values<Channel> } = {
  name: 'Where the talk is',
  values: { web: 'On the web', teams: 'In Microsoft Teams' },
};

/** What can be decided by, and not noted. */
const SEEN = { level: LEVELS, channel: CHANNELS };

interface KnownProps {
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Whether the risk and the place of the talk may be asked for. */
  readonly deciding: boolean;
  readonly nothing: string;
  readonly onSet: (name: string, value: string | undefined) => void;
}

export function KnownFields({ values, deciding, nothing, onSet }: KnownProps) {
  const fields = { ...KNOWN, ...(deciding && SEEN) };
  return (
    <div className={useLayOut().fields}>
      {Object.entries(fields).map(([id, { name, values: options }]) => (
        <Choose
          key={id}
          label={name}
          choices={[{ id: '', name: nothing }, ...choicesOf<string>(options)]}
          value={values[id] ?? ''}
          onPick={(value) => onSet(id, value || undefined)}
        />
      ))}
    </div>
  );
}

/** "when they are a parent and safe is no": the same in a sentence. */
export function knownWords(values: Readonly<Record<string, string | undefined>>): string {
  const fields: Record<string, { name: string; values: Readonly<Record<string, string>> }> = {
    ...KNOWN,
    ...SEEN,
  };
  return Object.entries(values)
    .map(
      ([id, value = '']) =>
        `${fields[id]?.name.toLowerCase() ?? id}: ${fields[id]?.values[value]?.toLowerCase() ?? value}`,
    )
    .join(', ');
}
