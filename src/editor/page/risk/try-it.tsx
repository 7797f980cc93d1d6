/** @jsxImportSource react */
/** Tries a pattern: its own examples, and a sentence of your own, against the draft. */
import { Badge, Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, DismissCircleRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Would } from '../../api.ts';
import { useDoing } from '../kit/doing.ts';
import { useLayOut } from '../kit/lay-out.ts';
import { inWords, LEVEL_COLOURS, LEVEL_WORDS } from '../kit/names.ts';
import { settle } from '../typing.ts';
import type { ViewProps } from '../work.ts';

const useStyles = makeStyles({
  well: { color: tokens.colorStatusSuccessForeground1 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  line: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'start' },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500, marginTop: tokens.spacingVerticalXXS },
});

/** Whether this pattern is among the reasons. */
const noticed = (would: Would, id: string): boolean => would.reasons.some(({ why }) => why === id);

interface Tried {
  readonly text: string;
  readonly wanted: boolean;
  readonly got: boolean;
}

function Result({ text, wanted, got }: Tried) {
  const styles = useStyles();
  const well = wanted === got;
  const Mark = well ? CheckmarkCircleRegular : DismissCircleRegular;
  const says = wanted
    ? got
      ? 'Noticed, as it must be'
      : 'Not noticed, and it must be'
    : got
      ? 'Noticed, and it must not be'
      : 'Not noticed, as it should be';
  return (
    <li className={styles.line}>
      <Mark className={mergeClasses(styles.icon, well ? styles.well : styles.wrong)} aria-hidden />
      <span>
        {says}: “{text}”
      </span>
    </li>
  );
}

interface TryProps extends ViewProps {
  readonly id: string;
  readonly hit: readonly string[];
  readonly miss: readonly string[];
}

export function TryIt(props: TryProps) {
  const { api, begin, id, hit, miss } = props;
  const lay = useLayOut();
  const [text, setText] = useState('');
  const [would, setWould] = useState<Would | null>(null);
  const [tried, setTried] = useState<readonly Tried[]>([]);
  const { busy, run } = useDoing(props);
  const ask = async (sentence: string): Promise<Would> => {
    settle();
    const { base, files } = begin('Change to risk phrases');
    const { live, draft } = await api.wouldSay({ draft: { base, files: { ...files } }, text: sentence });
    return draft ?? live;
  };
  const all = [
    ...hit.map((one) => ({ text: one, wanted: true })),
    ...miss.map((one) => ({ text: one, wanted: false })),
  ];
  const examples = async () => {
    const results: Tried[] = [];
    for (const one of all.filter((example) => example.text.trim() !== ''))
      results.push({ ...one, got: noticed(await ask(one.text), id) });
    setTried(results);
  };
  const sorted = [...tried].sort((a, b) => Number(a.wanted === a.got) - Number(b.wanted === b.got));
  return (
    <section className={lay.card} aria-label="Try it">
      <h2 className={lay.heading}>Try it</h2>
      <div>
        <Button disabled={busy} onClick={() => run(examples)}>
          Try all examples
        </Button>
      </div>
      <div role="status">
        {tried.length > 0 && (
          <ul className={lay.list}>
            {sorted.map((one) => (
              <Result key={`${one.wanted} ${one.text}`} {...one} />
            ))}
          </ul>
        )}
      </div>
      <form
        className={lay.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) void run(async () => setWould(await ask(text)));
        }}
      >
        <Field
          label="A sentence of your own"
          hint="Never type a real child's words or name. The sentence is not kept."
        >
          <Input value={text} onChange={(_, { value }) => setText(value)} />
        </Field>
        <div>
          <Button type="submit" disabled={busy}>
            Try this sentence
          </Button>
        </div>
      </form>
      <div role="status">
        {would && (
          <div className={lay.row}>
            <Badge color={LEVEL_COLOURS[would.level]}>{LEVEL_WORDS[would.level]}</Badge>
            <span>{would.topic ? inWords(would.topic) : 'No topic'}</span>
            <span>
              {noticed(would, id) ? 'This pattern notices it.' : 'This pattern does not notice it.'}
            </span>
          </div>
        )}
      </div>
    </section>
  );
}
