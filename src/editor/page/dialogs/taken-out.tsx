/** @jsxImportSource react */
/** A step that was just taken out, and the way to have it back. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { Dismiss } from '../kit/dismiss.tsx';

/** What is needed to put a step back. */
export interface TakenOut {
  readonly step: string;
  /** The number that it had among the steps, from 0. */
  readonly at: number;
  /** The texts that it stood in, the English and its translations, as they were. */
  readonly before: ReadonlyMap<string, string>;
}

interface TakenOutProps {
  readonly step: string;
  readonly onBack: () => void;
  readonly onDismiss: () => void;
}

export function TakenOutBar({ step, onBack, onDismiss }: TakenOutProps) {
  const bar = useRef<HTMLLIElement>(null);
  // The button that was pressed went with the step: who works by keyboard goes on here.
  useEffect(() => bar.current?.querySelector<HTMLElement>('[data-back]')?.focus(), []);
  return (
    <li ref={bar}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>Step {step} is taken out, with its words in every language.</MessageBarBody>
        <MessageBarActions containerAction={<Dismiss onClick={onDismiss} />}>
          <Button data-back aria-label={`Put it back: step ${step}`} onClick={onBack}>
            Put it back
          </Button>
        </MessageBarActions>
      </MessageBar>
    </li>
  );
}
