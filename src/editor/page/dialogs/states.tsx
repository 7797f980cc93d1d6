/** @jsxImportSource react */
/** A dialog that the draft has taken out, and one that nobody can reach yet. */
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import type { ViewProps } from '../work.ts';
import { begunIn, fileOf, setWhole } from './around.ts';
import { leadsFrom } from './leads.ts';
import type { DialogText } from './model.ts';

/** There is no text: the draft took it out, or there never was one. */
export function Gone({ id, title, props }: { id: string; title: string | undefined; props: ViewProps }) {
  const styles = useLayOut();
  const { busy, run } = useDoing(props);
  if (title === undefined) return <h1 className={styles.title}>There is no dialog of this name</h1>;
  return (
    <div className={styles.stack}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.words}>
        This dialog is taken out in your draft. It stays live until the draft is published.
      </p>
      <div>
        <Button
          disabled={busy}
          onClick={() => void run(() => setWhole(props, id, title, 'back'), `“${title}” is back.`)}
        >
          Put it back
        </Button>
      </div>
    </div>
  );
}

/** Whether a dialog that the draft begins can be reached: no file of what is live can lead to it yet. */
function isReached(id: string, dialog: DialogText, files: Readonly<Record<string, string | null>>): boolean {
  return (
    (dialog.asks?.length ?? 0) > 0 ||
    Object.entries(files).some(([path, text]) => text !== null && leadsFrom(path, text, id).length > 0)
  );
}

export function Unreached({ id, dialog, props }: { id: string; dialog: DialogText; props: ViewProps }) {
  const files = props.work?.files ?? {};
  if (!Object.hasOwn(files, fileOf(id)) || !begunIn(props).some((one) => one.id === id)) return null;
  if (isReached(id, dialog, files)) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        Nobody can reach this dialog yet. Let a button of another dialog lead to it, or write what people type
        to get here.
      </MessageBarBody>
    </MessageBar>
  );
}
