/** @jsxImportSource react */
/** What is different, in words: before and after of each text, with the changed words marked. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { diffWordsWithSpace } from 'diff';
import type { Word } from '../../api.ts';
import { useLayOut } from '../kit/lay-out.ts';

const useStyles = makeStyles({
  change: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    '@media (max-width: 40rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  where: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  side: {
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    minWidth: 0,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  label: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  gone: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    textDecorationLine: 'line-through',
  },
  come: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorStatusSuccessForeground1,
    textDecorationLine: 'underline',
  },
});

/** One side of a change: the words of the other side left out, its own marked. */
function Side({
  before,
  after,
  side,
}: {
  readonly before: string;
  readonly after: string;
  readonly side: 'before' | 'after';
}) {
  const styles = useStyles();
  return diffWordsWithSpace(before, after).map(({ added, removed, value }, n) => {
    if (side === 'before' ? added : removed) return null;
    // The pieces of a sentence have no name but their place.
    const key = `${n} ${value}`;
    if (removed)
      return (
        <del key={key} className={styles.gone}>
          {value}
        </del>
      );
    if (added)
      return (
        <ins key={key} className={styles.come}>
          {value}
        </ins>
      );
    return <span key={key}>{value}</span>;
  });
}

function Change({ word }: { readonly word: Word }) {
  const styles = useStyles();
  const { before, after, where } = word;
  return (
    <div className={styles.change}>
      <div className={styles.where}>{where.slice(1).join(' › ') || 'The whole'}</div>
      <div className={styles.side}>
        <span className={styles.label}>Before</span>
        {before === null ? (
          <em>It was not there.</em>
        ) : (
          <Side before={before} after={after ?? ''} side="before" />
        )}
      </div>
      <div className={styles.side}>
        <span className={styles.label}>After</span>
        {after === null ? (
          <em>It is taken out.</em>
        ) : (
          <Side before={before ?? ''} after={after} side="after" />
        )}
      </div>
    </div>
  );
}

/** Changes grouped by the file they stand in, in the order they came. */
function grouped(words: readonly Word[]): [string, Word[]][] {
  const groups = new Map<string, Word[]>();
  for (const word of words) groups.set(word.file, [...(groups.get(word.file) ?? []), word]);
  return [...groups];
}

export function InWords({ words }: { readonly words: readonly Word[] }) {
  const styles = useLayOut();
  if (words.length === 0) return <p className={styles.quiet}>Nothing that anybody reads is different.</p>;
  return (
    <div className={styles.stack}>
      {grouped(words).map(([file, changes]) => (
        <section key={file} className={mergeClasses(styles.card)}>
          <h3 className={styles.heading}>{changes[0]?.where[0] ?? file}</h3>
          {changes.map((word) => (
            <Change key={`${word.where.join('/')} ${word.before} ${word.after}`} word={word} />
          ))}
        </section>
      ))}
    </div>
  );
}
