/** @jsxImportSource react */
/** A step that leads on by what is known of the talk: the first case that fits is taken. */
import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { insertIn, type Path, removeIn, setIn } from '../../../content/edit.ts';
import { placeOf } from '../drafts/jump.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { problemsUnder } from '../kit/problems.tsx';
import { useNames } from './here.ts';
import { KnownFields } from './known.tsx';
import { BUTTON_ORDER, type CaseFile } from './model.ts';
import type { PartProps } from './part.ts';
import { Target } from './target.tsx';
import { Tools } from './texts.tsx';

function Case({
  one,
  n,
  of,
  path,
  ...part
}: PartProps & { readonly one: CaseFile; readonly n: number; readonly of: number; readonly path: Path }) {
  const styles = useLayOut();
  const { file, problems, edit } = part;
  const at = [...path, n];
  const set = (name: string, value: string | undefined) =>
    edit((all) => {
      if (value !== undefined) return setIn(all, [...at, 'when', name], value, ['when', 'go']);
      return removeIn(all, Object.keys(one.when ?? {}).length > 1 ? [...at, 'when', name] : [...at, 'when']);
    });
  return (
    <li className={styles.card} data-place={placeOf(file, at)}>
      <div className={styles.row}>
        <strong style={{ marginRight: 'auto' }}>
          {one.when ? `When this is so (${n + 1})` : 'For everybody else'}
        </strong>
        <Tools name={`case ${n + 1}`} at={n} {...{ of, path, edit }} />
      </div>
      <KnownFields values={one.when ?? {}} deciding nothing="Anything" onSet={set} />
      <Target
        label={`Case ${n + 1} leads to`}
        value={one.go ?? ''}
        problems={problemsUnder(problems, file, at)}
        onPick={(target) => edit((all) => setIn(all, [...at, 'go'], target, BUTTON_ORDER))}
      />
    </li>
  );
}

export function Cases(part: PartProps) {
  const styles = useLayOut();
  const path = [...part.at, 'branch'];
  const cases = part.step.branch ?? [];
  const first = useNames().steps[0]?.id ?? '';
  return (
    <div className={styles.stack}>
      <p className={styles.words}>The first line that fits is taken. The last must be for everybody else.</p>
      <ol className={styles.list}>
        {cases.map((one, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cases have no name but their place
          <Case key={`${cases.length} ${n}`} {...part} one={one} n={n} of={cases.length} path={path} />
        ))}
      </ol>
      <div>
        <Button
          icon={<AddRegular />}
          onClick={() => part.edit((all) => insertIn(all, path, 0, { when: { safe: 'no' }, go: first }))}
        >
          Add a case
        </Button>
      </div>
    </div>
  );
}
