/** @jsxImportSource react */
/** Every sentence of the interface: found by its words, changed, and seen in the other languages. */
import { Field, SearchBox, Spinner } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { Approval } from '../approvals/approval.tsx';
import { Choose } from '../kit/choose.tsx';
import { useFile } from '../kit/file.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { inWords } from '../kit/names.ts';
import type { ViewProps } from '../work.ts';
import { TITLE, UI, type Ui, uiIn } from './files.ts';
import { groupsOf } from './groups.ts';
import type { PartProps } from './part.ts';
import { Sentence } from './sentence.tsx';
import { useFound } from './use-found.ts';

/** How the whole file stands, in each language. */
function Approvals(props: ViewProps) {
  const lay = useLayOut();
  return (
    <ul className={lay.list}>
      <li className={lay.row}>
        English: <Approval {...props} path={UI} />
      </li>
      {props.overview.languages.map(({ id, name }) => (
        <li key={id} className={lay.row}>
          {name}: <Approval {...props} path={uiIn(id)} language={name} />
        </li>
      ))}
    </ul>
  );
}

interface FoundProps extends PartProps {
  readonly file: ReturnType<typeof useFile<Ui>> & { readonly text: string };
}

function Found({ file, wanted, ...props }: FoundProps) {
  const lay = useLayOut();
  const groups = groupsOf(file.text);
  const [group, setGroup] = useState('');
  const [words, setWords] = useState('');
  const looked = useDeferredValue(words).trim();
  const texts = file.value?.texts ?? {};
  const all = groups.flatMap(({ keys }) => keys);
  const fits = (key: string, part: string): boolean =>
    `${texts[key]} ${inWords(key)}`.toLowerCase().includes(part);
  const found = useFound(all, looked, fits);
  const shown = groups.find(({ name }) => name === group) ?? groups[0];
  const one = all.includes(wanted) && looked === '' && group === '';
  const keys = one ? [wanted] : looked === '' ? (shown?.keys ?? []) : found.map((n) => all[n] ?? '');
  return (
    <>
      <div className={lay.fields}>
        <Field label="Find a sentence">
          <SearchBox value={words} onChange={(_, { value }) => setWords(value)} />
        </Field>
        <Choose
          label="Which part"
          choices={[
            ...(one ? [{ id: '', name: 'Only this one' }] : []),
            ...groups.map(({ name }, n) => ({ id: n === 0 && !one ? '' : name, name })),
          ]}
          value={group}
          disabled={looked !== ''}
          onPick={setGroup}
        />
      </div>
      <p role="status" className={lay.quiet}>
        {keys.length} of {all.length}
      </p>
      <ul className={lay.list}>
        {keys.map((key) => (
          <Sentence key={key} {...props} id={key} english={texts[key] ?? ''} edit={file.edit} opened={one} />
        ))}
      </ul>
    </>
  );
}

export function Words(props: PartProps) {
  const file = useFile<Ui>(props, UI, TITLE);
  const { text } = file;
  if (typeof text !== 'string') return <Spinner label="Fetching the words" />;
  return (
    <>
      <Approvals {...props} />
      <Found {...props} file={{ ...file, text }} />
    </>
  );
}
