/** @jsxImportSource react */
/** How a sentence is judged and answered, by one version; what the other version does not say is marked. */
import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import type { Would } from '../../api.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { inWords, LEVEL_COLOURS, LEVEL_WORDS } from '../kit/names.ts';
import { KIND_NAMES, keyOf, linesOf } from './lines.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '4rem minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    paddingInlineStart: tokens.spacingHorizontalS,
    borderInlineStartWidth: tokens.strokeWidthThickest,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  only: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    borderInlineStartColor: tokens.colorBrandStroke1,
  },
  answer: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXXS },
  why: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** Why: the words that were seen, and the rule that saw them. */
function Reasons({ reasons }: Pick<Would, 'reasons'>) {
  const styles = useStyles();
  const lay = useLayOut();
  if (reasons.length === 0) return <p className={lay.words}>Nothing was noticed in it.</p>;
  return (
    <ul className={styles.why}>
      {reasons.map(({ words, why }) => (
        <li key={`${why} ${words}`}>
          {words ? `“${words}”` : 'The sentence'}:{' '}
          {why === 'model' ? 'like sentences it has learned from' : `the pattern “${inWords(why)}”`}
        </li>
      ))}
    </ul>
  );
}

interface JudgedProps {
  readonly title: string;
  readonly would: Would;
  /** null: there is nothing to compare with. */
  readonly other: Would | null;
}

export function Judged({ title, would, other }: JudgedProps) {
  const lay = useLayOut();
  const styles = useStyles();
  const others = other && new Set(linesOf(other).map(keyOf));
  const differs = (one: unknown, two: unknown) =>
    other !== null && one !== two ? (
      <Badge appearance="outline" color="brand">
        Different
      </Badge>
    ) : null;
  return (
    <section className={lay.card} aria-label={title}>
      <h2 className={lay.heading}>{title}</h2>
      <div className={lay.row}>
        <Badge size="large" color={LEVEL_COLOURS[would.level]}>
          {LEVEL_WORDS[would.level]}
        </Badge>
        {differs(would.level, other?.level)}
        <span>Topic: {would.topic ? inWords(would.topic) : 'none'}</span>
        {differs(would.topic, other?.topic)}
      </div>
      <h3 className={lay.heading}>Why</h3>
      <Reasons reasons={would.reasons} />
      <h3 className={lay.heading}>The answer</h3>
      <ul className={styles.answer}>
        {linesOf(would).map((line, n) => {
          const only = others !== null && !others.has(keyOf(line));
          return (
            // A line may stand twice.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={n} className={only ? `${styles.line} ${styles.only}` : styles.line}>
              <span>{KIND_NAMES[line.kind]}</span>
              <span>
                {line.text}
                {only && <strong> (only here)</strong>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
