/** @jsxImportSource react */
/** What stands above every view: the bot is off, the session ended, the server is gone, and what views tell. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Overview } from '../../api.ts';
import type { WayBack } from '../host.ts';
import type { Line } from '../http-api.ts';
import { momentInWords } from '../kit/days.ts';
import { Dismiss } from '../kit/dismiss.tsx';
import { useDoing } from '../kit/doing.ts';
import { Reason } from '../kit/reason.tsx';
import { sentence } from '../kit/sentence.ts';
import type { ViewProps } from '../work.ts';
import { useFrame } from './styles.ts';

export interface Told {
  readonly id: number;
  readonly kind: 'done' | 'warning' | 'error';
  readonly text: string;
  /** When, on the page's own clock (milliseconds). */
  readonly at: number;
}

const INTENT = { done: 'success', warning: 'warning', error: 'error' } as const;

/** Switched off: who may, brings it back. */
export function OffBar({
  overview,
  api,
  refresh,
  tell,
}: { readonly overview: Overview } & Pick<ViewProps, 'api' | 'refresh' | 'tell'>) {
  const [asking, setAsking] = useState(false);
  const doing = useDoing({ tell });
  const { off, me } = overview;
  if (!off) return null;
  const may = me.roles.some((role) => role !== 'editor');
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Switched off.</MessageBarTitle>
        Since {momentInWords(off.at)} residents see the numbers, not the chat.
        <div>The reason: {sentence(off.why)}</div>
        {!may && <div>An approver or the safeguarding lead can switch it on again.</div>}
      </MessageBarBody>
      {may && (
        <MessageBarActions>
          <Button onClick={() => setAsking(true)}>Switch the bot on</Button>
        </MessageBarActions>
      )}
      {asking && (
        <Reason
          title="Switch the bot on again?"
          action="Switch the bot on"
          busy={doing.busy}
          onClose={() => setAsking(false)}
          onDo={async (why) => {
            if (await doing.run(() => api.on(why).then(refresh), 'The bot is on again.')) setAsking(false);
          }}
        >
          <p>Residents can talk to it again at once.</p>
        </Reason>
      )}
    </MessageBar>
  );
}

/** The session has ended, or the server is gone: nothing is lost, and how to go on. */
export function LineBar({
  line,
  wayBack,
  onSignIn,
  onAgain,
}: {
  readonly line: Line;
  readonly wayBack: WayBack;
  readonly onSignIn: () => void;
  readonly onAgain: () => void;
}) {
  if (line === 'well') return null;
  const out = line === 'signed-out';
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{out ? 'You have been signed out.' : 'The server does not answer.'}</MessageBarTitle>
        {out
          ? `Your words are safe on this page. ${wayBack.says}`
          : 'Your words are safe on this page. We try again every few seconds. Keep this page open.'}
      </MessageBarBody>
      <MessageBarActions>
        {out && (
          <Button appearance="primary" onClick={onSignIn}>
            {wayBack.label}
          </Button>
        )}
        {(!out || wayBack.done) && <Button onClick={onAgain}>{out ? wayBack.done : 'Try now'}</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}

export function Messages({
  told,
  onDismiss,
}: {
  readonly told: readonly Told[];
  readonly onDismiss: (id: number) => void;
}) {
  return (
    <div className={useFrame().bars} aria-live="polite">
      {told.map(({ id, kind, text }) => (
        <MessageBar key={id} intent={INTENT[kind]} layout="multiline">
          <MessageBarBody>{text}</MessageBarBody>
          <MessageBarActions containerAction={<Dismiss onClick={() => onDismiss(id)} />} />
        </MessageBar>
      ))}
    </div>
  );
}
