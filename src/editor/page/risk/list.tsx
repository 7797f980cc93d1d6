/** @jsxImportSource react */
/** The patterns of one file that fit what is looked for. */
import { Badge, Link, Spinner } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons';
import type { Level } from '../../../content/schema.ts';
import { useFile } from '../kit/file.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { inWords, LEVEL_COLOURS, LEVEL_WORDS } from '../kit/names.ts';
import { problemsUnder } from '../kit/problems.tsx';
import type { ViewProps } from '../work.ts';
import { nameOf, type Pattern, type Patterns } from './files.ts';

export interface Wanted {
  readonly words: string;
  readonly level: Level | '';
  readonly topic: string;
}

const fits = (pattern: Pattern, { words, level, topic }: Wanted): boolean =>
  (level === '' || pattern.level === level) &&
  (topic === '' || pattern.topic === topic) &&
  JSON.stringify(pattern).toLowerCase().includes(words.toLowerCase());

export function PatternsOf({ path, wanted, ...props }: ViewProps & { path: string; wanted: Wanted }) {
  const lay = useLayOut();
  const file = useFile<Patterns>(props, path, 'Change to risk phrases');
  const problems = props.work?.problems ?? [];
  const found = (file.value?.patterns ?? []).flatMap((pattern, n) =>
    fits(pattern, wanted) ? [{ pattern, n }] : [],
  );
  if (file.text === undefined) return <Spinner size="tiny" label={`Fetching ${inWords(nameOf(path))}`} />;
  if (found.length === 0) return null;
  return (
    <section className={lay.stack} aria-label={inWords(nameOf(path))}>
      <h2 className={lay.heading}>{inWords(nameOf(path))}</h2>
      <ul className={lay.list}>
        {found.map(({ pattern, n }) => (
          <li key={pattern.id ?? n} className={lay.card}>
            <div className={lay.row}>
              <Link href={`#risk/${nameOf(path)}/${pattern.id}`}>{inWords(pattern.id ?? '')}</Link>
              <Badge color={LEVEL_COLOURS[pattern.level ?? 'none']} appearance="tint">
                {LEVEL_WORDS[pattern.level ?? 'none']}
              </Badge>
              <span className={lay.quiet}>{inWords(pattern.topic ?? '')}</span>
              {problemsUnder(problems, path, ['patterns', n]).length > 0 && (
                <Badge color="danger" icon={<ErrorCircleRegular />}>
                  Needs mending
                </Badge>
              )}
            </div>
            <div className={lay.quiet}>“{pattern.examples?.hit?.[0]}”</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
