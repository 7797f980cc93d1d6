/** @jsxImportSource react */
/** What one person can do at once with a number: hide it, say that it was rung, begin to bring it back. */
import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { CallCheckmarkRegular, EyeOffRegular, EyeRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ServiceLine } from '../../api.ts';
import { dayInWords, momentInWords, today } from '../kit/days.ts';
import { useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { mayAgree } from '../kit/may.ts';
import { Reason } from '../kit/reason.tsx';
import type { ViewProps } from '../work.ts';

const useStyles = makeStyles({
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': {
      backgroundColor: tokens.colorStatusDangerBackground3Hover,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    ':hover:active': {
      backgroundColor: tokens.colorStatusDangerBackground3Pressed,
      color: tokens.colorNeutralForegroundOnBrand,
    },
  },
});

type ActionProps = ViewProps & {
  readonly line: ServiceLine;
  /** On the page of the one service: large and red. In a list a wall of red would warn of nothing. */
  readonly loud?: boolean;
  /** It has neither a phone nor a text number. */
  readonly website?: boolean;
};

/** Two people bring a number back: one asks, another agrees. */
function Hidden(props: ActionProps) {
  const { api, overview, line, refresh } = props;
  const { busy, run } = useDoing(props);
  const lay = useLayOut();
  const hidden = line.hidden;
  if (!hidden) return null;
  const asked = hidden.askedBack;
  const mine = asked === overview.me.person;
  const act = (what: () => Promise<void>, done: string) => run(() => what().then(refresh), done);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Hidden from residents</MessageBarTitle> since {momentInWords(hidden.at)}. Reason:{' '}
        {hidden.why}. It takes two people to bring it back: one asks, another agrees.
        {asked && ` ${mine ? 'You have' : 'Somebody has'} asked to bring it back.`}
        {asked &&
          (mine || !mayAgree(overview.me)) &&
          ' Now an approver or the safeguarding lead has to agree.'}
        <div className={lay.row}>
          {!asked && (
            <Button
              icon={<EyeRegular />}
              disabled={busy}
              onClick={() =>
                act(
                  () => api.askBack(line.id),
                  `Asked. Another person can now agree to bring ${line.name} back.`,
                )
              }
            >
              Bring it back: ask a second person
            </Button>
          )}
          {asked && !mine && mayAgree(overview.me) && (
            <Button
              icon={<EyeRegular />}
              disabled={busy}
              onClick={() => act(() => api.show(line.id), `${line.name} is shown to residents again.`)}
            >
              I agree: show it again
            </Button>
          )}
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}

interface RingProps {
  readonly line: ServiceLine;
  readonly website: boolean;
  readonly busy: boolean;
  readonly onRung: () => void;
}

/** Says that somebody rang it, once a day. */
function Ring({ line, website, busy, onRung }: RingProps) {
  const done = line.rung === today();
  const did = website ? 'Checked today' : 'Rung today';
  const says = done ? did : line.phone ? 'I rang it today' : 'I checked it today';
  return (
    <Button
      icon={<CallCheckmarkRegular />}
      disabled={busy || done}
      aria-label={`${says}: ${line.name}`}
      onClick={onRung}
    >
      {says}
    </Button>
  );
}

export function UrgentActions(props: ActionProps) {
  const { api, line, refresh, loud = false, website = false } = props;
  const { busy, run } = useDoing(props);
  const [asking, setAsking] = useState(false);
  const styles = useStyles();
  const lay = useLayOut();
  const hide = async (why: string) => {
    const done = await run(
      () => api.hide({ service: line.id, why }).then(refresh),
      `${line.name} is hidden. Residents do not see it any more.`,
    );
    if (done) setAsking(false);
  };
  const hideIt = `Hide this ${website ? 'website' : 'number'} now`;
  return (
    <>
      <Hidden {...props} />
      <div className={lay.row}>
        {!line.emergency && (
          <Ring
            {...{ line, website, busy }}
            onRung={() =>
              run(
                () => api.rung(line.id).then(refresh),
                `Thank you. Noted that you ${line.phone ? 'rang' : 'checked'} ${line.name} today.`,
              )
            }
          />
        )}
        {!line.hidden && !line.emergency && (
          <Button
            className={loud ? styles.danger : undefined}
            icon={<EyeOffRegular />}
            size={loud ? 'large' : 'medium'}
            disabled={busy}
            aria-label={`${hideIt}: ${line.name}`}
            onClick={() => setAsking(true)}
          >
            {hideIt}
          </Button>
        )}
      </div>
      {line.emergency && (
        <div className={lay.quiet}>
          An emergency service cannot be hidden: it is on every page and card. Is something wrong? Tell the
          safeguarding lead, or switch the bot off.
        </div>
      )}
      {asking && (
        <Reason
          title={`Hide ${line.name} now?`}
          action={hideIt}
          busy={busy}
          onDo={hide}
          onClose={() => setAsking(false)}
        >
          <p>
            Residents stop seeing it at once, in the chat and on every page. You can do this alone. Bringing
            it back takes two people. Your reason is kept in the audit trail.
          </p>
        </Reason>
      )}
    </>
  );
}

/** "Rung on 3 November 2026" and when it is due. */
export function whenRung({ rung, due }: ServiceLine, day: string): string {
  const last = rung ? `Rung or opened on ${dayInWords(rung)}.` : 'Nobody has rung or opened it yet.';
  return `${last} ${due < day ? 'Due now' : `Due on ${dayInWords(due)}`}.`;
}
