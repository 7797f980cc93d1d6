/** From a message and its assessment to the engine's input. */
import type { Content, StepRef } from '../content/model.ts';
import type { Input } from '../engine/input.ts';
import type { Session } from '../engine/session.ts';
import type { Assessment } from '../risk/assess.ts';
import { isAdult } from '../risk/who.ts';
import { understand } from './understand.ts';

/** The parts of a message that have a meaning. */
export interface Said {
  readonly text?: string;
  readonly choice?: string;
  readonly event?: 'start' | 'wipe';
  readonly attachment?: boolean;
}

/** @param seen what was seen in the words; null when there were none */
export function meaning(content: Content, said: Said, session: Session, seen: Assessment | null): Input {
  if (said.event === 'start') return { kind: 'start' };
  if (said.event === 'wipe') return { kind: 'button', button: { kind: 'command', command: 'delete-this' } };
  const adult = seen && isAdult(seen.speaker) ? seen.speaker : undefined;
  return understand(
    content,
    session.stack.at(-1) as StepRef,
    { text: said.text, choice: said.choice, attachment: said.attachment === true, locale: session.locale },
    {
      flagged: seen !== null && seen.level !== 'none',
      topic: seen?.topic ?? 'off-topic',
      topics: seen?.topics ?? [],
      asked: seen?.asked ?? null,
      answer: seen?.answer ?? null,
      friend: seen?.about === 'friend' || seen?.topic === 'worried-about-friend',
      audience: adult ?? session.audience,
    },
  );
}
