/** @jsxImportSource react */
/** One concept: a name for a group of words and phrases that mean the same to us. And the idioms, a list like it. */
import { Link } from '@fluentui/react-components';
import type { Marked } from '../../api.ts';
import { listed, type OpenFile } from '../kit/file.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { Lines } from '../kit/lines.tsx';
import { type Path, problemsAt, problemsUnder } from '../kit/problems.tsx';
import { LanguageHelp } from './language.tsx';

interface PhrasesProps {
  readonly title: string;
  readonly back: string;
  readonly says: string;
  readonly phrases: readonly string[];
  readonly at: Path;
  readonly file: Pick<OpenFile<unknown>, 'path' | 'edit'>;
  readonly problems: readonly Marked[];
}

export function Phrases({ title, back, says, phrases, at, file, problems }: PhrasesProps) {
  const lay = useLayOut();
  return (
    <div className={lay.stack}>
      <Link href={back}>All risk phrases</Link>
      <h1 className={lay.title}>{title}</h1>
      <p className={lay.words}>{says}</p>
      <LanguageHelp />
      <Lines
        label="Phrases"
        one="phrase"
        values={phrases.map(String)}
        least={1}
        problems={problemsAt(problems, file.path, at)}
        problemsOf={(n) => problemsUnder(problems, file.path, [...at, n])}
        onChange={(change) => file.edit((text) => listed(text, at, change))}
      />
    </div>
  );
}
