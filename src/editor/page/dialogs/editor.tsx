/** @jsxImportSource react */
/** One dialog as a form: what it is, its steps in order, the preview beside them. */
import { Badge, Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { AddRegular, ChatRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { removeIn } from '../../../content/edit.ts';
import type { Marked } from '../../api.ts';
import { messageOf } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { problemsUnder } from '../kit/problems.tsx';
import type { OwnProps } from '../shell/views.tsx';
import { About } from './about.tsx';
import { kept, useEdited } from './file.ts';
import { AUDIENCE_NAMES, type DialogText } from './model.ts';
import { type Names, namesOf } from './names.ts';
import { type Here, HereContext } from './here.ts';
import { inTranslations } from './overlays.ts';
import { StepCard } from './step-card.tsx';
import { AddStep } from './step-dialogs.tsx';
import { addStep, renameStep } from './steps.ts';

const Preview = lazy(() => import('../views/preview.tsx'));

const useStyles = makeStyles({
  beside: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(20rem, 26rem)',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
    '@media (max-width: 75rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  stay: {
    position: 'sticky',
    top: tokens.spacingVerticalM,
    maxHeight: 'calc(100vh - 2rem)',
    overflowY: 'auto',
    '@media (max-width: 75rem)': { position: 'static', maxHeight: 'none', order: -1 },
  },
});

const NO_PROBLEMS: readonly Marked[] = [];

/** The problems of each step, kept the same as long as they are. */
function useByStep(file: string, steps: object | undefined, problems: readonly Marked[]): Readonly<Record<string, readonly Marked[]>> {
  const before = useRef<Record<string, readonly Marked[]>>({});
  return useMemo(() => {
    const all = Object.fromEntries(Object.keys(steps ?? {}).map((id) => [id, problemsUnder(problems, file, ['steps', id])]));
    before.current = kept(before.current, all);
    return before.current;
  }, [file, steps, problems]);
}

const NO_DIALOG: DialogText = {};

function useHereNow(props: OwnProps, dialog: DialogText): Here {
  const { overview } = props;
  const before = useRef<Names>(undefined);
  return useMemo(() => {
    before.current = kept(before.current, namesOf(dialog, overview));
    return { props, names: before.current };
  }, [props, dialog, overview]);
}

/** Which steps are open; the one of the address, else the first. */
function useOpenSteps(dialog: DialogText | null | undefined, wanted: string | undefined) {
  const [open, setOpen] = useState<ReadonlySet<string> | null>(null);
  const first = dialog?.start;
  useEffect(() => {
    if (wanted) setOpen((all) => new Set([...(all ?? []), wanted]));
  }, [wanted]);
  const onOpen = useCallback(
    (id: string, on: boolean) => setOpen((all) => new Set([...(all ?? [first ?? ''])].filter((one) => one !== id).concat(on ? [id] : []))),
    [first],
  );
  return { isOpen: (id: string) => (open ? open.has(id) : id === first), onOpen };
}

export default function DialogEditor(props: OwnProps) {
  const own = useStyles();
  const styles = useLayOut();
  const { overview, work, rest, tell, go } = props;
  const id = rest[0] ?? '';
  const file = `dialogs/${id}.yaml`;
  const item = overview.items.find(({ path }) => path === file);
  const { value: dialog, text, edit } = useEdited<DialogText>(props, file, item?.title ?? id);
  const { isOpen, onOpen } = useOpenSteps(dialog, rest[1]);
  const [adding, setAdding] = useState(false);
  const [previewing, setPreviewing] = useState(false);
  const latest = useRef(props);
  latest.current = props;
  const here = useHereNow(props, dialog ?? NO_DIALOG);
  const byStep = useByStep(file, dialog?.steps, work?.problems ?? NO_PROBLEMS);
  const follow = useCallback(
    (step: string, to: string | null) =>
      void inTranslations(latest.current, id, step, to).catch((error: unknown) => tell('error', messageOf(error))),
    [id, tell],
  );
  const onRename = useCallback(
    (from: string, to: string) => {
      edit((all) => renameStep(all, from, to));
      follow(from, to);
      onOpen(to, true);
    },
    [edit, follow, onOpen],
  );
  const onRemove = useCallback(
    (step: string) => {
      edit((all) => removeIn(all, ['steps', step]));
      follow(step, null);
    },
    [edit, follow],
  );
  if (text === null) return <p>There is no dialog of this name.</p>;
  if (text !== undefined && !dialog) return <p>This dialog cannot be read as it is. Throw the draft away, or ask for help.</p>;
  if (!dialog) return <Spinner label="Opening the dialog" />;
  const steps = Object.entries(dialog.steps ?? {});
  return (
    <HereContext.Provider value={here}>
    <div className={styles.view}>
      <div className={styles.row}>
        <h1 className={styles.title}>{dialog.title}</h1>
        {dialog.urgent && <Badge color="danger">Urgent</Badge>}
        {dialog.for?.map((one) => (
          <Badge key={one} appearance="outline" color="informative">
            {AUDIENCE_NAMES[one]}
          </Badge>
        ))}
        {dialog.approved?.length === 0 && <Badge appearance="tint" color="warning">Words not approved yet</Badge>}
      </div>
      <div className={styles.row}>
        <Button icon={<ChatRegular />} aria-expanded={previewing} onClick={() => setPreviewing(!previewing)}>
          {previewing ? 'Close the preview' : 'Try it in a preview'}
        </Button>
        <Button onClick={() => go(`map/${id}`)}>See the map</Button>
        {overview.languages.map((one) => (
          <Button key={one.id} onClick={() => go(`translate/${one.id}/${id}`)}>
            {one.name}
          </Button>
        ))}
      </div>
      <div className={previewing ? own.beside : undefined}>
        <div className={styles.stack}>
          <About {...{ file, dialog, edit }} problems={work?.problems ?? NO_PROBLEMS} />
          <h2 className={styles.heading}>Steps</h2>
          <ol className={styles.list}>
            {steps.map(([step, value], n) => (
              <StepCard
                key={step}
                {...{ file, edit, onOpen, onRename, onRemove }}
                id={step}
                step={value ?? {}}
                number={n + 1}
                starts={dialog.start === step}
                open={isOpen(step)}
                problems={byStep[step] ?? NO_PROBLEMS}
              />
            ))}
          </ol>
          <div>
            <Button icon={<AddRegular />} onClick={() => setAdding(true)}>
              Add a step
            </Button>
          </div>
        </div>
        {previewing && (
          <aside className={own.stay} aria-label="Preview">
            <Suspense fallback={<Spinner label="Opening the preview" />}>
              <Preview {...props} />
            </Suspense>
          </aside>
        )}
      </div>
      {adding && (
        <AddStep
          taken={steps.map(([step]) => step)}
          onAdd={(step) => {
            edit((all) => addStep(all, step));
            onOpen(step, true);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
    </HereContext.Provider>
  );
}
