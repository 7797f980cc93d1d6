/** @jsxImportSource react */
/** Asks why, and then does it. Nothing is done without a reason. */
import { Field, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { Asking } from './asking.tsx';

/** The server wants this many letters at least (api.ts). */
const LEAST = 3;

interface ReasonProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What the button says, such as "Hide this number now". */
  readonly action: string;
  readonly hint?: string;
  readonly busy: boolean;
  readonly onDo: (why: string) => void;
  readonly onClose: () => void;
}

export function Reason({ title, children, action, hint, busy, onDo, onClose }: ReasonProps) {
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const short = why.trim().length < LEAST;
  return (
    <Asking
      {...{ title, action, onClose }}
      disabled={busy}
      onDo={() => {
        setAsked(true);
        if (!short) onDo(why.trim());
      }}
    >
      {children}
      <Field
        label="Why?"
        required
        hint={hint ?? 'A few words. They are kept in the audit trail. No names of residents or children.'}
        {...(asked &&
          short && {
            validationState: 'error' as const,
            validationMessage: 'Please say why, in a few words.',
          })}
      >
        <Textarea value={why} maxLength={500} onChange={(_, { value }) => setWhy(value)} />
      </Field>
    </Asking>
  );
}
