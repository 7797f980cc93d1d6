/** @jsxImportSource react */
/** The audit trail: who did what, when and why, newest first; and whether anybody has tampered with it. */
import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useState } from 'react';
import type { Overview, Trail as TrailOf } from '../../api.ts';
import { momentInWords } from '../kit/days.ts';
import { messageOf } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Search } from '../kit/search.tsx';
import { sentenceOf } from '../trail/sentence.ts';
import type { ViewProps } from '../work.ts';

/** Entries that are drawn at once. */
const PIECE = 100;

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(9rem, auto) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: 0 },
  },
  verdict: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  well: { color: tokens.colorStatusSuccessForeground1, fontSize: tokens.fontSizeBase500, flexShrink: 0 },
});

function Verdict({ faults, count }: { readonly faults: readonly string[]; readonly count: number }) {
  const styles = useStyles();
  if (faults.length === 0)
    return (
      <div className={styles.verdict} role="status">
        <ShieldCheckmarkRegular className={styles.well} aria-hidden />
        <span>
          The trail is whole: {count === 1 ? '1 entry' : `${count} entries`}, none changed, moved or missing.
        </span>
      </div>
    );
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Somebody or something has tampered with the trail</MessageBarTitle>
        <ul>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
        Tell the safeguarding lead and whoever runs the server today. Do not rely on the entries below.
      </MessageBarBody>
    </MessageBar>
  );
}

/** Each entry as it is read, oldest first. */
function linesOf(trail: TrailOf | null, { items, services, me }: Overview) {
  const textOf = new Map(items.map(({ path, title }) => [path, `“${title}”`]));
  const name = (id: string): string => services.find((one) => one.id === id)?.name ?? textOf.get(id) ?? id;
  return (trail?.entries ?? []).map((entry) => ({
    n: entry.n,
    when: momentInWords(entry.at),
    at: new Date(entry.at).toISOString(),
    says: sentenceOf(entry, me.person, name),
  }));
}

export default function Trail({ api, overview }: ViewProps) {
  const lay = useLayOut();
  const styles = useStyles();
  const [trail, setTrail] = useState<TrailOf | null>(null);
  const [failed, setFailed] = useState('');
  const [words, setWords] = useState('');
  const [most, setMost] = useState(PIECE);
  useEffect(() => {
    let gone = false;
    api.trail().then(
      (got) => !gone && setTrail(got),
      (error) => !gone && setFailed(messageOf(error)),
    );
    return () => {
      gone = true;
    };
  }, [api]);
  const lines = useMemo(() => linesOf(trail, overview), [trail, overview]);
  const found = lines
    .filter(({ when, says }) => `${when} ${says}`.toLowerCase().includes(words.toLowerCase()))
    .reverse();
  return (
    <div className={lay.view}>
      <h1 className={lay.title}>Audit trail</h1>
      {failed && (
        <MessageBar intent="error">
          <MessageBarBody>{failed}</MessageBarBody>
        </MessageBar>
      )}
      {!trail && !failed && <Spinner label="Fetching the trail" />}
      {trail && (
        <>
          <Verdict faults={trail.faults} count={trail.entries.length} />
          <Search label="Find in the trail" value={words} onSearch={setWords} />
          {found.length === 0 && (
            <p className={lay.words}>
              {lines.length === 0 ? 'Nobody has done anything yet.' : 'Nothing fits.'}
            </p>
          )}
          <ol className={lay.list} aria-label="Entries, newest first">
            {found.slice(0, most).map(({ n, when, at, says }) => (
              <li key={n} className={styles.entry}>
                <time dateTime={at} className={lay.quiet}>
                  {when}
                </time>
                <span>{says}</span>
              </li>
            ))}
          </ol>
          {found.length > most && (
            <div>
              <Button onClick={() => setMost(most + PIECE)}>Show older entries</Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
