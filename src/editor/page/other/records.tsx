/** @jsxImportSource react */
/** A list of things of the same kind, such as bank holidays: a card for each, and a form for a new one. */
import { Button, Field, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { insertIn, removeIn, setIn } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import { placeOf } from '../drafts/jump.ts';
import type { OpenFile } from '../kit/file.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { type Path, ProblemNote, problemsAt, problemsUnder } from '../kit/problems.tsx';
import { Remove } from '../kit/remove.tsx';
import { TextField } from '../kit/typed.tsx';
import { settle } from '../typing.ts';
import { useFound } from './use-found.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalS,
    alignItems: 'end',
  },
});

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'date';
}
export type Row = Readonly<Record<string, unknown>>;

interface RecordsProps {
  readonly file: Pick<OpenFile<unknown>, 'path' | 'edit'>;
  readonly at: Path;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What one of them is called: "bank holiday". */
  readonly one: string;
  readonly problems: readonly Marked[];
  /** Only rows in which this stands. */
  readonly search?: string;
  /** So many must stay. */
  readonly least?: number;
  /** Before which row a new one goes; without it, last. */
  readonly indexOf?: (row: Row) => number;
  /** Why this cannot be added, or ''. */
  readonly refuse?: (row: Row) => string;
}

const said = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

function Line({ n, row, ...props }: RecordsProps & { readonly n: number; readonly row: Row }) {
  const { file, at, columns, rows, one, problems, least = 0 } = props;
  const lay = useLayOut();
  const styles = useStyles();
  const here = [...at, n];
  const title = said(row[columns[0]?.key ?? '']);
  return (
    <li className={lay.card} data-place={placeOf(file.path, here)}>
      <div className={styles.row}>
        <div className={lay.fields}>
          {columns.map(({ key, label, type = 'text' }) => (
            <TextField
              key={key}
              label={`${label} (${n + 1})`}
              type={type}
              value={said(row[key])}
              problems={problemsUnder(problems, file.path, [...here, key])}
              onChange={(value) => file.edit((text) => setIn(text, [...here, key], value))}
            />
          ))}
        </div>
        <Remove
          name={`${one} ${n + 1}: ${title}`}
          disabled={rows.length <= least}
          onRemove={() => {
            settle();
            file.edit((text) => removeIn(text, here));
          }}
        />
      </div>
      <ProblemNote problems={problemsAt(problems, file.path, here)} />
    </li>
  );
}

function Fresh({ file, at, columns, rows, one, indexOf, refuse }: RecordsProps) {
  const lay = useLayOut();
  const [row, setRow] = useState<Readonly<Record<string, string>>>({});
  const [wrong, setWrong] = useState('');
  const add = () => {
    settle();
    const empty = columns.find(({ key }) => !row[key]?.trim());
    const why = empty ? `Fill in: ${empty.label}.` : (refuse?.(row) ?? '');
    setWrong(why);
    if (why) return;
    const value = Object.fromEntries(columns.map(({ key }) => [key, row[key]?.trim()]));
    file.edit((text) => insertIn(text, at, indexOf?.(row) ?? rows.length, value));
    setRow({});
  };
  return (
    <fieldset className={lay.group}>
      <div className={lay.fields} style={{ flexGrow: 1 }}>
        {columns.map(({ key, label, hint, type = 'text' }) => (
          <TextField
            key={key}
            label={`New ${one}: ${label.toLowerCase()}`}
            type={type}
            {...(hint && { hint })}
            value={row[key] ?? ''}
            onChange={(value) => setRow((before) => ({ ...before, [key]: value }))}
          />
        ))}
      </div>
      <Field {...(wrong && { validationState: 'error' as const, validationMessage: wrong })}>
        <div>
          <Button icon={<AddRegular />} onMouseDown={settle} onClick={add}>
            Add this {one}
          </Button>
        </div>
      </Field>
    </fieldset>
  );
}

export function Records(props: RecordsProps) {
  const lay = useLayOut();
  const { rows, search = '', one } = props;
  const found = useFound(rows, search, (row, wanted) =>
    Object.values(row).some((value) => said(value).toLowerCase().includes(wanted)),
  );
  return (
    <>
      <Fresh {...props} />
      <p role="status" className={lay.quiet}>
        {found.length} of {rows.length}
      </p>
      <ul className={lay.list} aria-label={`Every ${one}`}>
        {found.map((n) => (
          <Line key={`${rows.length} ${n}`} {...props} n={n} row={rows[n] ?? {}} />
        ))}
      </ul>
    </>
  );
}
