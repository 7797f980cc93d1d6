/** @jsxImportSource react */
/** Towns and villages: their names, how people spell them, and which area answers for them. */
import { Button, Spinner } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useDeferredValue, useState } from 'react';
import { insertIn, removeIn, setIn } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import { placeOf } from '../drafts/jump.ts';
import { Choose } from '../kit/choose.tsx';
import { listed, type OpenFile, useFile } from '../kit/file.ts';
import { idFrom } from '../kit/ids.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Lines } from '../kit/lines.tsx';
import { problemsAt, problemsUnder } from '../kit/problems.tsx';
import { Search } from '../kit/search.tsx';
import { TextField } from '../kit/typed.tsx';
import { settle } from '../typing.ts';
import { PLACES, type Places as PlacesText, TITLE } from './files.ts';
import type { PartProps } from './part.ts';
import { useFound } from './use-found.ts';

/** More are not drawn: who types gets to the rest. */
const MOST = 20;
const ORDER = ['id', 'name', 'area', 'also'];

type Place = NonNullable<PlacesText['places']>[number];
type Area = NonNullable<PlacesText['areas']>[number];

const choicesIn = (areas: readonly Area[]) => areas.map(({ id = '', name = '' }) => ({ id, name }));

interface OneProps {
  readonly place: Place;
  readonly n: number;
  readonly areas: readonly Area[];
  readonly file: OpenFile<PlacesText>;
  readonly problems: readonly Marked[];
}

function One({ place, n, areas, file, problems }: OneProps) {
  const lay = useLayOut();
  const at = ['places', n];
  const { name = '', area = '', also = [] } = place;
  const put = (key: 'name' | 'area') => (value: string) =>
    file.edit((text) => setIn(text, [...at, key], value, ORDER));
  return (
    <li className={lay.card} data-place={placeOf(PLACES, at)}>
      <div className={lay.fields}>
        <TextField
          label="Name"
          value={name}
          problems={[
            ...problemsAt(problems, PLACES, at),
            ...problemsUnder(problems, PLACES, [...at, 'name']),
          ]}
          onChange={put('name')}
        />
        <Choose
          label="Area"
          choices={choicesIn(areas)}
          value={area}
          problems={problemsUnder(problems, PLACES, [...at, 'area'])}
          onPick={put('area')}
        />
      </div>
      <Lines
        label={`Other spellings of ${name}`}
        one="spelling"
        values={also.map(String)}
        problemsOf={(m) => problemsUnder(problems, PLACES, [...at, 'also', m])}
        onChange={(change) =>
          file.edit((text) =>
            change.kind === 'remove' && also.length === 1
              ? removeIn(text, [...at, 'also'])
              : listed(text, [...at, 'also'], change, ORDER),
          )
        }
      />
      <div>
        <Button
          size="small"
          aria-label={`Take it out: ${name}`}
          onClick={() => {
            settle();
            file.edit((text) => removeIn(text, at));
          }}
        >
          Take it out
        </Button>
      </div>
    </li>
  );
}

interface FreshProps {
  readonly areas: readonly Area[];
  readonly onAdd: (name: string, area: string) => void;
}

function Fresh({ areas, onAdd }: FreshProps) {
  const lay = useLayOut();
  const [name, setName] = useState('');
  const [area, setArea] = useState(areas[0]?.id ?? '');
  const add = () => {
    onAdd(name.trim(), area);
    setName('');
  };
  return (
    <div className={lay.row}>
      <TextField label="Name of a new place" value={name} onChange={setName} />
      <Choose label="Area of the new place" choices={choicesIn(areas)} value={area} onPick={setArea} />
      <Button icon={<AddRegular />} disabled={name.trim() === ''} onClick={add}>
        Add this place
      </Button>
    </div>
  );
}

export function Places(props: PartProps) {
  const lay = useLayOut();
  const file = useFile<PlacesText>(props, PLACES, TITLE);
  const [words, setWords] = useState('');
  const { places = [], areas = [] } = file.value ?? {};
  const looked = useDeferredValue(words).trim();
  const fitting = useFound(places, looked, ({ name, also = [] }, wanted) =>
    `${name} ${also.join(' ')}`.toLowerCase().includes(wanted),
  );
  if (!file.value) return <Spinner label="Fetching the places" />;
  const problems = problemsUnder(props.work?.problems ?? [], PLACES, []);
  const one = looked === '' && props.wanted !== '' && places[Number(props.wanted)] !== undefined;
  const found = one ? [Number(props.wanted)] : fitting;
  const add = (name: string, area: string) => {
    const id = idFrom(
      name,
      places.map((one) => one.id ?? ''),
    );
    file.edit((text) => insertIn(text, ['places'], places.length, { id, name, area }));
    setWords(name);
  };
  return (
    <>
      <p className={lay.words}>
        Leave out spellings that are words of their own, such as “from” for Frome: the chat would take them
        for the place.
      </p>
      <Fresh areas={areas} onAdd={add} />
      <Search label="Find a place" value={words} onSearch={setWords} />
      <p role="status" className={lay.quiet}>
        {found.length} of {places.length}
        {found.length > MOST && `: the first ${MOST} are shown`}
      </p>
      <ul className={lay.list}>
        {found.slice(0, MOST).map((n) => (
          <One key={places[n]?.id ?? n} place={places[n] ?? {}} {...{ n, areas, file, problems }} />
        ))}
      </ul>
    </>
  );
}
