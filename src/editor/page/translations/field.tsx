/** @jsxImportSource react */
/** The English of one text and its translation, side by side. */
import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { type Path, setIn } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import type { Edit } from '../dialogs/file.ts';
import { Box } from '../dialogs/texts.tsx';
import { placeOf } from '../drafts/jump.ts';
import { problemsUnder } from '../kit/problems.tsx';
import { useTyped } from '../typing.ts';
import { type Bubble, textOf } from './model.ts';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    '@media (max-width: 40rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  english: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
  own: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
  symbol: { width: '4rem', minWidth: 0 },
});

interface PairProps {
  readonly label: string;
  readonly english: string | undefined;
  readonly value: Bubble | undefined;
  readonly file: string;
  readonly path: Path;
  readonly lang: string;
  readonly problems: readonly Marked[];
  readonly edit: Edit;
}

function Symbol({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }) {
  const typed = useTyped(value, onChange);
  return <Input className={useStyles().symbol} aria-label={`${label}, symbol`} {...typed} />;
}

export function Pair({ label, english, value, file, path, lang, problems, edit }: PairProps) {
  const styles = useStyles();
  const pictured = typeof value === 'object';
  const at = pictured ? [...path, 'text'] : path;
  return (
    <div className={styles.pair}>
      <p className={styles.english}>{english ?? <em>Not in the English any more</em>}</p>
      <div className={styles.own}>
        {pictured && (
          <Symbol label={label} value={value.symbol ?? ''} onChange={(text) => edit((all) => setIn(all, [...path, 'symbol'], text))} />
        )}
        <Box
          label={label}
          value={textOf(value)}
          lang={lang}
          place={placeOf(file, path)}
          problems={problemsUnder(problems, file, path)}
          onChange={(text) => edit((all) => setIn(all, at, text))}
        />
      </div>
    </div>
  );
}
