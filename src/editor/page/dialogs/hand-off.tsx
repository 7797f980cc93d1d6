/** @jsxImportSource react */
/** Whom a step shows to ring: services by name, in the order in which they are shown. */
import { Field } from '@fluentui/react-components';
import { placeOf } from '../drafts/jump.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Pick } from '../kit/pick.tsx';
import { fieldState, problemsAt, problemsUnder } from '../kit/problems.tsx';
import { useNames } from './here.ts';
import { FRONT_DOOR, nameIn } from './names.ts';
import type { ListProps } from './part.ts';
import { addItem } from './steps.ts';
import { Tools, useRows } from './texts.tsx';

interface HandOffProps extends ListProps {
  /** It may not be left empty. */
  readonly needed?: boolean;
}

const EXPLAINED =
  'Front door: the right team for children at this place and time. By day the MASH, at night and over the border others.';

export function HandOff({ file, path, values, problems, edit, order, needed = false }: HandOffProps) {
  const names = useNames();
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
            {...{ path, edit }}
          />
        </div>
      ))}
      {values.includes(FRONT_DOOR) && <span className={styles.quiet}>{EXPLAINED}</span>}
      <Pick
        label="Add somebody"
        hint="Type part of a name, or open the list."
        choices={left}
        value=""
        problems={problemsAt(problems, file, path)}
        onPick={(id) => edit((all) => addItem(all, path, id, values.length, order))}
      />
    </fieldset>
  );
}
