/** @jsxImportSource react */
/** The areas, and the services that are rung there: the first by day, then who answers out of hours. */
import { Spinner } from '@fluentui/react-components';
import { insertIn, setIn } from '../../../content/edit.ts';
import type { Marked, Overview } from '../../api.ts';
import { Tools } from '../dialogs/texts.tsx';
import { placeOf } from '../drafts/jump.ts';
import { type OpenFile, useFile } from '../kit/file.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Pick } from '../kit/pick.tsx';
import { ProblemNote, problemsAt, problemsUnder } from '../kit/problems.tsx';
import { TextField } from '../kit/typed.tsx';
import { settle } from '../typing.ts';
import { PLACES, type Places, TITLE } from './files.ts';
import type { PartProps } from './part.ts';

interface OneProps {
  readonly area: NonNullable<Places['areas']>[number];
  readonly n: number;
  readonly services: Overview['services'];
  readonly file: OpenFile<Places>;
  readonly problems: readonly Marked[];
}

function FrontDoor({ area, n, services, file, problems }: OneProps) {
  const lay = useLayOut();
  const at = ['areas', n, 'front-door'];
  const door = (area['front-door'] ?? []).map(String);
  const nameOf = (id: string): string => services.find((one) => one.id === id)?.name ?? id;
  const edit = (change: (text: string) => string) => {
    settle();
    file.edit(change);
  };
  return (
    <>
      {door.length === 0 && (
        <p className={lay.words}>
          Nobody: there is no number here that we trust. The cards show 999, 101 and Childline.
        </p>
      )}
      <ol className={lay.list} aria-label={`Front door of ${area.name}`}>
        {door.map((id, m) => (
          <li key={id} className={lay.row}>
            <span style={{ marginRight: 'auto' }}>
              {m + 1}. {nameOf(id)}
            </span>
            <Tools name={nameOf(id)} at={m} of={door.length} path={at} edit={edit} stays />
            <ProblemNote problems={problemsUnder(problems, PLACES, [...at, m])} />
          </li>
        ))}
      </ol>
      <Pick
        label={`Add a service for ${area.name}`}
        value=""
        choices={services.filter(({ id }) => !door.includes(id))}
        onPick={(id) => edit((text) => insertIn(text, at, door.length, id))}
      />
    </>
  );
}

function One(props: OneProps) {
  const { area, n, file, problems } = props;
  const lay = useLayOut();
  const at = ['areas', n];
  return (
    <li className={lay.card} data-place={placeOf(PLACES, at)}>
      <TextField
        label="Name of the area"
        value={area.name ?? ''}
        problems={[...problemsAt(problems, PLACES, at), ...problemsUnder(problems, PLACES, [...at, 'name'])]}
        onChange={(value) => file.edit((text) => setIn(text, [...at, 'name'], value))}
      />
      <FrontDoor {...props} />
    </li>
  );
}

export function Areas(props: PartProps) {
  const lay = useLayOut();
  const file = useFile<Places>(props, PLACES, TITLE);
  if (!file.value) return <Spinner label="Fetching the areas" />;
  const problems = problemsUnder(props.work?.problems ?? [], PLACES, []);
  return (
    <>
      <p className={lay.words}>
        The first is rung by day, the next when it is closed. A service that is not here yet is added under
        “Services” first.
      </p>
      <ul className={lay.list}>
        {(file.value.areas ?? []).map((area, n) => (
          <One key={area.id ?? n} {...{ area, n, file, problems }} services={props.overview.services} />
        ))}
      </ul>
    </>
  );
}
