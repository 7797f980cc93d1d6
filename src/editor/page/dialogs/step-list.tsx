/** @jsxImportSource react */
/** The steps of a dialog in their order, and a new one at the end. */
import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { removeIn } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import { messageOf } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { problemsUnder } from '../kit/problems.tsx';
import type { OwnProps } from '../shell/views.tsx';
import { fileOf } from './around.ts';
import { type Edit, kept } from './file.ts';
import type { DialogText } from './model.ts';
import { inTranslations } from './overlays.ts';
import { StepCard } from './step-card.tsx';
import { AddStep } from './step-dialogs.tsx';
import { addStep, putStepBack, renameStep, stepsIn } from './steps.ts';
import { type TakenOut, TakenOutBar } from './taken-out.tsx';

const NO_STEP = {};
const NO_PROBLEMS: readonly Marked[] = [];

/** The problems of each step, kept the same as long as they are. */
function useByStep(
  file: string,
  steps: object | undefined,
  problems: readonly Marked[],
): Readonly<Record<string, readonly Marked[]>> {
  const before = useRef<Record<string, readonly Marked[]>>({});
  return useMemo(() => {
    const all = Object.fromEntries(
      Object.keys(steps ?? {}).map((id) => [id, problemsUnder(problems, file, ['steps', id])]),
    );
    before.current = kept(before.current, all);
    return before.current;
  }, [file, steps, problems]);
}

/** Which steps are open; the one of the address, else the first. */
function useOpenSteps(dialog: DialogText | null | undefined, wanted: string | undefined) {
  const [open, setOpen] = useState<ReadonlySet<string> | null>(null);
  const first = dialog?.start;
  useEffect(() => {
    if (wanted) setOpen((all) => new Set([...(all ?? []), wanted]));
  }, [wanted]);
  const onOpen = useCallback(
    (id: string, on: boolean) =>
      setOpen(
        (all) => new Set([...(all ?? [first ?? ''])].filter((one) => one !== id).concat(on ? [id] : [])),
      ),
    [first],
  );
  return { isOpen: (id: string) => (open ? open.has(id) : id === first), onOpen };
}

/** Steps that get another name, go or come, with all that follows from it. */
function useStepChanges(
  props: OwnProps,
  dialog: string,
  edit: Edit,
  onOpen: (id: string, open: boolean) => void,
) {
  const latest = useRef(props);
  latest.current = props;
  const [taken, setTaken] = useState<TakenOut | null>(null);
  const changes = useMemo(() => {
    const follow = (step: string, to: string | null) =>
      inTranslations(latest.current, dialog, step, to).catch((error: unknown) => {
        latest.current.tell('error', messageOf(error));
        return new Map<string, string>();
      });
    return {
      onRename: (from: string, to: string) => {
        edit((all) => renameStep(all, from, to));
        void follow(from, to);
        onOpen(to, true);
        setTaken(null);
      },
      onRemove: (step: string) => {
        let english = '';
        edit((all) => {
          english = all;
          return removeIn(all, ['steps', step]);
        });
        const at = stepsIn(english).indexOf(step);
        void follow(step, null).then((others) =>
          setTaken({ step, at, before: new Map([[fileOf(dialog), english], ...others]) }),
        );
      },
      onBack: ({ step, before }: TakenOut) => {
        const { work } = latest.current;
        for (const [path, text] of before) {
          const now = work?.text(path);
          if (typeof now === 'string') work?.write(path, putStepBack(now, text, step));
        }
        setTaken(null);
      },
      onDismiss: () => setTaken(null),
      onAdd: (step: string) => {
        edit((all) => addStep(all, step));
        onOpen(step, true);
      },
    };
  }, [dialog, edit, onOpen]);
  return { ...changes, taken };
}

interface StepsProps {
  readonly file: string;
  readonly dialog: DialogText;
  readonly edit: Edit;
  readonly props: OwnProps;
}

export function Steps({ file, dialog, edit, props }: StepsProps) {
  const styles = useLayOut();
  const { rest, work } = props;
  const { isOpen, onOpen } = useOpenSteps(dialog, rest[1]);
  const { taken, ...changes } = useStepChanges(props, rest[0] ?? '', edit, onOpen);
  const { onRename, onRemove, onAdd, onBack, onDismiss } = changes;
  const [adding, setAdding] = useState(false);
  const byStep = useByStep(file, dialog.steps, work?.problems ?? NO_PROBLEMS);
  const steps = Object.entries(dialog.steps ?? {});
  const cards = steps.map(([step, value], n) => (
    <StepCard
      key={step}
      {...{ file, edit, onOpen, onRename, onRemove }}
      id={step}
      step={value ?? NO_STEP}
      number={n + 1}
      starts={dialog.start === step}
      open={isOpen(step)}
      problems={byStep[step] ?? NO_PROBLEMS}
    />
  ));
  // Of this dialog, and not there again some other way, such as by a draft that was thrown away.
  const gone = taken?.before.has(file) && !Object.hasOwn(dialog.steps ?? {}, taken.step) ? taken : null;
  if (gone)
    cards.splice(
      gone.at,
      0,
      <TakenOutBar key="taken out" step={gone.step} onBack={() => onBack(gone)} onDismiss={onDismiss} />,
    );
  return (
    <>
      <h2 className={styles.heading}>Steps</h2>
      <ol className={styles.list}>{cards}</ol>
      <div>
        <Button icon={<AddRegular />} onClick={() => setAdding(true)}>
          Add a step
        </Button>
      </div>
      {adding && (
        <AddStep taken={steps.map(([step]) => step)} onAdd={onAdd} onClose={() => setAdding(false)} />
      )}
    </>
  );
}
