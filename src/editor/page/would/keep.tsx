/** @jsxImportSource react */
/** Keeps a sentence: from then on nothing is published that judges it lower. */
import { Button } from '@fluentui/react-components';
import { BookmarkRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Level } from '../../../content/schema.ts';
import type { Would } from '../../api.ts';
import { Choose, choicesOf } from '../kit/choose.tsx';
import { useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { mayWrite } from '../kit/may.ts';
import { inWords, LEVEL_WORDS } from '../kit/names.ts';
import { Pick } from '../kit/pick.tsx';
import type { ViewProps } from '../work.ts';

export function Keep({ text, would, ...props }: ViewProps & { text: string; would: Would }) {
  const { api, overview, refresh } = props;
  const { busy, run } = useDoing(props);
  const lay = useLayOut();
  const [level, setLevel] = useState<Level>(would.level);
  const [topic, setTopic] = useState(would.topic ?? '');
  const kept = overview.phrases.some((phrase) => phrase.text === text.trim());
  if (kept)
    return <p className={lay.words}>This sentence is kept: it must pass before anything is published.</p>;
  if (!mayWrite(overview.me)) return null;
  const keep = () =>
    run(() => api.keepPhrase({ text, level, topic: topic || null }).then(refresh), 'The sentence is kept.');
  return (
    <section className={lay.card} aria-label="Keep this sentence">
      <h2 className={lay.heading}>Should it always be judged like this?</h2>
      <div className={lay.fields}>
        <Choose
          label="It must be at least"
          hint="None: it must not be noticed"
          choices={choicesOf(LEVEL_WORDS)}
          value={level}
          onPick={setLevel}
        />
        <Pick
          label="And its topic must be"
          choices={[
            { id: '', name: 'Any topic' },
            ...overview.topics.map((id) => ({ id, name: inWords(id) })),
          ]}
          value={topic}
          onPick={setTopic}
        />
      </div>
      <div>
        <Button icon={<BookmarkRegular />} disabled={busy} onClick={keep}>
          Keep as a sentence that must pass
        </Button>
      </div>
    </section>
  );
}
