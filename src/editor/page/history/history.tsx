/** @jsxImportSource react */
/** What was live before, what changed with each, and the way back in one click. */
import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { InWords } from '../drafts/in-words.tsx';
import { useWords } from '../drafts/use-words.ts';
import { useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Reason } from '../kit/reason.tsx';
import { versionName } from '../shell/header.tsx';
import type { ViewProps } from '../work.ts';

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

const when = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function Changes({
  from,
  to,
  api,
  tell,
}: { readonly from: string; readonly to: string } & Pick<ViewProps, 'api' | 'tell'>) {
  const words = useWords(() => api.diffBetween(from, to), `${from} ${to}`, tell);
  return words ? <InWords words={words} /> : <Spinner label="Comparing" />;
}

function Line({ stretch, props }: { readonly stretch: Stretch; readonly props: ViewProps }) {
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
      <h2 className={styles.heading}>{until === null ? 'Live now' : `Live until ${when(until)}`}</h2>
      <span className={styles.quiet}>{versionName(version)}</span>
      <div className={styles.row}>
        {before !== null && (
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            What it changed
          </Button>
        )}
        {until !== null && mayGoBack && <Button onClick={() => setAsking(true)}>Go back to this</Button>}
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
            Residents see the words as they were until {until === null ? 'now' : when(until)}, at once. What
            is live now stays in this list. Hidden numbers stay hidden.
          </p>
        </Reason>
      )}
    </li>
  );
}

export default function History(props: ViewProps) {
  const styles = useLayOut();
  const all = stretches(props.overview);
  return (
    <div className={styles.view}>
      <h1 className={styles.title}>History</h1>
      {all.length === 1 && <p className={styles.quiet}>Nothing has been published here yet.</p>}
      <ul className={styles.list}>
        {all.map((stretch) => (
          <Line key={`${stretch.version} ${stretch.until}`} stretch={stretch} props={props} />
        ))}
      </ul>
    </div>
  );
}
