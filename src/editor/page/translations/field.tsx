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

export const usePair = makeStyles({
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

interface OwnProps {
  readonly label: string;
  readonly value: Bubble | undefined;
  readonly file: string;
  readonly path: Path;
  readonly lang: string;
  readonly problems: readonly Marked[];
  readonly edit: Edit;
}

interface SymbolProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Symbol({ label, value, onChange }: SymbolProps) {
  const typed = useTyped(value, onChange);
  return <Input className={usePair().symbol} aria-label={`${label}, symbol`} {...typed} />;
}

export const English = ({ text }: { readonly text: string }) => (
  <p className={usePair().english} lang="en-GB">
    {text}
  </p>
);

/** The text in the other language, with its symbol where it has one. */
export function Own({ label, value, file, path, lang, problems, edit }: OwnProps) {
  const pictured = typeof value === 'object';
  return (
    <div className={usePair().own}>
      {pictured && (
        <Symbol
          label={label}
          value={value.symbol ?? ''}
          onChange={(text) => edit((all) => setIn(all, [...path, 'symbol'], text))}
        />
      )}
      <Box
        label={label}
        value={textOf(value)}
        lang={lang}
        place={placeOf(file, path)}
        problems={problemsUnder(problems, file, path)}
        onChange={(text) => edit((all) => setIn(all, pictured ? [...path, 'text'] : path, text))}
      />
    </div>
  );
}

/** One text, side by side; `english` undefined: the English has none such any more. */
export function Pair({ english, ...own }: OwnProps & { readonly english: string | undefined }) {
  return (
    <div className={usePair().pair}>
      {english === undefined ? <em>Not in the English any more</em> : <English text={english} />}
      <Own {...own} />
    </div>
  );
}
