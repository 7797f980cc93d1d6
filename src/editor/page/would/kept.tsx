/** @jsxImportSource react */
/** The sentences that must pass before anything is published, and how they are judged now. */
import { Badge, Button } from '@fluentui/react-components';
import { CheckmarkCircleRegular, DismissCircleRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Overview, Would } from '../../api.ts';
import { useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { mayAgree } from '../kit/may.ts';
import { inWords, LEVEL_WORDS, LEVELS } from '../kit/names.ts';
import { Reason } from '../kit/reason.tsx';
import type { ViewProps } from '../work.ts';

type Phrase = Overview['phrases'][number];

/** As the publish check has it: a higher level than was asked for passes, but where nothing should be noticed. */
export function passes({ level, topic }: Phrase, would: Would): boolean {
  // LEVELS begins with the highest.
  const enough =
    level === 'none' ? would.level === 'none' : LEVELS.indexOf(would.level) <= LEVELS.indexOf(level);
  return enough && (topic === null || would.topic === topic);
}

function State({ well }: { readonly well: boolean | undefined }) {
  if (well === undefined) return null;
  return well ? (
    <Badge color="success" icon={<CheckmarkCircleRegular />}>
      Passes
    </Badge>
  ) : (
    <Badge color="danger" icon={<DismissCircleRegular />}>
      Does not pass
    </Badge>
  );
}

interface LineProps {
  readonly phrase: Phrase;
  readonly well: boolean | undefined;
  /** null: for others to do. */
  readonly onDrop: ((text: string) => void) | null;
}

function Line({ phrase: { text, level, topic }, well, onDrop }: LineProps) {
  const lay = useLayOut();
  return (
    <li className={lay.card}>
      <div>“{text}”</div>
      <div className={lay.row}>
        <State well={well} />
        <span className={lay.quiet}>
          Must be: {LEVEL_WORDS[level]}
          {topic && `, ${inWords(topic)}`}
        </span>
        {onDrop && (
          <Button size="small" aria-label={`Stop keeping it: ${text}`} onClick={() => onDrop(text)}>
            Stop keeping it
          </Button>
        )}
      </div>
    </li>
  );
}

export function Kept(props: ViewProps) {
  const { api, overview, work, refresh } = props;
  const lay = useLayOut();
  const { busy, run } = useDoing(props);
  const [states, setStates] = useState<Readonly<Record<string, boolean>>>({});
  const [dropping, setDropping] = useState<string | null>(null);
  const check = () =>
    run(async () => {
      const draft = work && { base: work.base, files: { ...work.files } };
      for (const phrase of overview.phrases) {
        const { live, draft: drafted } = await api.wouldSay({ draft, text: phrase.text });
        setStates((known) => ({ ...known, [phrase.text]: passes(phrase, drafted ?? live) }));
      }
    });
  const drop = async (text: string, why: string) => {
    if (await run(() => api.dropPhrase({ text, why }).then(refresh), 'The sentence is not kept any more.'))
      setDropping(null);
  };
  return (
    <section className={lay.stack} aria-label="Kept sentences">
      <h2 className={lay.heading}>Sentences that must pass ({overview.phrases.length})</h2>
      {overview.phrases.length === 0 && (
        <p className={lay.words}>
          None yet. Try a sentence above, and keep it when its answer must never get worse.
        </p>
      )}
      {overview.phrases.length > 0 && (
        <div>
          <Button disabled={busy} onClick={check}>
            {work ? 'Check them all with your draft' : 'Check them all now'}
          </Button>
        </div>
      )}
      <ul className={lay.list}>
        {overview.phrases.map((phrase) => (
          <Line
            key={phrase.text}
            phrase={phrase}
            well={states[phrase.text]}
            onDrop={mayAgree(overview.me) ? setDropping : null}
          />
        ))}
      </ul>
      {dropping !== null && (
        <Reason
          title="Stop keeping this sentence?"
          action="Stop keeping it"
          busy={busy}
          onDo={(why) => void drop(dropping, why)}
          onClose={() => setDropping(null)}
        >
          <p>“{dropping}” can then be judged lower by a later change, and nobody is told.</p>
        </Reason>
      )}
    </section>
  );
}
