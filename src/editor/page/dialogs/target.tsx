/** @jsxImportSource react */
/** Where something leads: a step of this dialog, or another dialog, from its start or from one of its steps. */
import { useEffect, useState } from 'react';
import { valueOf } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import { type Choice, Pick } from '../kit/pick.tsx';
import type { ViewProps } from '../work.ts';
import { useNames, useView } from './here.ts';
import { type DialogText, firstWords } from './model.ts';
import type { Names } from './names.ts';

interface TargetProps {
  readonly label: string;
  readonly value: string;
  readonly problems: readonly Marked[];
  readonly onPick: (target: string) => void;
}

/** Own steps come before dialogs of the same name, as they do for the bot. */
function splitTarget(value: string, { steps }: Names): { own: string | null; dialog: string; step: string } {
  if (value === '' || steps.some(({ id }) => id === value)) return { own: value, dialog: '', step: '' };
  const [dialog = '', step = ''] = value.split('/');
  return { own: null, dialog, step };
}

function useSteps({ api, work, overview }: ViewProps, dialog: string): readonly Choice[] {
  const [steps, setSteps] = useState<{ dialog: string; choices: readonly Choice[] }>();
  const path = `dialogs/${dialog}.yaml`;
  const version = work?.base ?? overview.live;
  const drafted = work?.files[path];
  useEffect(() => {
    if (dialog === '') return;
    let gone = false;
    const show = (text: string | null) => {
      if (gone || text === null) return;
      const known = (valueOf(text) as DialogText | undefined)?.steps ?? {};
      setSteps({
        dialog,
        choices: Object.entries(known).map(([id, step]) => ({ id, name: `${id}: ${firstWords(step)}` })),
      });
    };
    if (drafted !== undefined) show(drafted);
    else
      api.file(version, path).then(
        ({ text }) => show(text),
        () => undefined,
      );
    return () => {
      gone = true;
    };
  }, [api, version, drafted, dialog, path]);
  return steps?.dialog === dialog ? steps.choices : [];
}

const START = { id: '', name: 'At its start' };

export function Target({ label, value, problems, onPick }: TargetProps) {
  const names = useNames();
  const props = useView();
  const { own, dialog, step } = splitTarget(value, names);
  const steps = useSteps(props, dialog);
  const choices = [
    ...names.steps.map(({ id, name }) => ({ id: `step ${id}`, name: `Step ${name}` })),
    ...names.dialogs.map(({ id, name }) => ({ id: `dialog ${id}`, name: `Dialog: ${name}` })),
  ];
  return (
    <>
      <Pick
        label={label}
        choices={choices}
        value={own === null ? `dialog ${dialog}` : `step ${own}`}
        problems={problems}
        onPick={(picked) => onPick(picked.replace(/^(?:step|dialog) /, ''))}
      />
      {dialog !== '' && (
        <Pick
          label="Where it begins"
          choices={[START, ...steps]}
          value={step}
          onPick={(picked) => onPick(picked === '' ? dialog : `${dialog}/${picked}`)}
        />
      )}
    </>
  );
}
