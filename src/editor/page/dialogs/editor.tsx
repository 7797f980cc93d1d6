/** @jsxImportSource react */
/** One dialog as a form: what it is, its steps in order, the preview beside them. */
import { Badge, Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ChatRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { Marked } from '../../api.ts';
import { Approval } from '../approvals/approval.tsx';
import { useLayOut } from '../kit/lay-out.ts';
import type { OwnProps } from '../shell/views.tsx';
import { About } from './about.tsx';
import { DraftsHere } from './drafts-here.tsx';
import { kept, useEdited } from './file.ts';
import { NamesContext, ViewContext } from './here.ts';
import { AUDIENCE_NAMES, type DialogText } from './model.ts';
import { type Names, namesOf } from './names.ts';
import { DialogMenu } from './remove-dialog.tsx';
import { Gone, Unreached } from './states.tsx';
import { Steps } from './step-list.tsx';

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
    // Above the dock.
    maxHeight: 'calc(100vh - 11rem)',
    overflowY: 'auto',
    '@media (max-width: 75rem)': { position: 'static', maxHeight: 'none', order: -1 },
  },
});

const NO_PROBLEMS: readonly Marked[] = [];
const NO_DIALOG: DialogText = {};

/** The same as long as nobody is called otherwise: what shows names is not drawn anew by every word. */
function useNamesNow(props: OwnProps, dialog: DialogText): Names {
  const before = useRef<Names>(undefined);
  const names = useMemo(() => kept(before.current, namesOf(dialog, props)), [props, dialog]);
  before.current = names;
  return names;
}

interface HeadProps {
  readonly id: string;
  readonly dialog: DialogText;
  readonly props: OwnProps;
  readonly previewing: boolean;
  readonly onPreview: () => void;
}

function Head({ id, dialog, props, previewing, onPreview }: HeadProps) {
  const styles = useLayOut();
  const { overview, go } = props;
  return (
    <>
      <div className={styles.row}>
        <h1 className={styles.title}>{dialog.title}</h1>
        {dialog.urgent && <Badge color="danger">Urgent</Badge>}
        {dialog.for?.map((one) => (
          <Badge key={one} appearance="outline" color="informative">
            {AUDIENCE_NAMES[one]}
          </Badge>
        ))}
      </div>
      <DraftsHere id={id} props={props} />
      <Approval {...props} path={`dialogs/${id}.yaml`} />
      <div className={styles.row}>
        <Button icon={<ChatRegular />} aria-expanded={previewing} onClick={onPreview}>
          {previewing ? 'Close the preview' : 'Try it in a preview'}
        </Button>
        <Button onClick={() => go(`map/${id}`)}>See the map</Button>
        {overview.languages.map((one) => (
          <Button key={one.id} onClick={() => go(`translate/${one.id}/${id}`)}>
            {one.name}
          </Button>
        ))}
        <DialogMenu {...{ id, dialog, props }} />
      </div>
      <Unreached {...{ id, dialog, props }} />
    </>
  );
}

export default function DialogEditor(props: OwnProps) {
  const own = useStyles();
  const styles = useLayOut();
  const { overview, work, rest } = props;
  const id = rest[0] ?? '';
  const file = `dialogs/${id}.yaml`;
  const item = overview.items.find(({ path }) => path === file);
  const { value: dialog, text, edit } = useEdited<DialogText>(props, file, item?.title ?? id);
  const [previewing, setPreviewing] = useState(false);
  const names = useNamesNow(props, dialog ?? NO_DIALOG);
  if (text === null) return <Gone {...{ id, props }} title={item?.title} />;
  if (text !== undefined && !dialog)
    return <p>This dialog cannot be read as it is. Throw the draft away, or ask for help.</p>;
  if (!dialog) return <Spinner label="Opening the dialog" />;
  return (
    <ViewContext.Provider value={props}>
      <NamesContext.Provider value={names}>
        <div className={styles.view}>
          <Head {...{ id, dialog, props, previewing }} onPreview={() => setPreviewing(!previewing)} />
          <div className={previewing ? own.beside : undefined}>
            <div className={styles.stack}>
              <About {...{ file, dialog, edit }} problems={work?.problems ?? NO_PROBLEMS} />
              <Steps {...{ file, dialog, edit, props }} />
            </div>
            {previewing && (
              <aside className={own.stay} aria-label="Preview">
                <Suspense fallback={<Spinner label="Opening the preview" />}>
                  <Preview {...props} />
                </Suspense>
              </aside>
            )}
          </div>
        </div>
      </NamesContext.Provider>
    </ViewContext.Provider>
  );
}
