/** @jsxImportSource react */
/** Whom a step shows to ring: services by name, in the order in which they are shown. */
import { Field } from '@fluentui/react-components';
import { insertIn, moveIn, type Path, setIn } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import { placeOf } from '../drafts/jump.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Pick } from '../kit/pick.tsx';
import { fieldState, problemsUnder } from '../kit/problems.tsx';
import type { Edit } from './file.ts';
import { useHere } from './here.ts';
import { FRONT_DOOR, nameIn } from './names.ts';
import { removeItem } from './steps.ts';
import { Tools, useRows } from './texts.tsx';

interface HandOffProps {
  readonly file: string;
  readonly path: Path;
  readonly values: readonly string[];
  readonly problems: readonly Marked[];
  readonly edit: Edit;
  readonly order: readonly string[];
  /** It may not be left empty. */
  readonly needed?: boolean;
}

const EXPLAINED =
  'Front door: the right team for children at this place and time. By day the MASH, at night and over the border others.';

export function HandOff({ file, path, values, problems, edit, order, needed = false }: HandOffProps) {
  const { names } = useHere();
  const rows = useRows();
  const styles = useLayOut();
  const left = names.services.filter(({ id }) => !values.includes(id));
  return (
    <fieldset className={rows.group} data-place={placeOf(file, path)}>
      <legend className={rows.legend}>People to ring or text</legend>
      {values.map((id, n) => (
        <div key={id} className={rows.row}>
          <Field {...fieldState(problemsUnder(problems, file, [...path, n]))}>
            <span>
              {n + 1}. {nameIn(names.services, id)}
            </span>
          </Field>
          <Tools
            name={nameIn(names.services, id)}
            at={n}
            of={values.length}
            removable={!needed || values.length > 1}
            onMove={(to) => edit((all) => moveIn(all, path, n, to))}
            onRemove={() => edit((all) => removeItem(all, path, n, values.length))}
          />
        </div>
      ))}
      {values.includes(FRONT_DOOR) && <span className={styles.quiet}>{EXPLAINED}</span>}
      <Pick
        label="Add somebody"
        choices={left}
        value=""
        problems={problems.filter((one) => one.file === file && one.path.join('.') === path.join('.'))}
        onPick={(id) =>
          edit((all) =>
            values.length === 0 ? setIn(all, path, [id], order) : insertIn(all, path, values.length, id),
          )
        }
      />
    </fieldset>
  );
}
