/** @jsxImportSource react */
/** Two people saved one draft: both versions side by side, and three ways on. Each keeps both. */
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { Draft, Word } from '../../api.ts';
import { Asking } from '../kit/asking.tsx';
import { useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import type { Room } from '../room.ts';
import type { ViewProps, Work } from '../work.ts';
import { useWords } from './use-words.ts';

const useStyles = makeStyles({
  wide: { maxWidth: 'min(64rem, 96vw)' },
  ways: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
});

interface Both {
  readonly where: readonly string[];
  readonly live: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
}

/** Every text that either of them changed; who did not change it has it as it is live. */
export function bothOf(mine: readonly Word[], theirs: readonly Word[]): Both[] {
  const places = new Map<string, Both>();
  const keyOf = (word: Word): string => `${word.file} ${word.where.join('/')}`;
  for (const word of mine)
    places.set(keyOf(word), { where: word.where, live: word.before, mine: word.after, theirs: word.before });
  for (const word of theirs) {
    const known = places.get(keyOf(word));
    places.set(keyOf(word), {
      where: word.where,
      live: word.before,
      mine: known ? known.mine : word.before,
      theirs: word.after,
    });
  }
  return [...places.values()].filter((one) => one.mine !== one.theirs);
}

function Versions({ both }: { readonly both: readonly Both[] }) {
  const styles = useLayOut();
  if (both.length === 0) return <p>The words of both versions are the same.</p>;
  return (
    <ul className={styles.list}>
      {both.map(({ where, mine, theirs }) => (
        <li key={where.join('/')} className={styles.card}>
          <strong>{where.join(' › ')}</strong>
          <div className={styles.halves}>
            <div>
              <span className={styles.quiet}>Yours</span>
              <p className={styles.words}>{mine ?? 'Taken out'}</p>
            </div>
            <div>
              <span className={styles.quiet}>Theirs</span>
              <p className={styles.words}>{theirs ?? 'Taken out'}</p>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

interface ConflictProps {
  readonly theirs: Draft;
  readonly work: Work;
  readonly room: Room;
  readonly props: ViewProps;
}

const WAYS = [
  ['own', 'Keep mine as a draft of its own', 'Yours is kept beside theirs. You go on in yours.'],
  ['mine', 'Put mine over theirs', 'Yours takes this draft’s place. Theirs is kept as a draft of its own.'],
  ['theirs', 'Take theirs', 'You go on in theirs. Yours is kept as a draft of its own.'],
] as const;

export function Conflict({ theirs, work, room, props }: ConflictProps) {
  const own = useStyles();
  const styles = useLayOut();
  const doing = useDoing(props);
  const { api, tell } = props;
  const mine = useWords(
    () => api.diff({ base: work.base, files: work.files }),
    `mine ${work.id} ${work.revision}`,
    tell,
  );
  const others = useWords(
    () => api.diff({ base: theirs.base, files: theirs.files }),
    `theirs ${theirs.id} ${theirs.revision}`,
    tell,
  );
  return (
    <Asking title="Somebody else saved this draft meanwhile" className={own.wide}>
      <div className={styles.stack}>
        <p className={styles.words}>Nothing is lost: both versions are here. Choose how to go on.</p>
        {mine && others ? <Versions both={bothOf(mine, others)} /> : <Spinner label="Comparing" />}
        <ul className={styles.list}>
          {WAYS.map(([how, name, what]) => (
            <li key={how} className={own.ways}>
              <Button
                appearance={how === 'own' ? 'primary' : 'secondary'}
                disabled={doing.busy}
                onClick={() => doing.run(() => room.settleConflict(how), 'Both versions are kept.')}
              >
                {name}
              </Button>
              <span className={styles.quiet}>{what}</span>
            </li>
          ))}
        </ul>
      </div>
    </Asking>
  );
}
