/** @jsxImportSource react */
/** What it means to approve a text, before it is done. */
import { Asking } from '../kit/asking.tsx';

interface MeaningProps {
  readonly title: string;
  /** Of a translation: the name of its language. */
  readonly language: string | undefined;
  readonly busy: boolean;
  readonly onDo: () => void;
  readonly onClose: () => void;
}

export function Meaning({ title, language, busy, onDo, onClose }: MeaningProps) {
  return (
    <Asking title={`Approve “${title}”?`} action="Yes, I approve it" disabled={busy} {...{ onDo, onClose }}>
      <p>You say that you have read every sentence of it, as residents see it now, and that it may stay.</p>
      {language && (
        <p>You speak {language}, and have read it beside the English. After this, residents may see it.</p>
      )}
      <p>Approve only what others wrote, or ask another to read it too.</p>
      <p>Your role and the day are kept. When anybody changes a word of it, your approval ends by itself.</p>
    </Asking>
  );
}
