/** @jsxImportSource react */
/** Where we read what we say of a service. Only staff see it. */
import { Button, Field, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { insertIn, removeIn, setIn } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { fieldState, type Path, problemsAt, problemsUnder } from '../kit/problems.tsx';
import { TextField } from '../kit/typed.tsx';
import { SERVICES } from './registry.ts';

const useStyles = makeStyles({
  set: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', gap: tokens.spacingVerticalS },
  end: { alignSelf: 'end' },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
});

interface SourcesProps {
  readonly sources: readonly { readonly address?: string; readonly date?: string }[];
  readonly at: Path;
  readonly problems: readonly Marked[];
  readonly edit: (change: (text: string) => string) => void;
}

export function Sources({ sources, at, problems, edit }: SourcesProps) {
  const lay = useLayOut();
  const styles = useStyles();
  const under = (...path: Path) => problemsUnder(problems, SERVICES, [...at, ...path]);
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>Where we read it (only staff see this)</legend>
      {sources.map((source, n) => (
        // Sources have no name of their own.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={n} className={lay.fields}>
          <TextField
            label={`Source ${n + 1}`}
            value={source.address ?? ''}
            problems={under(n, 'address')}
            onChange={(value) => edit((text) => setIn(text, [...at, n, 'address'], value))}
          />
          <TextField
            label={`Source ${n + 1}: from when`}
            value={source.date ?? ''}
            problems={under(n, 'date')}
            onChange={(value) => edit((text) => setIn(text, [...at, n, 'date'], value))}
          />
          {sources.length > 1 && (
            <div className={styles.end}>
              <Button size="small" onClick={() => edit((text) => removeIn(text, [...at, n]))}>
                Remove source {n + 1}
              </Button>
            </div>
          )}
        </div>
      ))}
      <Field {...fieldState(problemsAt(problems, SERVICES, at))}>
        <div>
          <Button
            size="small"
            icon={<AddRegular />}
            onClick={() => edit((text) => insertIn(text, at, sources.length, { address: '', date: '' }))}
          >
            Add a source
          </Button>
        </div>
      </Field>
    </fieldset>
  );
}
