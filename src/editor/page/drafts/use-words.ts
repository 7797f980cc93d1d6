/** Fetches differences in words. */
import { useEffect, useState } from 'react';
import type { Word } from '../../api.ts';
import { messageOf } from '../kit/doing.ts';
import type { ViewProps } from '../work.ts';

/**
 * @param ask null: nothing is asked yet
 * @param key fetched again when it changes
 * @returns undefined while it is on its way
 */
export function useWords(
  ask: (() => Promise<{ words: Word[] }>) | null,
  key: unknown,
  tell: ViewProps['tell'],
): Word[] | undefined {
  const [got, setGot] = useState<{ key: unknown; words: Word[] }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what `ask` asks
  useEffect(() => {
    if (!ask) return;
    let gone = false;
    ask().then(
      ({ words }) => !gone && setGot({ key, words }),
      (error: unknown) => !gone && tell('error', messageOf(error)),
    );
    return () => {
      gone = true;
    };
  }, [key, ask === null, tell]);
  return got && got.key === key ? got.words : undefined;
}
