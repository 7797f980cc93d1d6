/** The mark of the English (content/locale/stamp.ts), made in the browser, where hashing takes a moment. */
import { useEffect, useState } from 'react';
import { wordsOfStep } from '../../../content/locale/stamped.ts';
import type { StepFile } from '../dialogs/model.ts';

export async function stampOf(words: unknown): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(words)));
  return [...new Uint8Array(hash)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 8);
}

export interface Stamps {
  readonly title: string;
  readonly steps: Readonly<Record<string, string>>;
}

const stepWords = (step: StepFile): unknown =>
  wordsOfStep({
    ...(step.say && { say: [...step.say] }),
    ...(step.ask !== undefined && { ask: step.ask }),
    ...(step.words && { words: [...step.words] }),
    offer: (step.offer ?? []).map(({ label = '' }) => ({ label })),
  });

/** @returns undefined while they are made */
export function useStamps(
  title: string | undefined,
  steps: Readonly<Record<string, StepFile>> | undefined,
): Stamps | undefined {
  const [stamps, setStamps] = useState<Stamps>();
  useEffect(() => {
    if (title === undefined || !steps) return;
    let gone = false;
    const each = Object.entries(steps).map(
      async ([id, step]) => [id, await stampOf(stepWords(step))] as const,
    );
    Promise.all([stampOf(title), Promise.all(each)]).then(
      ([own, all]) => !gone && setStamps({ title: own, steps: Object.fromEntries(all) }),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [title, steps]);
  return stamps;
}
