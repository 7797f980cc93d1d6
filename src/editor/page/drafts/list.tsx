/** @jsxImportSource react */
/** All drafts: what each touches, who wrote it, how far it is. */
import { Badge, Button } from '@fluentui/react-components';
import type { DraftLine, Overview } from '../../api.ts';
import { useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import type { OwnProps } from '../shell/views.tsx';
import { stageOf, writersOf } from './steps.ts';

const titleOf = ({ items }: Overview, path: string): string =>
  items.find((item) => item.path === path)?.title ?? path;

function Line({ draft, props }: { readonly draft: DraftLine; readonly props: OwnProps }) {
  const styles = useLayOut();
  const { overview, room, go, work } = props;
  const doing = useDoing(props);
  const open = work?.id === draft.id;
  return (
    <li className={styles.card}>
      <div className={styles.row}>
        <h2 className={styles.heading}>{draft.title}</h2>
        <Badge appearance="tint" color={draft.stage === 'asked' ? 'important' : 'informative'}>
          {stageOf(draft.stage, null)}
        </Badge>
        {open && <Badge color="brand">Open now</Badge>}
      </div>
      <span>Changes: {draft.paths.map((path) => titleOf(overview, path)).join(', ') || 'nothing yet'}</span>
      <span className={styles.quiet}>
        Written by {writersOf(draft.writers, overview.me.person)}, last changed{' '}
        {new Date(draft.changed).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
      </span>
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabled={doing.busy || open}
          onClick={() => doing.run(() => room.openDraft(draft.id))}
          aria-label={`Open ${draft.title}`}
        >
          Open
        </Button>
        <Button onClick={() => go(`draft/${draft.id}`)} aria-label={`See the changes of ${draft.title}`}>
          See the changes
        </Button>
      </div>
    </li>
  );
}

export default function Drafts(props: OwnProps) {
  const styles = useLayOut();
  const drafts = [...props.overview.drafts].sort((a, b) => b.changed - a.changed);
  return (
    <div className={styles.view}>
      <h1 className={styles.title}>Drafts</h1>
      <p className={styles.words}>
        A draft begins by itself when you change something. Nobody outside sees it until it is published, and
        a second person has to agree first.
      </p>
      {drafts.length === 0 && <p className={styles.quiet}>There are no drafts.</p>}
      <ul className={styles.list}>
        {drafts.map((draft) => (
          <Line key={draft.id} draft={draft} props={props} />
        ))}
      </ul>
    </div>
  );
}
