/** @jsxImportSource react */
/** Some boxes to tick that answer one question. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Marked } from '../../api.ts';
import { ProblemNote } from './problems.tsx';

const useStyles = makeStyles({
  set: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  row: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

interface TicksProps {
  readonly label: string;
  readonly problems: readonly Marked[];
  readonly children: ReactNode;
}

export function Ticks({ label, problems, children }: TicksProps) {
  const styles = useStyles();
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.row}>{children}</div>
      <ProblemNote problems={problems} />
    </fieldset>
  );
}
