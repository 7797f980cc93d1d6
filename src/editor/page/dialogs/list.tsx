/** @jsxImportSource react */
/** All dialogs: search, filter, how each stands. */
import { Badge, Field, Input, Link } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useDeferredValue, useState } from 'react';
import type { Audience } from '../../../content/schema.ts';
import type { Item } from '../../api.ts';
import { Choose, choicesOf } from '../kit/choose.tsx';
import { momentInWords } from '../kit/days.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { mayWrite } from '../kit/may.ts';
import type { ViewProps } from '../work.ts';
import { begunIn, fileOf, type Titled } from './around.ts';
import { FoundInWords } from './found-in-words.tsx';
import { AUDIENCE_NAMES } from './model.ts';
import { NewDialog } from './new-dialog.tsx';

const READERS = [{ id: '', name: 'Everybody' }, ...choicesOf<string>(AUDIENCE_NAMES)];

const STATES = {
  '': 'All',
  drafts: 'With drafts',
  unapproved: 'Words not approved yet',
  stale: 'Translations to look at',
  urgent: 'Urgent',
} as const;
type State = keyof typeof STATES;

const inState = ({ drafts, approved, stale, urgent }: Item, state: State): boolean =>
  (state !== 'drafts' || drafts.length > 0) &&
  (state !== 'unapproved' || approved?.length === 0) &&
  (state !== 'stale' || stale > 0) &&
  (state !== 'urgent' || urgent);

function Line({ item, out }: { readonly item: Item; readonly out: boolean }) {
  const styles = useLayOut();
  const { id, title, approved, changed, drafts, stale, urgent } = item;
  return (
    <li className={styles.card}>
      <div className={styles.row}>
        <h2 className={styles.heading} style={{ marginRight: 'auto' }}>
          <Link href={`#dialog/${id}`}>{title}</Link>
        </h2>
        {urgent && <Badge color="danger">Urgent</Badge>}
        {out && <Badge color="brand">Taken out in your draft</Badge>}
        {drafts.length > 0 && (
          <Badge appearance="tint">{drafts.length === 1 ? '1 draft' : `${drafts.length} drafts`}</Badge>
        )}
        {approved?.length === 0 && (
          <Badge appearance="tint" color="warning">
            Not approved yet
          </Badge>
        )}
        {stale > 0 && (
          <Badge appearance="tint" color="informative">
            {stale} {stale === 1 ? 'step' : 'steps'} to translate
          </Badge>
        )}
      </div>
      <span className={styles.quiet}>
        {item.for.map((one) => AUDIENCE_NAMES[one as Audience] ?? one).join(', ')}.{' '}
        {changed === 0 ? 'As it shipped.' : `Changed on ${momentInWords(changed)}.`}
      </span>
    </li>
  );
}

function Begun({ id, title }: Titled) {
  const styles = useLayOut();
  return (
    <li className={styles.card}>
      <div className={styles.row}>
        <h2 className={styles.heading} style={{ marginRight: 'auto' }}>
          <Link href={`#dialog/${id}`}>{title}</Link>
        </h2>
        <Badge color="brand">New in your draft</Badge>
      </div>
    </li>
  );
}

export default function Dialogs(props: ViewProps) {
  const { overview, work } = props;
  const styles = useLayOut();
  const [words, setWords] = useState('');
  const [audience, setAudience] = useState('');
  const [state, setState] = useState<State>('');
  const wanted = useDeferredValue(words.trim().toLowerCase());
  const dialogs = overview.items.filter(({ kind }) => kind === 'dialog');
  const found = dialogs
    .filter((item) => `${item.title} ${item.id}`.toLowerCase().includes(wanted))
    .filter((item) => (audience === '' || item.for.includes(audience)) && inState(item, state))
    .sort((a, b) => a.title.localeCompare(b.title));
  return (
    <div className={styles.view}>
      <h1 className={styles.title}>Dialogs</h1>
      {mayWrite(overview.me) && <NewDialog {...props} />}
      <div className={styles.fields}>
        <Field label="Search">
          <Input
            type="search"
            contentBefore={<SearchRegular />}
            value={words}
            onChange={(_, { value }) => setWords(value)}
          />
        </Field>
        <Choose label="For" choices={READERS} value={audience} onPick={setAudience} />
        <Choose label="Show" choices={choicesOf(STATES)} value={state} onPick={setState} />
      </div>
      <p role="status" className={styles.quiet}>
        {found.length} of {dialogs.length}
      </p>
      <ul className={styles.list}>
        {begunIn(props).map((one) => (
          <Begun key={one.id} {...one} />
        ))}
        {found.map((item) => (
          <Line key={item.path} item={item} out={work?.files[fileOf(item.id)] === null} />
        ))}
      </ul>
      <FoundInWords api={props.api} overview={overview} words={words.trim()} />
    </div>
  );
}
