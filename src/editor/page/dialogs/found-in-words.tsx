/** @jsxImportSource react */
/** Where the words that are looked for stand, in all that residents see now. */
import { Link } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { grouped } from '../../../content/grouped.ts';
import type { Found } from '../../api.ts';
import { messageOf } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { viewOf } from '../routes.ts';
import type { ViewProps } from '../work.ts';

/** Fewer letters stand everywhere. */
const LEAST = 3;
/** Milliseconds after the last key. */
const REST = 300;

interface Answer {
  readonly words: string;
  readonly found: Found['found'];
  /** What went wrong; '' when nothing did. */
  readonly failed: string;
}

/** @returns the answer to exactly these words; undefined while it is on its way */
function useFound(api: ViewProps['api'], words: string): Answer | undefined {
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    if (words.length < LEAST) return;
    let gone = false;
    const ask = () =>
      api.search(words).then(
        ({ found }) => !gone && setAnswer({ words, found, failed: '' }),
        (error: unknown) => !gone && setAnswer({ words, found: [], failed: messageOf(error) }),
      );
    const timer = setTimeout(ask, REST);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [api, words]);
  return answer?.words === words ? answer : undefined;
}

export function FoundInWords({
  api,
  overview,
  words,
}: Pick<ViewProps, 'api' | 'overview'> & { readonly words: string }) {
  const styles = useLayOut();
  const answer = useFound(api, words);
  if (words.length < LEAST) return null;
  const texts = [...grouped(answer?.found ?? [], ({ path }) => path)];
  const nameOf = (path: string) => overview.items.find((item) => item.path === path)?.title;
  return (
    <section className={styles.stack} aria-labelledby="found-in-words">
      <h2 id="found-in-words" className={styles.heading}>
        Found in the words
      </h2>
      <p role="status" className={styles.quiet}>
        {!answer && 'Looking'}
        {answer && (answer.failed || (texts.length === 1 ? 'In 1 text' : `In ${texts.length} texts`))}
      </p>
      <ul className={styles.list}>
        {texts.map(([path, lines]) => (
          <li key={path} className={styles.card}>
            <Link href={`#${viewOf(path)}`}>{nameOf(path) ?? lines[0]?.title}</Link>
            {[...new Set(lines.map(({ line }) => line))].map((line) => (
              <p key={line} className={styles.words}>
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
