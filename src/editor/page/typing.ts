/**
 * Fields that keep what is typed as it is typed. The words reach the draft a moment after the last key, so typing
 * never waits for the file to be written and checked; `settle` brings all that is still on its way.
 */
import { useEffect, useRef, useState } from 'react';

/** Milliseconds without a key before the words go to the draft. */
const PAUSE = 100;

const waiting = new Set<() => void>();

/** Everything typed is in the draft when this returns. */
export function settle(): void {
  for (const flush of [...waiting]) flush();
}

/**
 * @param value what the file says
 * @param onChange gets the typed words
 * @returns the properties of an Input or a Textarea
 */
export function useTyped(value: string, onChange: (value: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed: null as string | null, value, onChange });
  latest.current.value = value;
  latest.current.onChange = onChange;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = useRef(() => {
    clearTimeout(timer.current);
    waiting.delete(flush);
    const { typed: words, value: before, onChange: tell } = latest.current;
    if (words !== null && words !== before) tell(words);
  }).current;
  useEffect(() => flush, [flush]);
  return {
    value: typed ?? value,
    onFocus: () => {
      latest.current.typed = latest.current.value;
      setTyped(latest.current.value);
    },
    onBlur: () => {
      flush();
      latest.current.typed = null;
      setTyped(null);
    },
    onChange: (_: unknown, { value: next }: { value: string }) => {
      latest.current.typed = next;
      setTyped(next);
      waiting.add(flush);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE);
    },
  };
}
