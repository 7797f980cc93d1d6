/** @jsxImportSource react */
/** How a step goes on: buttons, straight on, by what is known, back, or nothing (then the usual choices). */
import { Button, Field } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { insertIn, type Path, removeIn, setIn } from '../../../content/edit.ts';
import { Asking } from '../kit/asking.tsx';
import { Choose, choicesOf } from '../kit/choose.tsx';
import { useLayOut } from '../kit/lay-out.ts';
import { fieldState, problemsAt, problemsUnder } from '../kit/problems.tsx';
import { ButtonCard } from './button.tsx';
import { Cases } from './cases.tsx';
import { useNames } from './here.ts';
import { STEP_ORDER, type StepFile } from './model.ts';
import type { PartProps } from './part.ts';
import { Target } from './target.tsx';

const WAYS = {
  usual: 'The usual choices: back, menu, a person',
  offer: 'Buttons to choose from',
  go: 'Straight on to another step',
  branch: 'It depends on what is known',
  return: 'Back to what was talked about before',
} as const;
type Way = keyof typeof WAYS;
const PARTS = ['offer', 'branch', 'go', 'return'] as const;

const wayOf = (step: StepFile): Way => PARTS.find((part) => step[part] !== undefined) ?? 'usual';

function withWay(text: string, at: Path, step: StepFile, way: Way, first: string): string {
  const put = {
    offer: [{ label: '', also: [], go: first }],
    branch: [{ go: first }],
    go: first,
    return: true,
  } as const;
  const cleared = PARTS.filter((part) => step[part] !== undefined).reduce(
    (all, part) => removeIn(all, [...at, part]),
    text,
  );
  return way === 'usual' ? cleared : setIn(cleared, [...at, way], put[way], STEP_ORDER);
}

function Buttons({ file, at, step, problems, edit }: PartProps) {
  const names = useNames();
  const styles = useLayOut();
  const path = [...at, 'offer'];
  const offer = step.offer ?? [];
  return (
    <div className={styles.stack}>
      <ol className={styles.list}>
        {offer.map((button, n) => (
          <ButtonCard
            // Two alike buttons are told apart by their place alone.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={`${offer.length} ${n}`}
            {...{ file, path, index: n, of: offer.length, button, edit }}
            problems={problemsUnder(problems, file, [...path, n])}
          />
        ))}
      </ol>
      <Field {...fieldState(problemsAt(problems, file, path))}>
        <div>
          <Button
            icon={<AddRegular />}
            onClick={() =>
              edit((all) =>
                insertIn(all, path, offer.length, { label: '', also: [], go: names.steps[0]?.id ?? '' }),
              )
            }
          >
            Add a button
          </Button>
        </div>
      </Field>
    </div>
  );
}

/** Whether anything with words would go. */
const holdsWords = (step: StepFile): boolean =>
  (step.offer?.length ?? 0) > 0 || (step.branch?.length ?? 0) > 0;

export function WayOn(part: PartProps) {
  const { file, at, step, edit, problems } = part;
  const names = useNames();
  const [asked, setAsked] = useState<Way | null>(null);
  const way = wayOf(step);
  const change = (to: Way) => {
    setAsked(null);
    edit((all) => withWay(all, at, step, to, names.steps[0]?.id ?? ''));
  };
  return (
    <>
      <Choose
        label="Then comes"
        choices={choicesOf(WAYS)}
        value={way}
        onPick={holdsWords(step) ? setAsked : change}
      />
      {way === 'offer' && <Buttons {...part} />}
      {way === 'branch' && <Cases {...part} />}
      {way === 'go' && (
        <Target
          label="Goes on to"
          value={step.go ?? ''}
          problems={problemsUnder(problems, file, [...at, 'go'])}
          onPick={(target) => edit((all) => setIn(all, [...at, 'go'], target, STEP_ORDER))}
        />
      )}
      {asked && (
        <Asking
          title="Change how this step goes on?"
          action="Change it"
          leave="Leave it"
          onDo={() => change(asked)}
          onClose={() => setAsked(null)}
        >
          The buttons or cases of this step are taken out.
        </Asking>
      )}
    </>
  );
}
