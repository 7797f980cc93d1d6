/** @jsxImportSource react */
/** The editor does not open: why, what to do, whom to ask. */
import { Button, Link } from '@fluentui/react-components';
import { useState } from 'react';
import type { Trouble } from '../host.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { useFrame } from './styles.ts';

interface BarredProps {
  readonly trouble: Trouble;
  readonly onAgain: () => Promise<void> | void;
}

export function Barred({ trouble: { title, says, again, apart }, onAgain }: BarredProps) {
  const frame = useFrame();
  const styles = useLayOut();
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    await onAgain();
    setBusy(false);
  };
  return (
    <main className={frame.main}>
      <section className={styles.stack} role="alert">
        <h1 className={styles.title}>{title}</h1>
        {says.map((text) => (
          <p key={text} className={styles.words}>
            {text}
          </p>
        ))}
        <div className={styles.row}>
          <Button appearance="primary" disabledFocusable={busy} onClick={press}>
            {again}
          </Button>
          {apart && (
            <Link href="/editor" target="_blank" rel="noopener">
              Open the editor in a tab of its own
            </Link>
          )}
        </div>
      </section>
    </main>
  );
}
