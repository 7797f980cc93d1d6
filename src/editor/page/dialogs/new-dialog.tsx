/** @jsxImportSource react */
/** Begins a dialog from its title and its readers: its name and its file are made for you. */
import { Button, Field, Input } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Audience } from '../../../content/schema.ts';
import { Asking } from '../kit/asking.tsx';
import { AudienceField } from '../kit/audience.tsx';
import { useDoing } from '../kit/doing.ts';
import { idFrom } from '../kit/ids.ts';
import { useLayOut } from '../kit/lay-out.ts';
import type { ViewProps } from '../work.ts';
import { fileOf, takenNames } from './around.ts';
import { newDialog } from './begun.ts';

function Begin({ props, onClose }: { readonly props: ViewProps; readonly onClose: () => void }) {
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
    <Asking
      title="New dialog"
      action="Begin it"
      disabled={busy || name === '' || chosen.length === 0}
      onDo={() => void run(create)}
      onClose={onClose}
    >
      <div className={styles.stack}>
        <Field label="Title" hint="Residents see it where the bot offers this dialog." required>
          <Input value={title} maxLength={80} onChange={(_, { value }) => setTitle(value)} />
        </Field>
        <AudienceField chosen={chosen} problems={[]} onChange={setChosen} />
        <p className={styles.quiet}>
          It begins with one step that shows people to ring. Nobody can reach it until a button of another
          dialog leads to it, or until you write what people type to get there.
        </p>
      </div>
    </Asking>
  );
}

export function NewDialog(props: ViewProps) {
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button appearance="primary" icon={<AddRegular />} onClick={() => setAsking(true)}>
        New dialog
      </Button>
      {asking && <Begin props={props} onClose={() => setAsking(false)} />}
    </div>
  );
}
