/** @jsxImportSource react */
/** The buttons of the open draft: ask, approve, publish, drop, close. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useDoing } from '../kit/doing.ts';
import { said } from '../kit/problems.tsx';
import type { Now } from '../open-draft.ts';
import type { Room } from '../room.ts';
import { ApiFailed, type ViewProps, type Work } from '../work.ts';
import { canDo } from './steps.ts';

interface ActionsProps {
  readonly now: Now;
  readonly work: Work;
  readonly room: Room;
  readonly props: ViewProps;
}

/** What stops a publish is told with it: sentences that must be judged so are not among what is checked as one types. */
function withProblems(error: unknown): unknown {
  if (!(error instanceof ApiFailed) || !error.error.problems?.length) return error;
  const problems = error.error.problems.slice(0, 3).map(said).join(' ');
  return new ApiFailed(error.status, { ...error.error, message: `${error.error.message} ${problems}` });
}

const PUBLISHED = 'Published. Residents see the new words now.';

function DropDialog({ onDrop, onClose }: { readonly onDrop: () => void; readonly onClose: () => void }) {
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Throw this draft away?</DialogTitle>
          <DialogContent>All its changes are lost, for everybody. What is live stays as it is.</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onDrop}>
              Throw it away
            </Button>
            <DialogTrigger disableButtonEnhancement>
              <Button>Keep it</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

export function Actions({ now, work, room, props }: ActionsProps) {
  const { api, overview, refresh, go, tell } = props;
  const doing = useDoing(props);
  const [dropping, setDropping] = useState(false);
  const can = canDo(work, now.view, overview);
  const { id, revision } = work;
  const publish = async () => {
    await api.publish(id, revision).catch((error: unknown) => {
      throw withProblems(error);
    });
    room.leave();
    await refresh();
    tell('done', PUBLISHED);
    go('drafts');
  };
  const approve = async () => {
    await api.approve(id, revision);
    await Promise.all([room.look(), refresh()]);
  };
  const drop = async () => {
    if (revision > 0) await api.drop(id, revision);
    room.leave();
    setDropping(false);
    await refresh();
  };
  return (
    <>
      {can.ask && (
        <Button
          disabled={doing.busy}
          onClick={() =>
            doing.run(async () => {
              await api.ask(id, revision);
              await Promise.all([room.look(), refresh()]);
            }, 'Approval is asked for. Others see it under To do and Drafts.')
          }
        >
          Ask for approval
        </Button>
      )}
      {can.approve && (
        <Button disabled={doing.busy} onClick={() => doing.run(approve, 'You have approved this draft.')}>
          Approve
        </Button>
      )}
      {can.approve && (
        <Button
          appearance="primary"
          disabled={doing.busy}
          onClick={() =>
            doing.run(async () => {
              await approve();
              if (room.now().view?.missing.length === 0) await publish();
              else
                tell(
                  'warning',
                  'You have approved it. Somebody else must still agree before it can be published.',
                );
            })
          }
        >
          Approve and publish
        </Button>
      )}
      {can.publish && (
        <Button appearance="primary" disabled={doing.busy} onClick={() => doing.run(publish)}>
          Publish
        </Button>
      )}
      {revision > 0 && <Button onClick={() => go(`draft/${id}`)}>See the changes</Button>}
      <Button
        appearance="subtle"
        disabled={doing.busy}
        onClick={() => doing.run(async () => (can.save ? room.close() : room.leave()))}
      >
        Close
      </Button>
      {can.drop && (
        <Button appearance="subtle" disabled={doing.busy} onClick={() => setDropping(true)}>
          Throw away
        </Button>
      )}
      {dropping && (
        <DropDialog onDrop={() => doing.run(drop, 'The draft is gone.')} onClose={() => setDropping(false)} />
      )}
    </>
  );
}
