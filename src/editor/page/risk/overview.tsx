/** @jsxImportSource react */
/** All risk phrases: patterns, concepts, idioms; and what cannot be changed here. */
import { Button, Link, makeStyles, Tab, TabList, Tag } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { setIn } from '../../../content/edit.ts';
import { useFile } from '../kit/file.ts';
import { idFrom } from '../kit/ids.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { inWords } from '../kit/names.ts';
import { Search } from '../kit/search.tsx';
import type { ViewProps } from '../work.ts';
import { CONCEPTS, type Concepts, nameOf } from './files.ts';
import { PatternList } from './patterns.tsx';

const useStyles = makeStyles({ tabs: { flexWrap: 'wrap' } });

function ConceptList(props: ViewProps) {
  const lay = useLayOut();
  const file = useFile<Concepts>(props, CONCEPTS, 'Change to a concept');
  const [words, setWords] = useState('');
  const all = Object.entries(file.value?.concepts ?? {});
  const found = all.filter(([id, phrases]) =>
    `${id} ${phrases.join(' ')}`.toLowerCase().includes(words.toLowerCase()),
  );
  const add = () => {
    const id = idFrom(
      'new concept',
      all.map(([one]) => one),
    );
    file.edit((text) => setIn(text, ['concepts', id], ['']));
    props.go(`risk/concepts/${id}`);
  };
  return (
    <>
      <div className={lay.row}>
        <Search label="Find a concept" value={words} onSearch={setWords} />
        <Button icon={<AddRegular />} disabled={file.value === undefined} onClick={add}>
          New concept
        </Button>
      </div>
      <ul className={lay.list}>
        {found.map(([id, phrases]) => (
          <li key={id} className={lay.card}>
            <div className={lay.row}>
              <Link href={`#risk/concepts/${id}`}>{inWords(id)}</Link>
              <Tag size="extra-small">{`{${id}}`}</Tag>
              <span className={lay.quiet}>
                {phrases.length} {phrases.length === 1 ? 'phrase' : 'phrases'}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

type Part = 'patterns' | 'concepts' | 'more';

export function RiskOverview(props: ViewProps) {
  const lay = useLayOut();
  const [part, setPart] = useState<Part>('patterns');
  const files = props.overview.items.map(({ path }) => nameOf(path)).filter((name) => name !== '');
  return (
    <div className={lay.view}>
      <h1 className={lay.title}>Risk phrases</h1>
      <p className={lay.words}>
        What the chat notices in a message, and how serious it takes it. Each pattern has examples that must
        be noticed and examples that must not. A change needs the safeguarding lead and a second person.
      </p>
      <TabList
        className={useStyles().tabs}
        selectedValue={part}
        onTabSelect={(_, { value }) => setPart(value as Part)}
      >
        <Tab value="patterns">Patterns</Tab>
        <Tab value="concepts">Concepts</Tab>
        <Tab value="more">Idioms and spellings</Tab>
      </TabList>
      {part === 'patterns' && <PatternList {...props} files={files} />}
      {part === 'concepts' && <ConceptList {...props} />}
      {part === 'more' && (
        <div className={lay.stack}>
          <p className={lay.words}>
            <Link href="#risk/idioms">Idioms</Link>: things said for fun, in games or in sport, that are taken
            out before a message is read.
          </p>
          <p className={lay.words}>
            Spellings and emoji (how people type, and the words we read) cannot be changed here. The part of
            the chat that learned from examples was taught with them, so a change needs it to be taught again.
          </p>
        </div>
      )}
    </div>
  );
}
