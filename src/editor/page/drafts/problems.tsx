/** @jsxImportSource react */
/** What the check says of the open draft, with a way to each place. */
import { Button, Link, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, ErrorCircleRegular, WarningRegular } from '@fluentui/react-icons';
import { useLayOut } from '../kit/lay-out.ts';
import { said } from '../kit/problems.tsx';
import { SLIM } from '../kit/small.ts';
import type { ViewProps, Work } from '../work.ts';
import { jumpTo } from './jump.ts';

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What is wrong anywhere stands in the way of the draft, what it changes itself first; hints are of that alone. */
function ofWork({ problems, files }: Work) {
  const own = problems.filter(({ file }) => Object.hasOwn(files, file));
  const others = problems.filter(({ file }) => !Object.hasOwn(files, file));
  return {
    errors: [...own, ...others].filter(({ grade }) => grade === 'error'),
    hints: own.filter(({ grade }) => grade === 'warning'),
  };
}

const useStyles = makeStyles({
  well: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
  count: {
    minWidth: 'auto',
    [SLIM]: {
      maxWidth: '100%',
      paddingInline: tokens.spacingHorizontalXS,
      fontWeight: tokens.fontWeightRegular,
    },
  },
  words: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  /** Beside a number of problems there is no room for it on a phone; the list names all. */
  less: { [SLIM]: { display: 'none' } },
});

interface ButtonProps {
  readonly work: Work;
  /** Whether the list is shown. */
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** How many there are; pressed, it shows which. */
export function ProblemsButton({ work, open, onOpen }: ButtonProps) {
  const styles = useStyles();
  if (work.checkedMs === null && Object.keys(work.files).length > 0)
    return <Spinner size="tiny" label="Checking" />;
  const { errors, hints } = ofWork(work);
  const hinted = hints.length > 0 && many(hints.length, 'hint');
  if (errors.length + hints.length === 0)
    return (
      <span role="status" className={styles.well}>
        <CheckmarkCircleRegular aria-hidden /> No problems
      </span>
    );
  return (
    <div role="status">
      <Button
        appearance="subtle"
        className={styles.count}
        icon={errors.length > 0 ? <ErrorCircleRegular /> : <WarningRegular />}
        aria-expanded={open}
        onClick={() => onOpen(!open)}
      >
        <span className={styles.words}>
          {errors.length > 0 ? many(errors.length, 'problem') : hinted}
          {errors.length > 0 && hinted && <span className={styles.less}>, {hinted}</span>}
        </span>
      </Button>
    </div>
  );
}

/** Each with a way to its place; nothing where there are none. */
export function ProblemsList({
  work,
  go,
  className,
}: {
  readonly work: Work;
  readonly go: ViewProps['go'];
  readonly className: string;
}) {
  const styles = useLayOut();
  const { errors, hints } = ofWork(work);
  if (errors.length + hints.length === 0) return null;
  return (
    <ul className={mergeClasses(styles.list, className)}>
      {[...errors, ...hints].map((problem) => (
        <li key={`${problem.file} ${problem.line} ${problem.what}`}>
          <Link as="button" onClick={() => jumpTo(problem, go)}>
            {problem.grade === 'error' ? 'Problem' : 'Hint'}: {said(problem)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
