/** The talk of one preview: begun, gone on with, and played again when the draft, the clock or the place changes. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Hands } from '../../../widget/hands.ts';
import { messageOf } from '../kit/doing.ts';
import type { Api } from '../work.ts';
import {
  again,
  answered,
  asking,
  BEGIN,
  opened,
  pressed,
  type Setting,
  type Stand,
  start,
  type Turn,
  typed,
} from './talking.ts';

/** Milliseconds without a change of the draft before the talk is played again. */
const PAUSE = 400;

export interface Talking extends Stand {
  readonly on: Hands;
  readonly restart: () => void;
  /** What there is to say about the talk itself; '' for nothing. */
  readonly notice: string;
  readonly failed: string;
}

const LOST = (label: string): string =>
  `The button “${label}” is not there any more. The talk stops before it: go on from here.`;

/** @param dialog where the talk begins; null: with the welcome */
export function useTalk(api: Api, setting: Setting, dialog: string | null): Talking {
  const [stand, setStand] = useState<Stand>(BEGIN);
  const [notice, setNotice] = useState('');
  const [failed, setFailed] = useState('');
  /** Only the newest run may draw. */
  const run = useRef(0);
  const now = useRef({ stand, setting });
  now.current = { stand, setting };
  /** Everything that was said, also what has no answer yet: to play a talk again must not lose it. */
  const asked = useRef<readonly Turn[]>([]);
  /** Something that was said has no answer in the talk yet. */
  const behind = useRef(true);

  const show = useCallback(async (work: Promise<Stand & { readonly lost?: string | null }>) => {
    const mine = ++run.current;
    behind.current = true;
    try {
      const { lost = null, ...next } = await work;
      if (mine !== run.current) return;
      asked.current = next.turns;
      behind.current = false;
      now.current.stand = next;
      setStand(next);
      setFailed('');
      setNotice(lost === null ? '' : LOST(lost));
    } catch (error) {
      if (mine !== run.current) return;
      setFailed(messageOf(error));
      setStand(({ talk, ...rest }) => ({ ...rest, talk: { ...talk, waiting: false } }));
    }
  }, []);

  const restart = useCallback(() => {
    asked.current = dialog === null ? [start] : [start, opened(dialog)];
    void show(again(api, now.current.setting, asked.current));
  }, [api, dialog, show]);
  useEffect(restart, [restart]);

  const say = useCallback(
    (turn: Turn) => {
      const { stand: before, setting: here } = now.current;
      const nth = asked.current.length;
      asked.current = [...asked.current, turn];
      setStand((drawn) => asking(drawn, turn, nth));
      void show(behind.current ? again(api, here, asked.current) : answered(api, here, before, turn));
    },
    [api, show],
  );

  const key = `${setting.at} ${setting.place} ${setting.draft.base}`;
  const { files } = setting.draft;
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key and the files stand for the setting
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => {
      if (asked.current.length > 0) void show(again(api, now.current.setting, asked.current));
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [api, key, files, show]);

  const on: Hands = {
    say: (text) => say(typed(text)),
    choose: (button) => say(pressed(button)),
    retry: restart,
    remove: restart,
    renew: restart,
    uncover: () => {},
  };
  return { ...stand, on, restart, notice, failed };
}
