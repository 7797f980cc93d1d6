/** @jsxImportSource react */
/** Begins a dialog from its title and its readers: its name and its file are made for you. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Audience } from '../../../content/schema.ts';
import { AudienceField } from '../kit/audience.tsx';
import { useDoing } from '../kit/doing.ts';
import { idFrom } from '../kit/ids.ts';
import { useLayOut } from '../kit/lay-out.ts';
import type { ViewProps } from '../work.ts';
import { fileOf, takenNames } from './around.ts';
import { newDialog } from './begun.ts';

function Asking({ props, onClose }: { readonly props: ViewProps; readonly onClose: () => void }) {
  const styles = useLayOut();
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { busy, run } = useDoing(props);
  const name = title.trim();
  const create = async () => {
    const id = idFrom(name, await takenNames(props));
    props.begin(`New dialog: ${name}`).write(fileOf(id), newDialog(id, name, chosen as readonly Audience[]));
    onClose();
    props.go(`dialog/${id}`);
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void run(create);
          }}
        >
          <DialogBody>
            <DialogTitle>New dialog</DialogTitle>
            <DialogContent className={styles.stack}>
              <Field label="Title" hint="Residents see it where the bot offers this dialog." required>
                <Input value={title} maxLength={80} onChange={(_, { value }) => setTitle(value)} />
              </Field>
              <AudienceField chosen={chosen} problems={[]} onChange={setChosen} />
              <p className={styles.quiet}>
                It begins with one step that shows people to ring. Nobody can reach it until a button of
                another dialog leads to it, or until you write what people type to get there.
              </p>
            </DialogContent>
            <DialogActions>
              <Button
                type="submit"
                appearance="primary"
                disabled={busy || name === '' || chosen.length === 0}
              >
                Begin it
              </Button>
              <Button onClick={onClose}>Cancel</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

export function NewDialog(props: ViewProps) {
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button appearance="primary" icon={<AddRegular />} onClick={() => setAsking(true)}>
        New dialog
      </Button>
      {asking && <Asking props={props} onClose={() => setAsking(false)} />}
    </div>
  );
}
