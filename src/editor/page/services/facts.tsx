/** @jsxImportSource react */
/** For whom a service is, what it costs, and how sure we are of it. */
import { Checkbox } from '@fluentui/react-components';
import { AudienceField } from '../kit/audience.tsx';
import { Choose, choicesOf } from '../kit/choose.tsx';
import { useLayOut } from '../kit/lay-out.ts';
import { Pick } from '../kit/pick.tsx';
import { Ticks } from '../kit/ticks.tsx';
import { TextField } from '../kit/typed.tsx';
import { type FormProps, fields } from './fields.ts';
import { SOURCED } from './registry.ts';

const ANONYMOUS = choicesOf({
  yes: 'No, you can stay nameless',
  ask: 'Ask them first',
  no: 'Yes, they will ask who you are',
});
const SURE_OF_HOURS = choicesOf({
  high: 'Very sure',
  medium: 'Fairly sure',
  low: 'Not sure',
  unverified: 'Nobody has looked',
});

export function ForWhom(props: FormProps) {
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

export function Facts(props: FormProps) {
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
        <Choose
          label="Do they ask for a name?"
          choices={ANONYMOUS}
          value={entry.anonymous ?? 'ask'}
          problems={own('anonymous')}
          onPick={(value) => put(value, 'anonymous')}
        />
        <Choose
          label="How well is the number sourced?"
          choices={choicesOf(SOURCED)}
          value={entry.confidence ?? 'medium'}
          problems={own('confidence')}
          onPick={(value) => put(value, 'confidence')}
        />
        <Choose
          label="How sure are we of the hours?"
          hint="Hours are shown only if very or fairly sure"
          choices={SURE_OF_HOURS}
          value={entry['hours-confidence'] ?? 'high'}
          problems={own('hours-confidence')}
          onPick={(value) => put(value, 'hours-confidence')}
        />
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
