/** @jsxImportSource react */
/** The box above a list that is searched by typing. */
import { makeStyles, SearchBox } from '@fluentui/react-components';

const useStyles = makeStyles({ search: { flex: '1 1 12rem', maxWidth: '24rem' } });

interface SearchProps {
  /** What is looked for: "Find a page". */
  readonly label: string;
  readonly value: string;
  readonly onSearch: (words: string) => void;
}

export function Search({ label, value, onSearch }: SearchProps) {
  return (
    <SearchBox
      className={useStyles().search}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(_, data) => onSearch(data.value)}
    />
  );
}
