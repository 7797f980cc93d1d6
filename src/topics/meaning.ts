/** From a message and its assessment to the engine's input. */
import type { Channel, Content, StepRef } from '../content/model.ts';
import type { Input } from '../engine/input.ts';
import { readerOf } from '../engine/reader.ts';
import type { Session } from '../engine/session.ts';
import type { Assessment } from '../risk/assess.ts';
import { understand } from './understand.ts';

/** The parts of a message that have a meaning. */
export interface Said {
  readonly text?: string;
  readonly choice?: string;
  readonly event?: 'start' | 'wipe';
  readonly attachment?: boolean;
  /** Where the talk is held; heeded when it begins. */
  readonly channel?: Channel;
}

/** @param seen what was seen in the words; null when there were none */
export function meaning(content: Content, said: Said, session: Session, seen: Assessment | null): Input {
  if (said.event === 'start') return { kind: 'start' };
  if (said.event === 'wipe') return { kind: 'button', button: { kind: 'command', command: 'delete-this' } };
  const { audience, known } = session;
  const reader = seen ? readerOf(session, seen) : { audience, known };
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
      troubled: reader.audience === session.audience ? session.level : 'none',
      ...reader,
    },
  );
}
