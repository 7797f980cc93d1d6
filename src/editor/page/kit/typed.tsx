/** @jsxImportSource react */
/** Fields for one text. What is being typed stays as it is typed, whatever the file makes of it. */
import { Field, Input, type InputProps, makeStyles, Textarea } from '@fluentui/react-components';
import { useRef } from 'react';
import type { Marked } from '../../api.ts';
import { useTyped } from '../typing.ts';
import { fieldState } from './problems.tsx';

export interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problems?: readonly Marked[];
  readonly hint?: string;
  readonly required?: boolean;
  readonly lang?: string;
}

/** One line. */
export function TextField({
  type = 'text',
  ...props
}: TypedProps & { readonly type?: NonNullable<InputProps['type']> }) {
  const { label, hint, required = false, lang, problems = [] } = props;
  const typed = useTyped(props.value, props.onChange);
  return (
    <Field label={label} required={required} {...(hint && { hint })} {...fieldState(problems)}>
      <Input type={type} lang={lang} {...typed} />
    </Field>
  );
}

const useStyles = makeStyles({
  whole: { width: '100%', minWidth: 0 },
  /** As high as its words: the rows are for browsers that cannot measure them. */
  box: { maxHeight: 'none', fieldSizing: 'content', overflowWrap: 'anywhere' },
});

/** About as many lines as the words take, so that nothing is hidden. */
const rowsFor = (text: string, least: number): number =>
  Math.min(
    30,
    Math.max(
      least,
      text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 55)), 0),
    ),
  );

/** Several lines. */
export function LongField({
  rows = 2,
  ...props
}: TypedProps & { readonly rows?: number; readonly box?: React.RefObject<HTMLTextAreaElement | null> }) {
  const { label, hint, required = false, lang, problems = [] } = props;
  const typed = useTyped(props.value, props.onChange);
  const own = useRef<HTMLTextAreaElement>(null);
  const styles = useStyles();
  return (
    <Field label={label} required={required} {...(hint && { hint })} {...fieldState(problems)}>
      <Textarea
        lang={lang}
        resize="vertical"
        className={styles.whole}
        textarea={{ ref: props.box ?? own, rows: rowsFor(typed.value, rows), className: styles.box }}
        {...typed}
      />
    </Field>
  );
}
