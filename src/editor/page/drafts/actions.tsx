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
import { Reason } from '../kit/reason.tsx';
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

/** @param onDo gives whether it is done */
function NotLikeThis({
  busy,
  onDo,
}: {
  readonly busy: boolean;
  readonly onDo: (why: string) => Promise<boolean>;
}) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button disabled={busy} onClick={() => setAsking(true)}>
        Not like this…
      </Button>
      {asking && (
        <Reason
          title="Send this draft back?"
          action="Send it back"
          hint="What should be different? Who wrote it sees this, and it is kept in the audit trail. No names of residents or children."
          busy={busy}
          onDo={async (why) => {
            if (await onDo(why)) setAsking(false);
          }}
          onClose={() => setAsking(false)}
        >
          <p>
            It goes back to the people who wrote it. They change it and ask again. Nothing that residents see
            changes.
          </p>
        </Reason>
      )}
    </>
  );
}

/** What the buttons do; each rejects with what the server said. */
function useDeeds({ work, room, props }: ActionsProps) {
  const { api, refresh, go, tell } = props;
  const { id, revision } = work;
  const lookAgain = () => Promise.all([room.look(), refresh()]);
  /** After a conflict the draft is shown as it is now, to be looked at again. */
  const sent = (answer: Promise<unknown>) =>
    answer.catch(async (error: unknown) => {
      if (error instanceof ApiFailed && error.status === 409) await refresh().catch(() => undefined);
      throw withProblems(error);
    });
  const publish = async () => {
    await sent(api.publish(id, revision));
    room.leave();
    await refresh();
    tell('done', PUBLISHED);
    go('drafts');
  };
  const approve = async () => {
    await sent(api.approve(id, revision));
    await lookAgain();
  };
  return {
    publish,
    approve,
    sendBack: async (why: string) => {
      await sent(api.sendBack(id, { revision, why }));
      await lookAgain();
    },
    ask: async () => {
      await sent(api.ask(id, revision));
      await lookAgain();
    },
    approveAndPublish: async () => {
      await approve();
      if (room.now().view?.missing.length === 0) return publish();
      tell('warning', 'You have approved it. Somebody else must still agree before it can be published.');
    },
    drop: async () => {
      if (revision > 0) await sent(api.drop(id, revision));
      room.leave();
      await refresh();
    },
  };
}

const BACK = 'Sent back. The people who wrote it see your reason.';
const ASKED = 'Approval is asked for. Others see it under To do and Drafts.';

export function Actions(all: ActionsProps) {
  const { now, work, room, props } = all;
  const doing = useDoing(props);
  const deeds = useDeeds(all);
  const [dropping, setDropping] = useState(false);
  const can = canDo(work, now.view, props.overview);
  const { busy } = doing;
  return (
    <>
      {can.ask && (
        <Button disabled={busy} onClick={() => doing.run(deeds.ask, ASKED)}>
          Ask for approval
        </Button>
      )}
      {can.approve && (
        <>
          <Button disabled={busy} onClick={() => doing.run(deeds.approve, 'You have approved this draft.')}>
            Approve
          </Button>
          <Button appearance="primary" disabled={busy} onClick={() => doing.run(deeds.approveAndPublish)}>
            Approve and publish
          </Button>
        </>
      )}
      {can.sendBack && <NotLikeThis busy={busy} onDo={(why) => doing.run(() => deeds.sendBack(why), BACK)} />}
      {can.publish && (
        <Button appearance="primary" disabled={busy} onClick={() => doing.run(deeds.publish)}>
          Publish
        </Button>
      )}
      {work.revision > 0 && <Button onClick={() => props.go(`draft/${work.id}`)}>See the changes</Button>}
      <Button appearance="subtle" disabled={busy} onClick={() => doing.run(() => room.close())}>
        Close draft
      </Button>
      {can.drop && (
        <Button appearance="subtle" disabled={busy} onClick={() => setDropping(true)}>
          Throw away
        </Button>
      )}
      {dropping && (
        <DropDialog
          onDrop={() => doing.run(deeds.drop, 'The draft is gone.')}
          onClose={() => setDropping(false)}
        />
      )}
    </>
  );
}
