/** @jsxImportSource react */
/** The form of one service: who it is, how it is reached, when, for whom, and how sure we are. */
import { Checkbox, Field, Select } from '@fluentui/react-components';
import type { Marked } from '../../api.ts';
import { AudienceField } from '../kit/audience.tsx';
import { ProblemBars } from '../kit/bars.tsx';
import { changed, listed } from '../kit/file.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Lines } from '../kit/lines.tsx';
import { Pick } from '../kit/pick.tsx';
import { fieldState, type Path, problemsAt, problemsUnder } from '../kit/problems.tsx';
import { Ticks } from '../kit/ticks.tsx';
import { LongField, TextField } from '../kit/typed.tsx';
import { Bands } from './bands.tsx';
import { HoursField } from './hours.tsx';
import { type Entry, ORDER, SERVICES } from './registry.ts';
import { Sources } from './sources.tsx';

export interface FormProps {
  readonly entry: Entry;
  /** Where it stands in the file's list. */
  readonly n: number;
  readonly problems: readonly Marked[];
  readonly edit: (change: (text: string) => string) => void;
  /** The other services, for "when it is closed". */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly areas: readonly { readonly id: string; readonly name: string }[];
}

/** Everything a field needs of its service: its problems, and how it is written. */
function fields({ n, problems, edit }: FormProps) {
  const at = (...path: Path): Path => ['services', n, ...path];
  return {
    at,
    own: (...path: Path) => problemsAt(problems, SERVICES, at(...path)),
    under: (...path: Path) => problemsUnder(problems, SERVICES, at(...path)),
    put: (value: unknown, ...path: Path) => edit((text) => changed(text, at(...path), value, ORDER)),
  };
}

/** A field that may be left out: an empty one is taken out of the file. */
const orNone = (value: string): string | undefined => (value.trim() === '' ? undefined : value);

function Reach(props: FormProps) {
  const { entry } = props;
  const { under, put } = fields(props);
  const optional = (key: 'phone' | 'web' | 'short', value: string) => {
    const next = orNone(value);
    if (next !== undefined || entry[key] !== undefined) put(next, key);
  };
  const word = entry.text?.word;
  const text = (to: string, code: string) => {
    const next = orNone(to) && { to, ...(orNone(code) && { word: code }) };
    if (next || entry.text) put(next || undefined, 'text');
  };
  return (
    <div className={useLayOut().fields}>
      <TextField
        label="Phone number"
        hint="Digits and spaces"
        value={entry.phone ?? ''}
        problems={under('phone')}
        onChange={(value) => optional('phone', value)}
      />
      <TextField
        label="Text to"
        hint="A number, if it takes texts"
        value={entry.text?.to ?? ''}
        problems={under('text')}
        onChange={(to) => text(to, word ?? '')}
      />
      <TextField
        label="Word to text"
        hint="In capitals, if it wants one"
        value={word ?? ''}
        onChange={(code) => text(entry.text?.to ?? '', code)}
      />
      <TextField
        label="Website"
        hint="Begins with https://"
        value={entry.web ?? ''}
        problems={under('web')}
        onChange={(value) => optional('web', value)}
      />
    </div>
  );
}

function Words(props: FormProps) {
  const { entry, edit } = props;
  const { at, under, own, put } = fields(props);
  return (
    <>
      <div className={useLayOut().fields}>
        <TextField
          label="Name"
          required
          value={entry.name ?? ''}
          problems={under('name')}
          onChange={(value) => put(value, 'name')}
        />
        <TextField
          label="Short name"
          hint="On small buttons"
          value={entry.short ?? ''}
          problems={under('short')}
          onChange={(value) => (orNone(value) || entry.short) && put(orNone(value), 'short')}
        />
      </div>
      <LongField
        label="What residents read about it"
        required
        value={entry.says ?? ''}
        problems={under('says')}
        onChange={(value) => put(value, 'says')}
      />
      <Lines
        label="What happens when you get in touch"
        one="line"
        hint="Only what the service itself says."
        values={(entry['what-happens'] ?? []).map(String)}
        problems={own('what-happens')}
        problemsOf={(line) => under('what-happens', line)}
        onChange={(change) => edit((text) => listed(text, at('what-happens'), change, ORDER))}
      />
    </>
  );
}

function ForWhom(props: FormProps) {
  const { entry, areas } = props;
  const { own, under, put } = fields(props);
  const all = entry.ages === 'all' || entry.ages === undefined;
  const ages: { readonly from?: number | undefined; readonly to?: number | undefined } =
    typeof entry.ages === 'object' ? entry.ages : {};
  const age = (key: 'from' | 'to', value: string) => {
    const { [key]: _, ...rest } = ages;
    const next = value === '' ? rest : { ...rest, [key]: Number(value) };
    put(Object.keys(next).length > 0 ? next : 'all', 'ages');
  };
  return (
    <>
      <AudienceField
        chosen={entry.for ?? []}
        problems={own('for')}
        onChange={(chosen) => put(chosen, 'for')}
      />
      <div className={useLayOut().fields}>
        <TextField
          label="From age"
          type="number"
          hint={all ? 'Empty: all ages' : 'Empty: from birth'}
          value={ages.from === undefined ? '' : String(ages.from)}
          problems={under('ages')}
          onChange={(value) => age('from', value)}
        />
        <TextField
          label="To age"
          type="number"
          hint="Empty: no upper age"
          value={ages.to === undefined ? '' : String(ages.to)}
          onChange={(value) => age('to', value)}
        />
        <Pick
          label="Area"
          choices={areas}
          value={entry.area ?? 'uk'}
          problems={own('area')}
          onPick={(value) => put(value, 'area')}
        />
      </div>
    </>
  );
}

function Facts(props: FormProps) {
  const { entry } = props;
  const { own, under, put } = fields(props);
  const lay = useLayOut();
  return (
    <>
      <Ticks label="Cost" problems={own('cost')}>
        <Checkbox
          label="It is free"
          checked={entry.cost?.free === true}
          onChange={(_, { checked }) => put(checked === true, 'cost', 'free')}
        />
        <Checkbox
          label="It may show on a bill"
          checked={entry.cost?.['may-show-on-bill'] === true}
          onChange={(_, { checked }) => put(checked === true, 'cost', 'may-show-on-bill')}
        />
      </Ticks>
      <div className={lay.fields}>
        <Field label="Do they ask for a name?" {...fieldState(own('anonymous'))}>
          <Select value={entry.anonymous ?? 'ask'} onChange={(_, { value }) => put(value, 'anonymous')}>
            <option value="yes">No, you can stay nameless</option>
            <option value="ask">Ask them first</option>
            <option value="no">Yes, they will ask who you are</option>
          </Select>
        </Field>
        <Field label="How sure are we of the number?" {...fieldState(own('confidence'))}>
          <Select value={entry.confidence ?? 'medium'} onChange={(_, { value }) => put(value, 'confidence')}>
            <option value="high">Very sure</option>
            <option value="medium">Fairly sure</option>
          </Select>
        </Field>
        <Field
          label="How sure are we of the hours?"
          hint="Hours are shown only if very or fairly sure"
          {...fieldState(own('hours-confidence'))}
        >
          <Select
            value={entry['hours-confidence'] ?? 'high'}
            onChange={(_, { value }) => put(value, 'hours-confidence')}
          >
            <option value="high">Very sure</option>
            <option value="medium">Fairly sure</option>
            <option value="low">Not sure</option>
            <option value="unverified">Nobody has looked</option>
          </Select>
        </Field>
        <TextField
          label="Check it again every … days"
          type="number"
          value={String(entry['review-every-days'] ?? '')}
          problems={under('review-every-days')}
          onChange={(value) => value !== '' && put(Number(value), 'review-every-days')}
        />
        <TextField
          label="Web page last read on"
          type="date"
          value={entry.seen ?? ''}
          problems={under('seen')}
          onChange={(value) => value !== '' && put(value, 'seen')}
        />
      </div>
    </>
  );
}

export function ServiceForm(props: FormProps) {
  const { entry, problems, edit, others } = props;
  const { at, own, put } = fields(props);
  return (
    <div className={useLayOut().stack}>
      <ProblemBars problems={own()} />
      <Words {...props} />
      <Reach {...props} />
      <HoursField label="When it answers" hours={entry.hours} at={at('hours')} {...{ problems, edit }} />
      <Bands entry={entry} at={at('bands')} {...{ problems, edit }} />
      <Pick
        label="When it is closed, show"
        choices={[{ id: '', name: 'Nothing else' }, ...others]}
        value={entry.otherwise ?? ''}
        problems={own('otherwise')}
        onPick={(value) => (value || entry.otherwise) && put(orNone(value), 'otherwise')}
      />
      <ForWhom {...props} />
      <Facts {...props} />
      <Sources sources={entry.sources ?? []} at={at('sources')} {...{ problems, edit }} />
    </div>
  );
}
