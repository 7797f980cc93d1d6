/** @jsxImportSource react */
/** A list of texts of a step, such as its bubbles: each can be changed, moved and taken out; more can be added. */
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { AddRegular, ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { memo, useEffect, useRef } from 'react';
import { moveIn, type Path, removeIn, setIn } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import { placeOf } from '../drafts/jump.ts';
import { fieldState, problemsAt, problemsUnder } from '../kit/problems.tsx';
import { Remove } from '../kit/remove.tsx';
import { useTyped } from '../typing.ts';
import type { Edit } from './file.ts';
import type { ListProps } from './part.ts';
import { addItem, removeItem } from './steps.ts';

export const useRows = makeStyles({
  group: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalXS },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalXS,
    alignItems: 'start',
    '@media (max-width: 30rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  tools: { display: 'flex' },
});

interface ToolsProps {
  readonly name: string;
  /** Of the list. */
  readonly path: Path;
  readonly at: number;
  readonly of: number;
  readonly removable?: boolean;
  /** Whether the list stays in the file when nothing is left of it. */
  readonly stays?: boolean;
  readonly edit: Edit;
}

/** Up, down, away. */
export function Tools({ name, path, at, of, removable = true, stays = false, edit }: ToolsProps) {
  const move = (to: number) => edit((all) => moveIn(all, path, at, to));
  return (
    <div className={useRows().tools}>
      <Button
        appearance="subtle"
        icon={<ArrowUpRegular />}
        aria-label={`Move ${name} up`}
        disabled={at === 0}
        onClick={() => move(at - 1)}
      />
      <Button
        appearance="subtle"
        icon={<ArrowDownRegular />}
        aria-label={`Move ${name} down`}
        disabled={at === of - 1}
        onClick={() => move(at + 1)}
      />
      <Remove
        name={name}
        disabled={!removable}
        onRemove={() => edit((all) => (stays ? removeIn(all, [...path, at]) : removeItem(all, path, at, of)))}
      />
    </div>
  );
}

interface BoxProps {
  readonly label: string;
  readonly value: string;
  readonly place: string;
  readonly problems: readonly Marked[];
  readonly hint?: ((text: string) => string) | undefined;
  readonly lang?: string | undefined;
  readonly focused?: boolean;
  readonly onChange: (value: string) => void;
}

/** A box that grows with its text. */
export function Box({ label, value, place, problems, hint, lang, focused, onChange }: BoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const typed = useTyped(value, onChange);
  useEffect(() => {
    if (focused) box.current?.focus();
  }, [focused]);
  const rows = Math.min(12, Math.max(1, Math.ceil(typed.value.length / 70)));
  return (
    <Field label={label} {...(hint && { hint: hint(typed.value) })} {...fieldState(problems)}>
      <Textarea
        resize="vertical"
        lang={lang}
        textarea={{ ref: box, rows, 'data-place': place } as object}
        {...typed}
      />
    </Field>
  );
}

interface TextsProps extends ListProps {
  readonly legend: string;
  /** What one is called: "Bubble". */
  readonly one: string;
  readonly hint?: (text: string) => string;
  readonly lang?: string;
}

export const Texts = memo(function Texts({
  file,
  path,
  values,
  problems,
  edit,
  legend,
  one,
  order,
  hint,
  lang,
}: TextsProps) {
  const styles = useRows();
  const fresh = useRef(-1);
  const name = one.toLowerCase();
  const own = problemsAt(problems, file, path);
  return (
    <fieldset className={styles.group} data-place={placeOf(file, path)}>
      <legend className={styles.legend}>{legend}</legend>
      {values.map((value, n) => (
        // Two alike texts are told apart by their place alone.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={`${values.length} ${n}`} className={styles.row}>
          <Box
            label={`${one} ${n + 1}`}
            value={String(value)}
            place={placeOf(file, [...path, n])}
            problems={problemsUnder(problems, file, [...path, n])}
            hint={hint}
            lang={lang}
            focused={fresh.current === n}
            onChange={(text) => edit((all) => setIn(all, [...path, n], text))}
          />
          <Tools name={`${name} ${n + 1}`} at={n} of={values.length} {...{ path, edit }} />
        </div>
      ))}
      <Field {...fieldState(own)}>
        <div>
          <Button
            size="small"
            icon={<AddRegular />}
            onClick={() => {
              fresh.current = values.length;
              edit((all) => addItem(all, path, '', values.length, order));
            }}
          >
            Add a {name}
          </Button>
        </div>
      </Field>
    </fieldset>
  );
});
