/** @jsxImportSource react */
/** Stretches of hours in which a service answers differently, such as a night team. */
import { Button, Checkbox } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { insertIn, removeIn, setIn } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import { changed } from '../kit/file.ts';
import { idFrom } from '../kit/ids.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { type Path, problemsUnder } from '../kit/problems.tsx';
import { TextField } from '../kit/typed.tsx';
import { HoursField } from './hours.tsx';
import { type Entry, ORDER, SERVICES } from './registry.ts';

interface BandsProps {
  readonly entry: Entry;
  readonly at: Path;
  readonly problems: readonly Marked[];
  readonly edit: (change: (text: string) => string) => void;
}

export function Bands({ entry, at, problems, edit }: BandsProps) {
  const lay = useLayOut();
  const bands = entry.bands ?? [];
  const add = () =>
    edit((text) => {
      const id = idFrom(
        'other hours',
        bands.map((band) => band.id ?? ''),
      );
      const band = { id, hours: { 'every-day': '18:00-24:00' }, says: '' };
      return bands.length === 0 ? setIn(text, at, [band], ORDER) : insertIn(text, at, bands.length, band);
    });
  return (
    <>
      {bands.map((band, n) => (
        <div key={band.id ?? n} className={lay.card}>
          <HoursField
            label={`Other hours ${n + 1}`}
            hours={band.hours}
            at={[...at, n, 'hours']}
            {...{ problems, edit }}
          />
          <TextField
            label={`What residents read in these hours (${n + 1})`}
            value={band.says ?? ''}
            problems={problemsUnder(problems, SERVICES, [...at, n, 'says'])}
            onChange={(value) => edit((text) => setIn(text, [...at, n, 'says'], value))}
          />
          <div className={lay.row}>
            <Checkbox
              label="Only for a child in danger right now"
              checked={band.only === 'immediate-risk'}
              onChange={(_, { checked }) =>
                edit((text) => changed(text, [...at, n, 'only'], checked ? 'immediate-risk' : undefined))
              }
            />
            <Button
              size="small"
              onClick={() => edit((text) => removeIn(text, bands.length === 1 ? at : [...at, n]))}
            >
              Remove these hours
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button size="small" icon={<AddRegular />} onClick={add}>
          Add hours in which somebody else answers
        </Button>
      </div>
    </>
  );
}
