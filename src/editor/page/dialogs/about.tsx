/** @jsxImportSource react */
/** What a dialog is called, whom it is for, what people type to reach it, where it starts. */
import { Checkbox, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { removeIn, setIn } from '../../../content/edit.ts';
import type { Audience } from '../../../content/schema.ts';
import type { Marked } from '../../api.ts';
import { placeOf } from '../drafts/jump.ts';
import { Choose } from '../kit/choose.tsx';
import { useLayOut } from '../kit/lay-out.ts';
import { fieldState, problemsUnder } from '../kit/problems.tsx';
import { useTyped } from '../typing.ts';
import type { Edit } from './file.ts';
import { AUDIENCE_NAMES, DIALOG_ORDER, type DialogText } from './model.ts';
import { setList } from './steps.ts';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
});

interface AboutProps {
  readonly file: string;
  readonly dialog: DialogText;
  readonly problems: readonly Marked[];
  readonly edit: Edit;
}

/** Lines that hold something. */
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

function Asks({ file, dialog, problems, edit }: AboutProps) {
  const asks = (dialog.asks ?? []).map(String);
  const typed = useTyped(asks.join('\n'), (value) =>
    edit((all) =>
      lines(value).length === 0 && asks.length > 0
        ? removeIn(all, ['asks'])
        : setList(all, ['asks'], asks, lines(value), DIALOG_ORDER),
    ),
  );
  return (
    <Field
      label="What people type to get here"
      hint="One on each line, as a person would type it"
      {...fieldState(problemsUnder(problems, file, ['asks']))}
    >
      <Textarea
        resize="vertical"
        textarea={{ rows: Math.min(14, asks.length + 1), 'data-place': placeOf(file, ['asks']) } as object}
        {...typed}
      />
    </Field>
  );
}

function For({ file, dialog, problems, edit }: AboutProps) {
  const chosen = dialog.for ?? [];
  const toggle = (audience: Audience, on: boolean) => {
    const next = (Object.keys(AUDIENCE_NAMES) as Audience[]).filter((one) =>
      one === audience ? on : chosen.includes(one),
    );
    edit((all) => setIn(all, ['for'], next, DIALOG_ORDER));
  };
  return (
    <Field label="Who it is for" {...fieldState(problemsUnder(problems, file, ['for']))}>
      <div data-place={placeOf(file, ['for'])}>
        {(Object.entries(AUDIENCE_NAMES) as [Audience, string][]).map(([id, name]) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={(_, { checked }) => toggle(id, checked === true)}
          />
        ))}
      </div>
    </Field>
  );
}

export function About(props: AboutProps) {
  const { file, dialog, problems, edit } = props;
  const own = useStyles();
  const styles = useLayOut();
  const title = useTyped(dialog.title ?? '', (value) =>
    edit((all) => setIn(all, ['title'], value, DIALOG_ORDER)),
  );
  return (
    <details className={styles.card}>
      <summary className={own.summary}>Title, who it is for, and what people type to get here</summary>
      <div className={styles.halves}>
        <div className={styles.stack}>
          <Field label="Title" {...fieldState(problemsUnder(problems, file, ['title']))}>
            <Input input={{ 'data-place': placeOf(file, ['title']) } as object} {...title} />
          </Field>
          <For {...props} />
          <Choose
            label="Starts with step"
            choices={Object.keys(dialog.steps ?? {}).map((id) => ({ id, name: id }))}
            value={dialog.start ?? ''}
            problems={problemsUnder(problems, file, ['start'])}
            onPick={(id) => edit((all) => setIn(all, ['start'], id, DIALOG_ORDER))}
          />
        </div>
        <Asks {...props} />
      </div>
    </details>
  );
}
