/** @jsxImportSource react */
/** Short forms and their explanations, words that do harm with what to say instead, and spellings. */
import { Field, SearchBox, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { Approval } from '../approvals/approval.tsx';
import { Choose, choicesOf } from '../kit/choose.tsx';
import { listed, type OpenFile, useFile } from '../kit/file.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Lines } from '../kit/lines.tsx';
import { problemsUnder } from '../kit/problems.tsx';
import type { ViewProps } from '../work.ts';
import { GLOSSARY, type Glossary as GlossaryText, TITLE } from './files.ts';
import { LIST_NAMES, type ListName } from './names.ts';
import type { PartProps } from './part.ts';
import { type Column, Records } from './records.tsx';

const INSTEAD: readonly Column[] = [
  { key: 'not', label: 'Never say', hint: 'A star at the end stands for any ending.' },
  { key: 'say', label: 'Say instead' },
];
const COLUMNS = {
  acronyms: [
    { key: 'short', label: 'Short form' },
    { key: 'full', label: 'In full' },
    { key: 'plain', label: 'In plain words' },
  ],
  blame: INSTEAD,
  promises: INSTEAD,
  unsafe: INSTEAD,
} as const satisfies Partial<Record<ListName, readonly Column[]>>;

interface ListProps extends Pick<ViewProps, 'work'> {
  readonly name: ListName;
  readonly file: OpenFile<GlossaryText>;
  readonly search: string;
}

function List({ name, file, search, work }: ListProps) {
  const problems = problemsUnder(work?.problems ?? [], GLOSSARY, []);
  if (name === 'everyday' || name === 'spelling')
    return (
      <Lines
        label={LIST_NAMES[name]}
        one="word"
        values={(file.value?.[name] ?? []).map(String)}
        problemsOf={(n) => problemsUnder(problems, GLOSSARY, [name, n])}
        onChange={(change) => file.edit((text) => listed(text, [name], change))}
      />
    );
  return (
    <Records
      at={[name]}
      one={name === 'acronyms' ? 'short form' : 'phrase'}
      rows={file.value?.[name] ?? []}
      columns={COLUMNS[name]}
      {...{ file, problems, search }}
    />
  );
}

export function Glossary(props: PartProps) {
  const lay = useLayOut();
  const file = useFile<GlossaryText>(props, GLOSSARY, TITLE);
  const [name, setName] = useState<ListName>(
    Object.hasOwn(LIST_NAMES, props.wanted) ? (props.wanted as ListName) : 'acronyms',
  );
  const [search, setSearch] = useState('');
  if (!file.value) return <Spinner label="Fetching the lists" />;
  return (
    <>
      <Approval {...props} path={GLOSSARY} />
      <div className={lay.fields}>
        <Choose label="Which list" choices={choicesOf(LIST_NAMES)} value={name} onPick={setName} />
        <Field label="Find in it">
          <SearchBox value={search} onChange={(_, { value }) => setSearch(value)} />
        </Field>
      </div>
      <List key={name} {...{ name, file, search }} work={props.work} />
    </>
  );
}
