/** @jsxImportSource react */
/** What a draft still waits for, in the server's sentences: the one place that says who must agree. */
import { useLayOut } from '../kit/lay-out.ts';

export function Missing({ sentences }: { readonly sentences: readonly string[] }) {
  const styles = useLayOut();
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.list}>
      {sentences.map((sentence) => (
        <li key={sentence} className={styles.quiet}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}
