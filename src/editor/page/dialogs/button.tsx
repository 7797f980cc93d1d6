/** @jsxImportSource react */
/** One button of a step: its label, what else people type for it, and where it leads. */
import { Button, Field, Input } from '@fluentui/react-components';
import { memo, useState } from 'react';
import { type Path, removeIn, setIn } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import { placeOf } from '../drafts/jump.ts';
import { Choose, choicesOf } from '../kit/choose.tsx';
import { useLayOut } from '../kit/lay-out.ts';
import { fieldState, problemsAt, problemsUnder } from '../kit/problems.tsx';
import { useTyped } from '../typing.ts';
import type { Edit } from './file.ts';
import { HandOff } from './hand-off.tsx';
import { KnownFields } from './known.tsx';
import { BUTTON_ORDER, type ButtonFile, FITS } from './model.ts';
import { setList } from './steps.ts';
import { Target } from './target.tsx';
import { Tools } from './texts.tsx';

const WAYS = { go: 'Leads to', 'hand-off': 'Shows people to ring', return: 'Goes back to before' } as const;
type Way = keyof typeof WAYS;

const wayOf = (button: ButtonFile): Way =>
  button['hand-off'] ? 'hand-off' : button.return ? 'return' : 'go';

/** Words between commas. */
const split = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The way on of another kind, in place of the one that was there. */
function withWay(text: string, path: Path, button: ButtonFile, way: Way): string {
  const put = { go: '', 'hand-off': ['front-door'], return: true }[way];
  const bare = (Object.keys(WAYS) as Way[]).filter((one) => button[one] !== undefined);
  const cleared = bare.reduce((all, one) => removeIn(all, [...path, one]), text);
  return way === 'go' ? cleared : setIn(cleared, [...path, way], put, BUTTON_ORDER);
}

interface PartProps {
  readonly file: string;
  readonly at: Path;
  readonly index: number;
  readonly button: ButtonFile;
  readonly problems: readonly Marked[];
  readonly edit: Edit;
}

interface ButtonProps extends Omit<PartProps, 'at'> {
  /** Of the list that it stands in. */
  readonly path: Path;
  readonly of: number;
}

function Words({ file, at, index, button, problems, edit }: PartProps) {
  const also = button.also ?? [];
  const label = useTyped(button.label ?? '', (value) =>
    edit((all) => setIn(all, [...at, 'label'], value, BUTTON_ORDER)),
  );
  const others = useTyped(also.join(', '), (value) =>
    edit((all) => setList(all, [...at, 'also'], also.map(String), split(value), BUTTON_ORDER)),
  );
  return (
    <>
      <Field
        label={`Button ${index + 1} says`}
        hint={`${label.value.length} of ${FITS.label} letters`}
        {...fieldState([
          ...problemsAt(problems, file, at),
          ...problemsUnder(problems, file, [...at, 'label']),
        ])}
      >
        <Input input={{ 'data-place': placeOf(file, [...at, 'label']) } as object} {...label} />
      </Field>
      <Field
        label={`People also type for button ${index + 1}`}
        hint="Put commas between them"
        {...fieldState(problemsUnder(problems, file, [...at, 'also']))}
      >
        <Input input={{ 'data-place': placeOf(file, [...at, 'also']) } as object} {...others} />
      </Field>
    </>
  );
}

function Way({ file, at, index, button, problems, edit }: PartProps) {
  const way = wayOf(button);
  return (
    <>
      <Choose
        label={`When button ${index + 1} is pressed`}
        choices={choicesOf(WAYS)}
        value={way}
        onPick={(next) => edit((all) => withWay(all, at, button, next))}
      />
      {way === 'go' && (
        <Target
          label={`Button ${index + 1} leads to`}
          value={button.go ?? ''}
          problems={problemsUnder(problems, file, [...at, 'go'])}
          onPick={(target) => edit((all) => setIn(all, [...at, 'go'], target, BUTTON_ORDER))}
        />
      )}
      {way === 'hand-off' && (
        <HandOff
          file={file}
          path={[...at, 'hand-off']}
          values={button['hand-off'] ?? []}
          problems={problems}
          edit={edit}
          order={BUTTON_ORDER}
          needed
        />
      )}
    </>
  );
}

export const ButtonCard = memo(function ButtonCard(props: ButtonProps) {
  const { file, path, index, of, button, edit } = props;
  const styles = useLayOut();
  const at = [...path, index];
  const [noting, setNoting] = useState(button.set !== undefined);
  const set = (name: string, value: string | undefined) =>
    edit((all) => {
      if (value !== undefined) return setIn(all, [...at, 'set', name], value, BUTTON_ORDER);
      const left = Object.keys(button.set ?? {}).length;
      return removeIn(all, left > 1 ? [...at, 'set', name] : [...at, 'set']);
    });
  return (
    <li className={styles.card} data-place={placeOf(file, at)}>
      <div className={styles.row}>
        <strong style={{ marginRight: 'auto' }}>Button {index + 1}</strong>
        <Tools name={`button ${index + 1}`} at={index} {...{ of, path, edit }} />
      </div>
      <div className={styles.halves}>
        <Words {...props} at={at} />
        <Way {...props} at={at} />
      </div>
      {noting ? (
        <KnownFields values={button.set ?? {}} deciding={false} nothing="Nothing noted" onSet={set} />
      ) : (
        <div>
          <Button size="small" appearance="subtle" onClick={() => setNoting(true)}>
            Note something about the talk
          </Button>
        </div>
      )}
    </li>
  );
});
