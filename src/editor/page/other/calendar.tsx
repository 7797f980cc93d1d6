/** @jsxImportSource react */
/** Bank holidays, and up to which day the list is complete. */
import { Spinner } from '@fluentui/react-components';
import { setIn } from '../../../content/edit.ts';
import { dayInWords } from '../kit/days.ts';
import { useFile } from '../kit/file.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { problemsUnder } from '../kit/problems.tsx';
import { TextField } from '../kit/typed.tsx';
import { CALENDAR, type Calendar as CalendarText, TITLE } from './files.ts';
import type { PartProps } from './part.ts';
import { Records, type Row } from './records.tsx';

const COLUMNS = [
  { key: 'on', label: 'Day', type: 'date' },
  { key: 'name', label: 'Name' },
] as const;

export function Calendar(props: PartProps) {
  const lay = useLayOut();
  const file = useFile<CalendarText>(props, CALENDAR, TITLE);
  const { value } = file;
  if (!value) return <Spinner label="Fetching the bank holidays" />;
  const days = value['bank-holidays'] ?? [];
  const problems = problemsUnder(props.work?.problems ?? [], CALENDAR, []);
  const put = (key: 'ends' | 'source') => (text: string) => file.edit((all) => setIn(all, [key], text));
  const later = ({ on }: Row): number => {
    const n = days.findIndex((one) => (one.on ?? '') > String(on));
    return n < 0 ? days.length : n;
  };
  const refuse = ({ on }: Row): string =>
    days.some((one) => one.on === on) ? `${dayInWords(String(on))} is in the list already.` : '';
  return (
    <>
      <p className={lay.words}>
        When you have added all bank holidays of a year, move the day on which the list ends to its 31
        December. Before that day comes, “To do” asks for the next ones.
      </p>
      <div className={lay.fields}>
        <TextField
          label="The list is complete up to"
          type="date"
          value={value.ends ?? ''}
          problems={problemsUnder(problems, CALENDAR, ['ends'])}
          onChange={put('ends')}
        />
        <TextField
          label="Where the days come from"
          hint="Only staff see this."
          value={value.source ?? ''}
          problems={problemsUnder(problems, CALENDAR, ['source'])}
          onChange={put('source')}
        />
      </div>
      <Records
        at={['bank-holidays']}
        one="bank holiday"
        rows={days}
        columns={COLUMNS}
        least={1}
        indexOf={later}
        {...{ file, problems, refuse }}
      />
    </>
  );
}
