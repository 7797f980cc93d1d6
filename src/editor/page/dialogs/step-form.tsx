/** @jsxImportSource react */
/** All fields of one step. */
import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { removeIn, setIn } from '../../../content/edit.ts';
import { placeOf } from '../drafts/jump.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { ProblemNote, problemsAt, problemsUnder } from '../kit/problems.tsx';
import { HandOff } from './hand-off.tsx';
import { hintOf } from './hints.ts';
import { STEP_ORDER } from './model.ts';
import type { PartProps } from './part.ts';
import { Box, Texts } from './texts.tsx';
import { WayOn } from './way-on.tsx';

const NONE: readonly string[] = [];

function Ask({ file, at, step, problems, edit }: PartProps) {
  const styles = useLayOut();
  const path = [...at, 'ask'];
  if (step.ask === undefined)
    return (
      <div>
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() => edit((all) => setIn(all, path, '', STEP_ORDER))}
        >
          Add a question
        </Button>
      </div>
    );
  return (
    <div className={styles.stack}>
      <Box
        label="Asks"
        value={step.ask}
        place={placeOf(file, path)}
        problems={problemsUnder(problems, file, path)}
        onChange={(text) => edit((all) => setIn(all, path, text))}
      />
      <div>
        <Button size="small" appearance="subtle" onClick={() => edit((all) => removeIn(all, path))}>
          Take the question out
        </Button>
      </div>
    </div>
  );
}

export function StepForm(part: PartProps) {
  const { file, at, step, problems, edit } = part;
  const styles = useLayOut();
  return (
    <div className={styles.stack}>
      <ProblemNote problems={problemsAt(problems, file, at)} />
      <Texts
        {...{ file, problems, edit }}
        path={[...at, 'say']}
        values={step.say ?? NONE}
        legend="The bot says"
        one="Bubble"
        order={STEP_ORDER}
        hint={hintOf}
      />
      <HandOff
        {...{ file, problems, edit }}
        path={[...at, 'hand-off']}
        values={step['hand-off'] ?? NONE}
        order={STEP_ORDER}
      />
      {(step['hand-off'] || step.words) && (
        <Texts
          {...{ file, problems, edit }}
          path={[...at, 'words']}
          values={step.words ?? NONE}
          legend="Words they can say when they ring"
          one="Line"
          order={STEP_ORDER}
        />
      )}
      <Ask {...part} />
      <WayOn {...part} />
    </div>
  );
}
