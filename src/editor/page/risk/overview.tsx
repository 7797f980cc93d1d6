/** @jsxImportSource react */
/** All risk phrases: patterns by file, level and topic; concepts; idioms; and what cannot be changed here. */
import { Button, Link, makeStyles, SearchBox, Select, Tab, TabList, Tag } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useDeferredValue, useState } from 'react';
import { insertIn, setIn } from '../../../content/edit.ts';
import { useFile } from '../kit/file.ts';
import { idFrom } from '../kit/ids.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { inWords, LEVEL_WORDS, LEVELS } from '../kit/names.ts';
import type { ViewProps } from '../work.ts';
import { CONCEPTS, type Concepts, nameOf, newPattern, type Patterns, pathOf } from './files.ts';
import { PatternsOf, type Wanted } from './list.tsx';

const useStyles = makeStyles({
  search: { flex: '1 1 12rem', maxWidth: '24rem' },
  tabs: { flexWrap: 'wrap' },
});

const NOTHING: Wanted = { words: '', level: '', topic: '' };

function NewPattern({ file: name, ...props }: ViewProps & { file: string }) {
  const file = useFile<Patterns>(props, pathOf(name), 'New risk phrase');
  const patterns = file.value?.patterns ?? [];
  const add = () => {
    const id = idFrom(
      'new pattern',
      patterns.map((pattern) => pattern.id ?? ''),
    );
    file.edit((text) => insertIn(text, ['patterns'], patterns.length, newPattern(id)));
    props.go(`risk/${name}/${id}`);
  };
  return (
    <Button icon={<AddRegular />} disabled={file.value === undefined} onClick={add}>
      New pattern in {inWords(name)}
    </Button>
  );
}

function PatternList(props: ViewProps & { files: readonly string[] }) {
  const { files, overview } = props;
  const lay = useLayOut();
  const [wanted, setWanted] = useState(NOTHING);
  const [file, setFile] = useState('');
  const later = useDeferredValue(wanted);
  const put = (part: Partial<Wanted>) => setWanted({ ...wanted, ...part });
  return (
    <>
      <div className={lay.row}>
        <SearchBox
          className={useStyles().search}
          aria-label="Find a pattern by its words"
          placeholder="Find a pattern"
          value={wanted.words}
          onChange={(_, { value }) => put({ words: value })}
        />
        <Select aria-label="Which group" value={file} onChange={(_, { value }) => setFile(value)}>
          <option value="">All groups</option>
          {files.map((name) => (
            <option key={name} value={name}>
              {inWords(name)}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Which level"
          value={wanted.level}
          onChange={(_, { value }) => put({ level: value as Wanted['level'] })}
        >
          <option value="">All levels</option>
          {LEVELS.map((one) => (
            <option key={one} value={one}>
              {LEVEL_WORDS[one]}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Which topic"
          value={wanted.topic}
          onChange={(_, { value }) => put({ topic: value })}
        >
          <option value="">All topics</option>
          {overview.topics.map((one) => (
            <option key={one} value={one}>
              {inWords(one)}
            </option>
          ))}
        </Select>
        {file !== '' && <NewPattern key={file} {...props} file={file} />}
      </div>
      {file === '' && <p className={lay.quiet}>To add a pattern, choose its group first.</p>}
      {(file === '' ? files : [file]).map((name) => (
        <PatternsOf key={name} {...props} path={pathOf(name)} wanted={later} />
      ))}
    </>
  );
}

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
        <SearchBox
          className={useStyles().search}
          aria-label="Find a concept"
          placeholder="Find a concept"
          value={words}
          onChange={(_, { value }) => setWords(value)}
        />
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
