/** @jsxImportSource react */
/** What the check says of the open draft, with a way to each place. */
import { Button, Link, Spinner } from '@fluentui/react-components';
import { CheckmarkCircleRegular, ErrorCircleRegular, WarningRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useLayOut } from '../kit/lay-out.ts';
import { said } from '../kit/problems.tsx';
import type { ViewProps, Work } from '../work.ts';
import { jumpTo } from './jump.ts';

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Problems of what this draft changes come first: others were there before. */
const ofDraft = ({ problems, files }: Work) => problems.filter(({ file }) => Object.hasOwn(files, file));

export function ProblemsButton({ work, go }: { readonly work: Work; readonly go: ViewProps['go'] }) {
  const styles = useLayOut();
  const [open, setOpen] = useState(false);
  if (work.checkedMs === null && Object.keys(work.files).length > 0)
    return <Spinner size="tiny" label="Checking" />;
  const own = ofDraft(work);
  const errors = work.problems.filter(({ grade }) => grade === 'error');
  const warnings = own.filter(({ grade }) => grade === 'warning');
  const shown = [...errors, ...warnings];
  if (shown.length === 0)
    return (
      <span role="status" className={styles.row}>
        <CheckmarkCircleRegular aria-hidden /> No problems
      </span>
    );
  const label = [
    errors.length && many(errors.length, 'problem'),
    warnings.length && many(warnings.length, 'hint'),
  ];
  return (
    <div className={styles.tight}>
      <div role="status">
        <Button
          appearance="subtle"
          icon={errors.length > 0 ? <ErrorCircleRegular /> : <WarningRegular />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {label.filter(Boolean).join(', ')}
        </Button>
      </div>
      {open && (
        <ul className={styles.list}>
          {shown.map((problem) => (
            <li key={`${problem.file} ${problem.line} ${problem.what}`}>
              <Link as="button" onClick={() => jumpTo(problem, go)}>
                {problem.grade === 'error' ? 'Problem' : 'Hint'}: {said(problem)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
