/** @jsxImportSource react */
/** Questions before a step gets another name or goes, and for a new one's name. */
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
import { type ReactNode, useState } from 'react';
import { valueOf } from '../../../content/edit.ts';
import { useHere } from './here.ts';
import { type DialogText, idFrom } from './model.ts';
import { leadsTo } from './steps.ts';

interface NameProps {
  readonly title: string;
  readonly action: string;
  readonly begin: string;
  readonly taken: readonly string[];
  readonly children?: ReactNode;
  readonly onName: (id: string) => void;
  readonly onClose: () => void;
}

/** Asks for the short name of a step. */
function Name({ title, action, begin, taken, children, onName, onClose }: NameProps) {
  const [name, setName] = useState(begin);
  const id = idFrom(name);
  const twice = taken.includes(id) && id !== begin;
  const wrong =
    id === '' ? 'Write a short name, such as what-now.' : twice ? 'Another step has this name.' : undefined;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (wrong) return;
            onName(id);
            onClose();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent>
              {children}
              <Field
                label="Short name"
                hint={id && id !== name ? `It is written ${id}` : 'Residents never see it.'}
                {...(wrong && name !== '' && { validationState: 'error' as const, validationMessage: wrong })}
              >
                <Input value={name} onChange={(_, { value }) => setName(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={wrong !== undefined}>
                {action}
              </Button>
              <Button onClick={onClose}>Cancel</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

interface RenameProps {
  readonly id: string;
  readonly onRename: (to: string) => void;
  readonly onClose: () => void;
}

export function RenameStep({ id, onRename, onClose }: RenameProps) {
  const { names } = useHere();
  return (
    <Name
      title={`Rename step ${id}`}
      action="Rename"
      begin={id}
      taken={names.steps.map((one) => one.id)}
      onName={(to) => to !== id && onRename(to)}
      onClose={onClose}
    >
      <p>
        All buttons of this dialog that lead here follow. If another dialog leads here, the check names it.
      </p>
    </Name>
  );
}

export function AddStep({
  taken,
  onAdd,
  onClose,
}: {
  readonly taken: readonly string[];
  readonly onAdd: (id: string) => void;
  readonly onClose: () => void;
}) {
  return (
    <Name title="Add a step" action="Add" begin="" taken={taken} onName={onAdd} onClose={onClose}>
      <p>It comes at the end. Then let a button of another step lead to it.</p>
    </Name>
  );
}

interface RemoveProps {
  readonly id: string;
  readonly file: string;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

export function RemoveStep({ id, file, onRemove, onClose }: RemoveProps) {
  const { props } = useHere();
  const text = props.work?.text(file);
  const ways = typeof text === 'string' ? leadsTo((valueOf(text) ?? {}) as DialogText, id) : [];
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Remove step {id}?</DialogTitle>
          <DialogContent>
            {ways.length > 0 && (
              <>
                <p>These lead to it, and will have to lead somewhere else:</p>
                <ul>
                  {ways.map(({ name, path }) => (
                    <li key={path.join('.')}>{name}</li>
                  ))}
                </ul>
              </>
            )}
            <p>Its words go, in every language. If another dialog leads here, the check names it.</p>
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                onRemove();
                onClose();
              }}
            >
              Remove it
            </Button>
            <Button onClick={onClose}>Keep it</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
