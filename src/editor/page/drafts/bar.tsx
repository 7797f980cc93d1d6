/** @jsxImportSource react */
/** The open draft, above every view: its name, whether it is saved, what the check says, and what comes next. */
import { Badge, Button, Input, Label, mergeClasses, Spinner } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular, SaveRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { useFirmPress } from '../kit/press.ts';
import type { Now } from '../open-draft.ts';
import type { Room } from '../room.ts';
import { useTyped } from '../typing.ts';
import type { ViewProps, Work } from '../work.ts';
import { Actions } from './actions.tsx';
import { useBar } from './bar-styles.ts';
import { Missing } from './missing.tsx';
import { ProblemsButton, ProblemsList } from './problems.tsx';
import { SentBack } from './sent-back.tsx';
import { canDo, stageOf } from './steps.ts';

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

interface BarProps {
  readonly now: Now;
  readonly room: Room;
  readonly props: ViewProps;
  readonly onSave: () => void;
}

function stateOf({ saving }: Now, { unsaved, revision }: Work): string {
  if (saving) return 'Saving';
  if (unsaved) return 'Not saved yet';
  return revision > 0 ? 'Saved' : 'No changes yet';
}

/** What the draft is called, and how far it is. */
function Named({ now, work }: { readonly now: Now; readonly work: Work }) {
  const own = useBar();
  const typed = useTyped(work.title, (title) => work.rename(title));
  return (
    <div className={mergeClasses(own.named, own.beside)}>
      <Label htmlFor="draft-title">Draft</Label>
      <Input id="draft-title" className={own.title} maxLength={200} {...typed} />
      {now.view && (
        <Badge appearance="outline" color="informative">
          {stageOf(now.view.draft.stage, work.unsaved ? null : now.view)}
        </Badge>
      )}
      {!now.view && work.revision > 0 && !work.unsaved && (
        <Spinner size="tiny" label="Finding out who must agree" />
      )}
    </div>
  );
}

/** On a phone: whether it is saved, Save, how many problems; all else within a press. */
export function DraftBar({ now, room, props, onSave }: BarProps) {
  const own = useBar();
  const styles = useLayOut();
  const press = useFirmPress();
  const [listed, setListed] = useState(false);
  const [more, setMore] = useState(false);
  const { work } = now;
  if (!work) return null;
  const may = canDo(work, now.view, props.overview).save;
  const changed = Object.keys(work.files).length;
  return (
    <section className={own.bar} aria-label="The open draft" {...press}>
      <div className={own.first}>
        <Button
          className={own.save}
          appearance={work.unsaved ? 'primary' : 'secondary'}
          icon={<SaveRegular />}
          disabled={!may || now.saving || !work.unsaved || changed === 0}
          aria-keyshortcuts="Control+S"
          onClick={onSave}
        >
          Save
        </Button>
        <Badge appearance="tint" color={work.unsaved ? 'warning' : 'success'} role="status">
          {stateOf(now, work)}
        </Badge>
        <ProblemsButton work={work} open={listed} onOpen={setListed} />
        <Button
          className={own.more}
          appearance="subtle"
          icon={more ? <ChevronDownRegular /> : <ChevronUpRegular />}
          aria-label="More of this draft"
          aria-expanded={more}
          aria-controls="draft-rest"
          onClick={() => setMore(!more)}
        />
      </div>
      {listed && <ProblemsList className={own.problems} work={work} go={props.go} />}
      <div id="draft-rest" className={mergeClasses(own.rest, !more && own.shut)}>
        <Named now={now} work={work} />
        <div className={styles.row}>
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
      </div>
    </section>
  );
}
