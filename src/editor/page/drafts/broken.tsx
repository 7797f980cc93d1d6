/** @jsxImportSource react */
/** Why a draft cannot be published as it is, whoever agrees, with a way to each place. */
import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { DraftView } from '../../api.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { said } from '../kit/problems.tsx';
import type { ViewProps, Work } from '../work.ts';
import { jumpTo } from './jump.ts';
import { mistakesIn } from './steps.ts';

interface BrokenProps {
  readonly work: Work;
  readonly view: DraftView | null;
  readonly go: ViewProps['go'];
}

/** What the server says of what was asked for; before that, what the check says of the page. */
function brokenOf({ work, view }: Omit<BrokenProps, 'go'>): NonNullable<DraftView['broken']> | null {
  if (view?.broken && !work.unsaved) return view.broken;
  const problems = mistakesIn(work);
  return problems.length > 0
    ? { says: 'There are mistakes in it. They have to be mended first.', problems }
    : null;
}

export function Broken({ go, ...draft }: BrokenProps) {
  const styles = useLayOut();
  const broken = brokenOf(draft);
  if (!broken) return null;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>It cannot be published as it is.</MessageBarTitle>
        {broken.says}
        {broken.problems.length > 0 && (
          <ul className={styles.list}>
            {broken.problems.map((problem) => (
              <li key={`${problem.file} ${problem.line} ${problem.what}`}>
                <Link as="button" inline onClick={() => jumpTo(problem, go)}>
                  {said(problem)}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
