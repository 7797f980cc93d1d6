/** @jsxImportSource react */
/** Opening hours as a form: always, not known, or a line for each day or run of days. */
import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { removeIn, renameIn, setIn } from '../../../content/edit.ts';
import type { Hours } from '../../../content/schema.ts';
import type { Marked } from '../../api.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { fieldState, type Path, problemsAt, problemsUnder } from '../kit/problems.tsx';
import { Remove } from '../kit/remove.tsx';
import { DAY_NAMES, ORDER, SERVICES } from './registry.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  set: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
});

/** A time field knows no 24:00: midnight at the end of a day is its 00:00. */
const shown = (time: string): string => (time === '24:00' ? '00:00' : time);
const spanOf = (from: string, to: string): string => `${from}-${to === '00:00' ? '24:00' : to}`;

interface HoursProps {
  readonly label: string;
  readonly hours: Hours | undefined;
  readonly at: Path;
  readonly problems: readonly Marked[];
  readonly edit: (change: (text: string) => string) => void;
}

type LineProps = Pick<HoursProps, 'at' | 'edit' | 'problems'> & {
  readonly label: string;
  readonly day: string;
  readonly span: string;
  readonly free: readonly string[];
};

function DayLine({ label, day, span, free, at, edit, problems }: LineProps) {
  const [from = '', to = ''] = span.split('-');
  const here = [...at, day];
  const put = (start: string, end: string) => edit((text) => setIn(text, here, spanOf(start, end)));
  const name = DAY_NAMES[day] ?? day;
  return (
    <Field {...fieldState(problemsAt(problems, SERVICES, here))}>
      <div className={useStyles().line}>
        <Select
          aria-label={`${label}: days`}
          value={day}
          onChange={(_, { value }) => edit((text) => renameIn(text, here, value))}
        >
          {[day, ...free].map((key) => (
            <option key={key} value={key}>
              {DAY_NAMES[key] ?? key}
            </option>
          ))}
        </Select>
        <Input
          type="time"
          aria-label={`${name}: from`}
          value={from}
          onChange={(_, { value }) => value && put(value, to)}
        />
        <Input
          type="time"
          aria-label={`${name}: until`}
          value={shown(to)}
          onChange={(_, { value }) => value && put(from, value)}
        />
        <Remove name={name} onRemove={() => edit((text) => removeIn(text, here))} />
      </div>
    </Field>
  );
}

export function HoursField({ label, hours, at, problems, edit }: HoursProps) {
  const styles = useStyles();
  const lay = useLayOut();
  const kind = typeof hours === 'object' && hours !== null ? 'times' : (hours ?? 'unknown');
  const days = typeof hours === 'object' && hours !== null ? Object.entries(hours) : [];
  const free = Object.keys(DAY_NAMES).filter((key) => !days.some(([day]) => day === key));
  const choose = (value: string) =>
    edit((text) => setIn(text, at, value === 'times' ? { 'mon-fri': '09:00-17:00' } : value, ORDER));
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{label}</legend>
      <div className={lay.tight}>
        <Field {...fieldState(problemsAt(problems, SERVICES, at))}>
          <Select aria-label={`${label}: kind`} value={kind} onChange={(_, { value }) => choose(value)}>
            <option value="always">Day and night, every day</option>
            <option value="times">At set times</option>
            <option value="unknown">Not known (no hours are shown)</option>
          </Select>
        </Field>
        {days.map(([day, span]) => (
          <DayLine
            key={day}
            {...{ label, day, free, at, edit }}
            span={String(span)}
            problems={problemsUnder(problems, SERVICES, at)}
          />
        ))}
        {kind === 'times' && (
          <>
            <div className={lay.quiet}>
              Days that are not named are closed. Until 00:00 means midnight. Bank holidays are closed unless
              they have a line.
            </div>
            <div>
              <Button
                size="small"
                icon={<AddRegular />}
                disabled={free.length === 0}
                onClick={() => edit((text) => setIn(text, [...at, free[0] ?? ''], '09:00-17:00'))}
              >
                Add a day
              </Button>
            </div>
          </>
        )}
      </div>
    </fieldset>
  );
}
