/** @jsxImportSource react */
/** All drafts: what each touches, who wrote it, how far it is. */
import { Badge, Button, Link } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { DraftLine, Overview } from '../../api.ts';
import { momentInWords } from '../kit/days.ts';
import { useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { mayWrite } from '../kit/may.ts';
import { inWords } from '../kit/names.ts';
import { viewOf } from '../routes.ts';
import type { OwnProps } from '../shell/views.tsx';
import { SentBack } from './sent-back.tsx';
import { stageOf, writersOf } from './steps.ts';
import { ThrowAway } from './throw-away.tsx';

/** What is new in a draft has no title in the lists yet: its name does instead. */
const titleOf = ({ items }: Overview, path: string): string =>
  items.find((item) => item.path === path)?.title ??
  inWords(path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.')));

interface ChangesProps {
  readonly draft: DraftLine;
  readonly overview: Overview;
  /** Goes there with the draft open. */
  readonly onGo: (to: string) => void;
}

function Changes({ draft, overview, onGo }: ChangesProps) {
  if (draft.paths.length === 0) return <span>Changes: nothing yet</span>;
  return (
    <span>
      Changes:{' '}
      {draft.paths.map((path, n) => (
        <Fragment key={path}>
          {n > 0 && ', '}
          <Link
            href={`#${viewOf(path)}`}
            onClick={(event) => {
              event.preventDefault();
              onGo(viewOf(path));
            }}
          >
            {titleOf(overview, path)}
          </Link>
        </Fragment>
      ))}
    </span>
  );
}

function Line({ draft, props }: { readonly draft: DraftLine; readonly props: OwnProps }) {
  const styles = useLayOut();
  const { api, overview, refresh, room, go, work } = props;
  const doing = useDoing(props);
  const open = work?.id === draft.id;
  const [first] = draft.paths;
  const openAt = (to: string) =>
    doing.run(async () => {
      await room.openDraft(draft.id);
      go(to);
    });
  const drop = async () => {
    await api.drop(draft.id, draft.revision);
    if (open) room.leave();
    await refresh();
  };
  return (
    <li className={styles.card}>
      <div className={styles.row}>
        <h2 className={styles.heading}>{draft.title}</h2>
        <Badge appearance="tint" color={draft.stage === 'asked' ? 'important' : 'informative'}>
          {stageOf(draft.stage, null)}
        </Badge>
        {open && <Badge color="brand">Open now</Badge>}
      </div>
      <SentBack note={draft.note} />
      <Changes draft={draft} overview={overview} onGo={openAt} />
      <span className={styles.quiet}>
        Written by {writersOf(draft.writers, overview.me.person)}, last changed {momentInWords(draft.changed)}
      </span>
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabled={doing.busy}
          onClick={() => openAt(first ? viewOf(first) : `draft/${draft.id}`)}
          aria-label={`Open ${draft.title}`}
        >
          Open
        </Button>
        <Button onClick={() => go(`draft/${draft.id}`)} aria-label={`See the changes of ${draft.title}`}>
          See the changes
        </Button>
        {mayWrite(overview.me) && (
          <ThrowAway
            title={draft.title}
            busy={doing.busy}
            onDo={() => void doing.run(drop, `“${draft.title}” is gone.`)}
          />
        )}
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
