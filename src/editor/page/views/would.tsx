/** @jsxImportSource react */
/** "What would it say?": a sentence, judged and answered by what is live and by the draft, side by side. */
import { Button, Field, Textarea } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Would } from '../../api.ts';
import { useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import type { ViewProps } from '../work.ts';
import { Judged } from '../would/judged.tsx';
import { Keep } from '../would/keep.tsx';
import { Kept } from '../would/kept.tsx';

/** Milliseconds without a change of the draft before the same sentence is asked again. */
const PAUSE = 500;

interface Asked {
  readonly text: string;
  readonly live: Would;
  readonly draft: Would | null;
}

export default function WouldSay(props: ViewProps) {
  const { api, work } = props;
  const lay = useLayOut();
  const { busy, run } = useDoing(props);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = async (sentence: string) => {
    const draft = work && { base: work.base, files: { ...work.files } };
    setAsked({ text: sentence, ...(await api.wouldSay({ draft, text: sentence })) });
  };
  const sentence = asked?.text;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the draft's words change
  useEffect(() => {
    if (sentence === undefined) return;
    const timer = setTimeout(() => void run(() => ask(sentence)), PAUSE);
    return () => clearTimeout(timer);
  }, [work?.files]);
  return (
    <div className={lay.view}>
      <h1 className={lay.title}>What would it say?</h1>
      <form
        className={lay.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) void run(() => ask(text.trim()));
        }}
      >
        <Field
          label="A sentence that somebody might type"
          hint="Never type a real child's words or name. The sentence is not kept unless you ask for it."
        >
          <Textarea value={text} maxLength={1_000} onChange={(_, { value }) => setText(value)} />
        </Field>
        <div>
          <Button type="submit" appearance="primary" disabled={busy}>
            What would it say?
          </Button>
        </div>
      </form>
      <div role="status" className={lay.halves}>
        {asked && <Judged title="Live: what residents get now" would={asked.live} other={asked.draft} />}
        {asked?.draft && <Judged title="Your draft" would={asked.draft} other={asked.live} />}
      </div>
      {asked && !asked.draft && (
        <p className={lay.quiet}>Open a draft, and its answer stands beside the live one.</p>
      )}
      {asked && <Keep key={asked.text} {...props} text={asked.text} would={asked.draft ?? asked.live} />}
      <Kept {...props} />
    </div>
  );
}
