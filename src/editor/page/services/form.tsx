/** @jsxImportSource react */
/** The form of one service: who it is, how it is reached, when, for whom, and how sure we are. */
import { ProblemBars } from '../kit/bars.tsx';
import { useLayOut } from '../kit/lay-out.ts';
import { Pick } from '../kit/pick.tsx';
import { Bands } from './bands.tsx';
import { Facts, ForWhom } from './facts.tsx';
import { type FormProps, fields, orNone } from './fields.ts';
import { HoursField } from './hours.tsx';
import { Sources } from './sources.tsx';
import { Reach, Words } from './words.tsx';

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
