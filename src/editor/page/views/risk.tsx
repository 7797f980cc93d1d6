/** @jsxImportSource react */
/** Risk phrases: the list, and the form of a pattern, a concept or the idioms. */
import { Button, Link, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { removeIn, renameIn, setIn } from '../../../content/edit.ts';
import { useFile } from '../kit/file.ts';
import { idFrom } from '../kit/ids.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { inWords } from '../kit/names.ts';
import { TextField } from '../kit/typed.tsx';
import { Phrases } from '../risk/concept.tsx';
import { CONCEPTS, type Concepts, DICTIONARY, type Patterns, pathOf } from '../risk/files.ts';
import { RiskOverview } from '../risk/overview.tsx';
import { PatternForm } from '../risk/pattern.tsx';
import { TryIt } from '../risk/try-it.tsx';
import { useRoute } from '../routes.ts';
import type { ViewProps } from '../work.ts';

const TITLE = 'Change to risk phrases';

function Gone({ what }: { readonly what: string }) {
  return (
    <div className={useLayOut().stack}>
      <Link href="#risk">All risk phrases</Link>
      <p>There is no {what} of this name.</p>
    </div>
  );
}

/** A name of its own instead of "new-pattern". The old one may be cited nowhere yet: only a new one can be named. */
function Named({ id, onName }: { readonly id: string; readonly onName: (name: string) => void }) {
  const [name, setName] = useState('');
  const lay = useLayOut();
  if (!id.startsWith('new-')) return null;
  return (
    <div className={lay.row}>
      <TextField
        label="Give it a name"
        hint="What is it a sign of, in two or three words?"
        value={name}
        onChange={setName}
      />
      <Button disabled={name.trim() === ''} onClick={() => onName(name)}>
        Use this name
      </Button>
    </div>
  );
}

function OnePattern({ file: name, id, ...props }: ViewProps & { file: string; id: string }) {
  const { overview, work, go } = props;
  const lay = useLayOut();
  const file = useFile<Patterns>(props, pathOf(name), TITLE);
  const concepts = useFile<Concepts>(props, CONCEPTS, TITLE);
  const patterns = file.value?.patterns ?? [];
  const n = patterns.findIndex((pattern) => pattern.id === id);
  const pattern = patterns[n];
  if (file.text === undefined) return <Spinner label="Fetching the pattern" />;
  if (!pattern) return <Gone what="pattern" />;
  const rename = (wanted: string) => {
    const next = idFrom(
      wanted,
      patterns.map((one) => one.id ?? ''),
    );
    file.edit((text) => setIn(text, ['patterns', n, 'id'], next));
    go(`risk/${name}/${next}`);
  };
  const remove = () => {
    file.edit((text) => removeIn(text, ['patterns', n]));
    go('risk');
  };
  const strings = (values: readonly unknown[] | undefined) => (values ?? []).map(String);
  return (
    <div className={lay.view}>
      <Link href="#risk">All risk phrases</Link>
      <h1 className={lay.title}>{inWords(id)}</h1>
      <Named id={id} onName={rename} />
      <div className={lay.halves}>
        <PatternForm
          {...{ pattern, n, file, go }}
          problems={work?.problems ?? []}
          topics={overview.topics}
          concepts={Object.keys(concepts.value?.concepts ?? {})}
        />
        <TryIt
          {...props}
          id={id}
          hit={strings(pattern.examples?.hit)}
          miss={strings(pattern.examples?.miss)}
        />
      </div>
      <div>
        <Button onClick={remove}>Take this pattern out</Button>
      </div>
    </div>
  );
}

function OneConcept({ id, ...props }: ViewProps & { id: string }) {
  const file = useFile<Concepts>(props, CONCEPTS, TITLE);
  const lay = useLayOut();
  const phrases = file.value?.concepts?.[id];
  if (file.text === undefined) return <Spinner label="Fetching the concept" />;
  if (!phrases) return <Gone what="concept" />;
  const rename = (wanted: string) => {
    const next = idFrom(wanted, Object.keys(file.value?.concepts ?? {}));
    file.edit((text) => renameIn(text, ['concepts', id], next));
    props.go(`risk/concepts/${next}`);
  };
  return (
    <div className={lay.view}>
      <Phrases
        title={inWords(id)}
        back="#risk"
        says={`Patterns use it as {${id}}. Any of these phrases will do.`}
        at={['concepts', id]}
        problems={props.work?.problems ?? []}
        {...{ phrases, file }}
      />
      <Named id={id} onName={rename} />
    </div>
  );
}

function Idioms(props: ViewProps) {
  const file = useFile<{ idioms?: readonly string[] }>(props, DICTIONARY, TITLE);
  if (file.text === undefined) return <Spinner label="Fetching the idioms" />;
  return (
    <Phrases
      title="Idioms"
      back="#risk"
      says="Said for fun, in games, in sport. They are taken out before a message is read, so that nobody is frightened by an urgent card for a joke."
      phrases={file.value?.idioms ?? []}
      at={['idioms']}
      problems={props.work?.problems ?? []}
      file={file}
    />
  );
}

export default function Risk(props: ViewProps) {
  const [file = '', id] = useRoute().rest;
  if (file === 'idioms') return <Idioms {...props} />;
  if (file === 'concepts' && id) return <OneConcept key={id} {...props} id={id} />;
  if (file && id) return <OnePattern key={`${file} ${id}`} {...props} file={file} id={id} />;
  return <RiskOverview {...props} />;
}
