/** @jsxImportSource react */
/** The open draft, above every view: its name, whether it is saved, what the check says, and what comes next. */
import { Badge, Button, Input, Label, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons';
import { useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import type { Now } from '../open-draft.ts';
import type { Room } from '../room.ts';
import { useTyped } from '../typing.ts';
import type { ViewProps, Work } from '../work.ts';
import { Actions } from './actions.tsx';
import { ProblemsButton } from './problems.tsx';
import { SentBack } from './sent-back.tsx';
import { canDo, stageOf } from './steps.ts';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { flexGrow: 1, minWidth: 'min(100%, 14rem)' },
});

/** The live words changed since the draft began: one press brings both together. */
function UpToDate({
  work,
  room,
  props,
}: {
  readonly work: Work;
  readonly room: Room;
  readonly props: ViewProps;
}) {
  const styles = useLayOut();
  const doing = useDoing(props);
  const { overview, tell } = props;
  if (work.base === overview.live) return null;
  const bring = async () => {
    const clashes = await room.bringUpToDate();
    if (clashes.length === 0)
      return tell('done', 'Your changes stand on the live words now. Look at them, then save.');
    const names = clashes
      .map((path) => overview.items.find((item) => item.path === path)?.title ?? path)
      .join(', ');
    tell(
      'warning',
      `Both changed the same words in ${names}. Yours stand now: see the changes before you save.`,
    );
  };
  return (
    <div className={styles.row}>
      <span>The live words have changed since this draft began.</span>
      <Button size="small" disabled={doing.busy} onClick={() => doing.run(bring)}>
        Bring it up to date
      </Button>
    </div>
  );
}

/** Who must still agree. */
function Missing({ sentences }: { readonly sentences: readonly string[] }) {
  const styles = useLayOut();
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.list}>
      {sentences.map((sentence) => (
        <li key={sentence} className={styles.quiet}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}

interface BarProps {
  readonly now: Now;
  readonly room: Room;
  readonly props: ViewProps;
  readonly onSave: () => void;
}

export function DraftBar({ now, room, props, onSave }: BarProps) {
  const own = useStyles();
  const styles = useLayOut();
  const { work } = now;
  const typed = useTyped(work?.title ?? '', (title) => work?.rename(title));
  if (!work) return null;
  const may = canDo(work, now.view, props.overview).save;
  const changed = Object.keys(work.files).length;
  const state = now.saving
    ? 'Saving'
    : work.unsaved
      ? 'Not saved yet'
      : work.revision > 0
        ? 'Saved'
        : 'No changes yet';
  return (
    <section className={own.bar} aria-label="The open draft">
      <div className={styles.row}>
        <Label htmlFor="draft-title">Draft</Label>
        <Input id="draft-title" className={own.title} maxLength={200} {...typed} />
        <Badge appearance="tint" color={work.unsaved ? 'warning' : 'success'} role="status">
          {state}
        </Badge>
        {now.view && (
          <Badge appearance="outline" color="informative">
            {stageOf(now.view.draft.stage, now.view.missing)}
          </Badge>
        )}
        {!now.view && work.revision > 0 && !work.unsaved && (
          <Spinner size="tiny" label="Finding out who must agree" />
        )}
        <ProblemsButton work={work} go={props.go} />
      </div>
      <div className={styles.row}>
        <Button
          appearance={work.unsaved ? 'primary' : 'secondary'}
          icon={<SaveRegular />}
          disabled={!may || now.saving || !work.unsaved || changed === 0}
          aria-keyshortcuts="Control+S"
          onClick={onSave}
        >
          Save
        </Button>
        <Actions now={now} work={work} room={room} props={props} />
      </div>
      <UpToDate work={work} room={room} props={props} />
      {!may && work.unsaved && (
        <span className={styles.quiet}>
          You can try a change here and see what it does. Only an editor can save it.
        </span>
      )}
      {may && work.revision === 0 && (
        <span className={styles.quiet}>What comes next: save it, then ask for approval.</span>
      )}
      <SentBack note={now.view?.draft.note ?? null} />
      {!work.unsaved && <Missing sentences={now.view?.missing ?? []} />}
    </section>
  );
}
