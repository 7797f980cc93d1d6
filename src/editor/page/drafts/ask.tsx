/** @jsxImportSource react */
/** Asks others to look at the draft; while there are mistakes in it, says that they are to be mended first. */
import { Button } from '@fluentui/react-components';
import { useLayOut } from '../kit/lay-out.ts';

interface AskProps {
  /** How many must be mended. */
  readonly mistakes: number;
  readonly busy: boolean;
  readonly onAsk: () => void;
}

export function Ask({ mistakes, busy, onAsk }: AskProps) {
  const styles = useLayOut();
  return (
    <>
      <Button disabled={busy || mistakes > 0} onClick={onAsk}>
        Ask for approval
      </Button>
      {mistakes > 0 && (
        <span className={styles.quiet}>
          First mend {mistakes === 1 ? 'the problem' : `the ${mistakes} problems`} and save. Then ask for
          approval.
        </span>
      )}
    </>
  );
}
