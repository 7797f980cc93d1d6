/** @jsxImportSource react */
/** Throws a draft away, after it has asked. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Asking } from '../kit/asking.tsx';

interface ThrowAwayProps {
  /** Of the draft, where several stand on the page. */
  readonly title?: string;
  readonly busy: boolean;
  readonly onDo: () => void;
}

export function ThrowAway({ title, busy, onDo }: ThrowAwayProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        appearance="subtle"
        disabled={busy}
        {...(title && { 'aria-label': `Throw away ${title}` })}
        onClick={() => setAsking(true)}
      >
        Throw away
      </Button>
      {asking && (
        <Asking
          title={title ? `Throw “${title}” away?` : 'Throw this draft away?'}
          action="Throw it away"
          leave="Keep it"
          onDo={onDo}
          onClose={() => setAsking(false)}
        >
          All its changes are lost, for everybody. What is live stays as it is.
        </Asking>
      )}
    </>
  );
}
