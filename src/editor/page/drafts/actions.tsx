/** @jsxImportSource react */
/** The buttons of the open draft: ask, approve, publish, drop, close. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useDoing } from '../kit/doing.ts';
import { said } from '../kit/problems.tsx';
import { Reason } from '../kit/reason.tsx';
import type { Now } from '../open-draft.ts';
import type { Room } from '../room.ts';
import { ApiFailed, type ViewProps, type Work } from '../work.ts';
import { Ask } from './ask.tsx';
import { canDo, mistakesIn } from './steps.ts';
import { ThrowAway } from './throw-away.tsx';

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
  /** After a conflict, or when mistakes were found, the draft is shown as it is now, to be looked at again. */
  const sent = (answer: Promise<unknown>) =>
    answer.catch(async (error: unknown) => {
      if (error instanceof ApiFailed && [409, 422].includes(error.status))
        await refresh().catch(() => undefined);
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
      const missing = room.now().view?.missing ?? [];
      if (missing.length === 0) return publish();
      tell('warning', `You have approved it. ${missing.join(' ')}`);
    },
    drop: async () => {
      if (revision > 0) await sent(api.drop(id, revision));
      room.leave();
      await refresh();
    },
  };
}

const BACK = 'Sent back. The people who wrote it see your reason.';
const GONE = 'The draft is gone.';
const ASKED = 'Approval is asked for. Others see it under To do and Drafts.';

export function Actions(all: ActionsProps) {
  const { now, work, room, props } = all;
  const doing = useDoing(props);
  const deeds = useDeeds(all);
  const can = canDo(work, now.view, props.overview);
  const { busy } = doing;
  return (
    <>
      {can.ask && (
        <Ask mistakes={mistakesIn(work).length} busy={busy} onAsk={() => void doing.run(deeds.ask, ASKED)} />
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
      {can.drop && <ThrowAway busy={busy} onDo={() => void doing.run(deeds.drop, GONE)} />}
    </>
  );
}
