/** @jsxImportSource react */
/** The clock that the preview believes: now, or a time in Wiltshire that staff choose. */
import { Button, Field, Input } from '@fluentui/react-components';
import { fromWallClock, today, wallClock } from '../kit/days.ts';
import { useLayOut } from '../kit/lay-out.ts';

const DAY = 86_400_000;

/** The next such day of the week (0 is Sunday), today included, as 2026-11-22. */
function next(weekday: number): string {
  const from = Date.parse(today());
  const ahead = (weekday - new Date(from).getUTCDay() + 7) % 7;
  return new Date(from + ahead * DAY).toISOString().slice(0, 10);
}

const TIMES: readonly (readonly [string, () => string])[] = [
  ['Tuesday 10:00', () => `${next(2)}T10:00`],
  ['Sunday 03:00', () => `${next(0)}T03:00`],
  ['Christmas Day, noon', () => `${today().slice(0, 4)}-12-25T12:00`],
];

interface ClockProps {
  readonly at: number;
  readonly onChange: (at: number) => void;
}

export function Clock({ at, onChange }: ClockProps) {
  const put = (clock: string) => {
    const time = fromWallClock(clock);
    if (!Number.isNaN(time) && time >= 0) onChange(time);
  };
  return (
    <div className={useLayOut().stack}>
      <Field label="Date and time of the talk" hint="The clock in Wiltshire: it decides who is open.">
        <Input type="datetime-local" value={wallClock(at)} onChange={(_, { value }) => put(value)} />
      </Field>
      <fieldset className={useLayOut().group} aria-label="Other times">
        <Button size="small" onClick={() => onChange(Date.now())}>
          Now
        </Button>
        {TIMES.map(([name, clock]) => (
          <Button key={name} size="small" onClick={() => put(clock())}>
            {name}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}
