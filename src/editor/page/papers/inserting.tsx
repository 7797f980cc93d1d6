/** @jsxImportSource react */
/** Small windows that ask what is to be put into a page: services, a website, a button into the chat, a link. */
import { Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { Asking } from '../kit/asking.tsx';
import { useLayOut } from '../kit/lay-out.ts';
import { type Choice, Pick } from '../kit/pick.tsx';
import { chat, handOff, website } from './insert.ts';

export type Kind = 'hand-off' | 'website' | 'chat' | 'link';

export interface Lists {
  readonly services: readonly Choice[];
  readonly dialogs: readonly Choice[];
  /** Addresses of the site. */
  readonly pages: readonly Choice[];
}

const useStyles = makeStyles({
  long: { maxHeight: '40vh', overflowY: 'auto', margin: 0, padding: 0, border: 'none' },
});

interface WindowProps {
  readonly title: string;
  /** What is put in; '' while something is missing. */
  readonly made: string;
  readonly onPut: (text: string) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Window({ title, made, onPut, onClose, children }: WindowProps) {
  return (
    <Asking {...{ title, onClose }} action="Put it in" disabled={!made} onDo={() => made && onPut(made)}>
      <div className={useLayOut().stack}>{children}</div>
    </Asking>
  );
}

interface InsertProps {
  readonly lists: Lists;
  readonly onPut: (text: string) => void;
  readonly onClose: () => void;
}

function HandOff({ lists, ...props }: InsertProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const turn = (id: string, on: boolean) =>
    setChosen([...chosen.filter((one) => one !== id), ...(on ? [id] : [])]);
  return (
    <Window {...props} title="A card with numbers" made={chosen.length > 0 ? handOff(chosen) : ''}>
      <div>Shown in the order in which you choose them.</div>
      <fieldset aria-label="Services" className={useStyles().long}>
        {lists.services.map(({ id, name }) => (
          <div key={id}>
            <Checkbox
              label={chosen.includes(id) ? `${name} (${chosen.indexOf(id) + 1})` : name}
              checked={chosen.includes(id)}
              onChange={(_, { checked }) => turn(id, checked === true)}
            />
          </div>
        ))}
      </fieldset>
    </Window>
  );
}

function Website({ lists, ...props }: InsertProps) {
  const [service, setService] = useState('');
  return (
    <Window {...props} title="A link to one website" made={service && website(service)}>
      <Pick label="Whose website?" choices={lists.services} value={service} onPick={setService} />
    </Window>
  );
}

function ChatButton({ lists, ...props }: InsertProps) {
  const [dialog, setDialog] = useState('');
  const [label, setLabel] = useState('');
  const [says, setSays] = useState('');
  return (
    <Window
      {...props}
      title="A button into the chat"
      made={dialog && label.trim() ? chat(dialog, label, says) : ''}
    >
      <Pick label="Opens the chat at" choices={lists.dialogs} value={dialog} onPick={setDialog} />
      <Field label="Words on the button" required>
        <Input value={label} onChange={(_, { value }) => setLabel(value)} />
      </Field>
      <Field label="One line about it" hint="Shown on large buttons. You can leave it empty.">
        <Input value={says} onChange={(_, { value }) => setSays(value)} />
      </Field>
    </Window>
  );
}

function PageLink({ lists, ...props }: InsertProps) {
  const [page, setPage] = useState('');
  const [words, setWords] = useState('');
  return (
    <Window
      {...props}
      title="A link to a page"
      made={page && words.trim() ? `[${words.trim()}](${page})` : ''}
    >
      <Pick label="Which page?" choices={lists.pages} value={page} onPick={setPage} />
      <Field label="Words of the link" required>
        <Input value={words} onChange={(_, { value }) => setWords(value)} />
      </Field>
    </Window>
  );
}

const WINDOWS = { 'hand-off': HandOff, website: Website, chat: ChatButton, link: PageLink } as const;

export function Inserting({ kind, ...props }: InsertProps & { readonly kind: Kind }) {
  const Asked = WINDOWS[kind];
  return <Asked {...props} />;
}
