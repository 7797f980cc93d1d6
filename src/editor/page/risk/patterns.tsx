/** @jsxImportSource react */
/** All patterns, by their words, group, level and topic; and a new one in a group. */
import { Button, makeStyles, SearchBox, Select } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useDeferredValue, useState } from 'react';
import { insertIn } from '../../../content/edit.ts';
import { useFile } from '../kit/file.ts';
import { idFrom } from '../kit/ids.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { inWords, LEVEL_WORDS, LEVELS } from '../kit/names.ts';
import type { ViewProps } from '../work.ts';
import { newPattern, type Patterns, pathOf } from './files.ts';
import { PatternsOf, type Wanted } from './list.tsx';

const useStyles = makeStyles({ search: { flex: '1 1 12rem', maxWidth: '24rem' } });

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

interface FiltersProps {
  readonly wanted: Wanted;
  readonly onWanted: (wanted: Wanted) => void;
  readonly file: string;
  readonly onFile: (file: string) => void;
  readonly files: readonly string[];
  readonly topics: readonly string[];
}

function Filters({ wanted, onWanted, file, onFile, files, topics }: FiltersProps) {
  const put = (part: Partial<Wanted>) => onWanted({ ...wanted, ...part });
  return (
    <>
      <SearchBox
        className={useStyles().search}
        aria-label="Find a pattern by its words"
        placeholder="Find a pattern"
        value={wanted.words}
        onChange={(_, { value }) => put({ words: value })}
      />
      <Select aria-label="Which group" value={file} onChange={(_, { value }) => onFile(value)}>
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
        {topics.map((one) => (
          <option key={one} value={one}>
            {inWords(one)}
          </option>
        ))}
      </Select>
    </>
  );
}

export function PatternList(props: ViewProps & { files: readonly string[] }) {
  const { files, overview } = props;
  const lay = useLayOut();
  const [wanted, setWanted] = useState(NOTHING);
  const [file, setFile] = useState('');
  const later = useDeferredValue(wanted);
  return (
    <>
      <div className={lay.row}>
        <Filters
          {...{ wanted, file, files }}
          topics={overview.topics}
          onWanted={setWanted}
          onFile={setFile}
        />
        {file !== '' && <NewPattern key={file} {...props} file={file} />}
      </div>
      {file === '' && <p className={lay.quiet}>To add a pattern, choose its group first.</p>}
      {(file === '' ? files : [file]).map((name) => (
        <PatternsOf key={name} {...props} path={pathOf(name)} wanted={later} />
      ))}
    </>
  );
}
