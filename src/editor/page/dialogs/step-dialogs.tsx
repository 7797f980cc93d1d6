/** @jsxImportSource react */
/** Questions before a step gets another name or goes, and for a new one's name. */
import { Field, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { valueOf } from '../../../content/edit.ts';
import { Asking } from '../kit/asking.tsx';
import { asId } from '../kit/ids.ts';
import { useNames, useView } from './here.ts';
import type { DialogText } from './model.ts';
import { leadsTo } from './steps.ts';

/** Letters of a step's name. */
const MOST = 49;

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
  const id = asId(name, MOST);
  const twice = taken.includes(id) && id !== begin;
  const wrong =
    id === '' ? 'Write a short name, such as what-now.' : twice ? 'Another step has this name.' : undefined;
  return (
    <Asking
      {...{ title, action, onClose }}
      disabled={wrong !== undefined}
      onDo={() => {
        if (wrong) return;
        onName(id);
        onClose();
      }}
    >
      {children}
      <Field
        label="Short name"
        hint={id && id !== name ? `It is written ${id}` : 'Residents never see it.'}
        {...(wrong && name !== '' && { validationState: 'error' as const, validationMessage: wrong })}
      >
        <Input value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
    </Asking>
  );
}

interface RenameProps {
  readonly id: string;
  readonly onRename: (to: string) => void;
  readonly onClose: () => void;
}

export function RenameStep({ id, onRename, onClose }: RenameProps) {
  const names = useNames();
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
  const props = useView();
  const text = props.work?.text(file);
  const ways = typeof text === 'string' ? leadsTo((valueOf(text) ?? {}) as DialogText, id) : [];
  return (
    <Asking
      title={`Remove step ${id}?`}
      action="Remove it"
      leave="Keep it"
      onDo={() => {
        onRemove();
        onClose();
      }}
      onClose={onClose}
    >
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
    </Asking>
  );
}
