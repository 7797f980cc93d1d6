/** @jsxImportSource react */
/** Buttons that work at any time, and what people type for them, in each language. */
import { Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { setIn } from '../../../content/edit.ts';
import { type Edit, useEdited } from '../dialogs/file.ts';
import { placeOf } from '../drafts/jump.ts';
import { Choose } from '../kit/choose.tsx';
import { listed } from '../kit/file.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Lines } from '../kit/lines.tsx';
import { problemsUnder } from '../kit/problems.tsx';
import { TextField } from '../kit/typed.tsx';
import type { ViewProps } from '../work.ts';
import { FRESH_UI, TITLE, UI, type Ui, uiIn } from './files.ts';
import { COMMAND_NAMES, COMMANDS } from './names.ts';
import type { PartProps } from './part.ts';

interface OneProps extends Pick<ViewProps, 'work'> {
  readonly id: keyof NonNullable<Ui['commands']>;
  readonly path: string;
  readonly lang: string;
  readonly value: Ui;
  readonly edit: Edit;
}

function One({ id, path, lang, value, edit, work }: OneProps) {
  const lay = useLayOut();
  const command = value.commands?.[id];
  const at = ['commands', id];
  const problems = problemsUnder(work?.problems ?? [], path, at);
  const begun = (all: string): string => (command ? all : setIn(all, at, { label: '', also: [] }));
  return (
    <li className={lay.card} data-place={placeOf(path, at)}>
      <h3 className={lay.heading}>{COMMAND_NAMES[id]}</h3>
      <TextField
        label="Words on the button"
        lang={lang}
        value={command?.label ?? ''}
        problems={problemsUnder(problems, path, [...at, 'label'])}
        onChange={(label) => edit((all) => setIn(begun(all), [...at, 'label'], label))}
      />
      <Lines
        label={`${COMMAND_NAMES[id]}: what people type for it`}
        one="phrase"
        lang={lang}
        values={(command?.also ?? []).map(String)}
        problemsOf={(n) => problemsUnder(problems, path, [...at, 'also', n])}
        onChange={(change) => edit((all) => listed(begun(all), [...at, 'also'], change))}
      />
    </li>
  );
}

function InLanguage({ path, lang, ...props }: ViewProps & { path: string; lang: string }) {
  const lay = useLayOut();
  const { value, edit } = useEdited<Ui>(props, path, TITLE, FRESH_UI);
  if (value === undefined) return <Spinner label="Fetching the commands" />;
  return (
    <ul className={lay.list}>
      {COMMANDS.map((id) => (
        <One key={id} {...{ id, path, lang, edit }} work={props.work} value={value ?? {}} />
      ))}
    </ul>
  );
}

export function Commands(props: PartProps) {
  const lay = useLayOut();
  const { languages } = props.overview;
  const [language, setLanguage] = useState('');
  const known = languages.find(({ id }) => id === language);
  return (
    <>
      <div className={lay.fields}>
        <Choose
          label="Language"
          choices={[{ id: '', name: 'English' }, ...languages]}
          value={language}
          onPick={setLanguage}
        />
      </div>
      <InLanguage
        key={language}
        {...props}
        path={known ? uiIn(known.id) : UI}
        lang={known?.lang ?? 'en-GB'}
      />
    </>
  );
}
