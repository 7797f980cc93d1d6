/** @jsxImportSource react */
/** What was live before, what changed with each, and the way back in one click. */
import { Badge, Button, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Entry } from '../../api.ts';
import { InWords } from '../drafts/in-words.tsx';
import { useWords } from '../drafts/use-words.ts';
import { momentInWords } from '../kit/days.ts';
import { messageOf, useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Reason } from '../kit/reason.tsx';
import type { ViewProps } from '../work.ts';
import { type Made, madeOf } from './made.ts';

interface Stretch {
  readonly version: string;
  readonly until: number | null;
  /** What was live before it. */
  readonly before: string | null;
}

/** Newest first; the first is live. */
function stretches({ live, history }: ViewProps['overview']): Stretch[] {
  const all = [{ version: live, until: null as number | null }, ...history];
  return all.map((one, n) => ({ ...one, before: all[n + 1]?.version ?? null }));
}

/** The audit trail; undefined while it is on its way. Without it the versions have no titles. */
function useEntries({ api, overview, tell }: ViewProps): readonly Entry[] | undefined {
  const [entries, setEntries] = useState<readonly Entry[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when another version is live
  useEffect(() => {
    let gone = false;
    api.trail().then(
      (trail) => !gone && setEntries(trail.entries),
      (error: unknown) => {
        if (gone) return;
        tell('error', messageOf(error));
        setEntries((known) => known ?? []);
      },
    );
    return () => {
      gone = true;
    };
  }, [api, overview.live, tell]);
  return entries;
}

function Changes({
  from,
  to,
  api,
  tell,
}: { readonly from: string; readonly to: string } & Pick<ViewProps, 'api' | 'tell'>) {
  const words = useWords(() => api.diffBetween(from, to), `${from} ${to}`, tell);
  return words ? <InWords words={words} /> : <Spinner label="Comparing" />;
}

interface LineProps {
  readonly stretch: Stretch;
  readonly made: Made;
  readonly props: ViewProps;
}

function Line({ stretch, made, props }: LineProps) {
  const styles = useLayOut();
  const { api, refresh, tell } = props;
  const { version, until, before } = stretch;
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const doing = useDoing(props);
  const mayGoBack = props.overview.me.roles.some((role) => role !== 'editor');
  const back = async (why: string) => {
    const done = () => api.rollBack({ version, why }).then(refresh);
    if (await doing.run(done, 'Residents see the earlier words again.')) setAsking(false);
  };
  return (
    <li className={styles.card}>
      <div className={styles.row}>
        <h2 className={styles.heading} title={version}>
          {made.title}
        </h2>
        {until === null && <Badge color="brand">Live now</Badge>}
      </div>
      {made.says && <span>{made.says}</span>}
      {until !== null && <span className={styles.quiet}>Live until {momentInWords(until)}</span>}
      <div className={styles.row}>
        {before !== null && (
          <Button
            aria-expanded={open}
            aria-label={`What it changed: ${made.title}`}
            onClick={() => setOpen(!open)}
          >
            What it changed
          </Button>
        )}
        {until !== null && mayGoBack && (
          <Button aria-label={`Go back to this: ${made.title}`} onClick={() => setAsking(true)}>
            Go back to this
          </Button>
        )}
      </div>
      {open && before !== null && <Changes from={before} to={version} api={api} tell={tell} />}
      {asking && (
        <Reason
          title="Go back to these words?"
          action="Go back now"
          busy={doing.busy}
          onDo={back}
          onClose={() => setAsking(false)}
        >
          <p>
            Residents see the words as they were until {until === null ? 'now' : momentInWords(until)}, at
            once. What is live now stays in this list. Hidden numbers stay hidden.
          </p>
        </Reason>
      )}
    </li>
  );
}

export default function History(props: ViewProps) {
  const styles = useLayOut();
  const { overview } = props;
  const all = stretches(overview);
  const entries = useEntries(props);
  if (!entries) return <Spinner label="Fetching the history" />;
  return (
    <div className={styles.view}>
      <h1 className={styles.title}>History</h1>
      {all.length === 1 && <p className={styles.quiet}>Nothing has been published here yet.</p>}
      <ul className={styles.list}>
        {all.map((stretch) => (
          <Line
            key={`${stretch.version} ${stretch.until}`}
            stretch={stretch}
            made={madeOf(entries, stretch.version, stretch.until, overview.me.person)}
            props={props}
          />
        ))}
      </ul>
    </div>
  );
}
