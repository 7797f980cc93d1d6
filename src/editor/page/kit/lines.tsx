/** @jsxImportSource react */
/** A list of texts: one box for each, Enter begins the next, and each shows its own problems. */
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { Marked } from '../../api.ts';
import { settle, useTyped } from '../typing.ts';
import { fieldState } from './problems.tsx';
import { Remove } from './remove.tsx';

const useStyles = makeStyles({
  all: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: tokens.spacingHorizontalXS },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  low: { minHeight: '32px', width: '100%', minWidth: 0 },
  box: { minHeight: '32px', maxHeight: 'none', fieldSizing: 'content', overflowWrap: 'anywhere' },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
});

/** One change of the list. */
export type ListChange =
  | { readonly kind: 'set'; readonly at: number; readonly value: string }
  | { readonly kind: 'insert'; readonly at: number }
  | { readonly kind: 'remove'; readonly at: number };

interface LineProps {
  readonly name: string;
  readonly value: string;
  readonly problems: readonly Marked[];
  readonly removable: boolean;
  readonly focused: boolean;
  readonly lang: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
  readonly onRemove: () => void;
}

function Line({ name, value, problems, removable, focused, lang, onChange, onEnter, onRemove }: LineProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const typed = useTyped(value, onChange);
  const styles = useStyles();
  useEffect(() => {
    if (focused) box.current?.focus();
  }, [focused]);
  return (
    <div className={styles.row}>
      <Field {...fieldState(problems)}>
        <Textarea
          aria-label={name}
          lang={lang}
          resize="vertical"
          className={styles.low}
          textarea={{
            ref: box,
            rows: Math.max(1, Math.ceil(typed.value.length / 55)),
            className: styles.box,
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onEnter();
          }}
          {...typed}
        />
      </Field>
      <Remove name={name} disabled={!removable} onRemove={onRemove} />
    </div>
  );
}

interface LinesProps {
  readonly label: string;
  /** What one of them is called: "line", "example". */
  readonly one: string;
  readonly values: readonly string[];
  readonly onChange: (change: ListChange) => void;
  readonly problemsOf?: (at: number) => readonly Marked[];
  /** Problems of the list itself. */
  readonly problems?: readonly Marked[];
  readonly hint?: string;
  readonly lang?: string;
  /** The last one cannot be taken out. */
  readonly least?: number;
}

export function Lines(props: LinesProps) {
  const { label, one, values, onChange, problemsOf = () => [], problems = [], hint, lang, least = 0 } = props;
  const styles = useStyles();
  const focus = useRef(-1);
  const insert = (at: number) => {
    settle();
    focus.current = at;
    onChange({ kind: 'insert', at });
  };
  const remove = (at: number) => {
    settle();
    focus.current = Math.max(0, at - 1);
    onChange({ kind: 'remove', at });
  };
  return (
    <fieldset className={styles.all}>
      <legend className={styles.legend}>{label}</legend>
      {hint && <span className={styles.hint}>{hint}</span>}
      {values.map((value, at) => (
        <Line
          // The place in the list is all that tells two alike texts apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={`${values.length} ${at}`}
          name={`${label}, ${one} ${at + 1}`}
          value={value}
          problems={problemsOf(at)}
          removable={values.length > least}
          focused={focus.current === at}
          lang={lang}
          onChange={(next) => {
            focus.current = -1;
            onChange({ kind: 'set', at, value: next });
          }}
          onEnter={() => insert(at + 1)}
          onRemove={() => remove(at)}
        />
      ))}
      <Field {...fieldState(problems)}>
        <div>
          <Button size="small" icon={<AddRegular />} onClick={() => insert(values.length)}>
            Add {/^[aeiou]/.test(one) ? 'an' : 'a'} {one}
          </Button>
        </div>
      </Field>
    </fieldset>
  );
}
