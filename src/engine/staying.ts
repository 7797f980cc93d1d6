/** What is not understood in a talk where risk was seen: it stays with its people and its buttons. */
import { type Content, dialogOf, KNOWN_DIALOGS, KNOWN_SERVICES, type StepRef } from '../content/model.ts';
import type { Moved } from './commands.ts';
import { earlierCard } from './flagged.ts';
import { enter, startOf, top } from './move.ts';
import { again } from './press.ts';
import type { Reply } from './reply.ts';
import { LIMITS, type Session } from './session.ts';

/** The urgent card with its numbers and buttons, without the rest of its words. */
function withCard(content: Content, session: Session, also: readonly Reply[]): Moved {
  const inside = content.dialogs.get(dialogOf(top(session)))?.urgent === true;
  const at: StepRef = inside
    ? top(session)
    : (earlierCard(session) ?? startOf(content, KNOWN_DIALOGS.urgent));
  return {
    session: inside ? session : enter(content, session, at).session,
    replies: [
      { kind: 'line', key: 'still-here-urgent' },
      { kind: 'numbers' },
      ...also.filter(({ kind }) => kind !== 'numbers'),
      { kind: 'step', at, show: 'choices' },
    ],
    outcome: 'not-understood',
  };
}

/** The question and buttons of the dialog that is open; people too, when it is not the first time. */
function withDialog(session: Session, also: readonly Reply[]): Moved {
  const first = session.fallbacks === 0;
  const fallbacks = Math.min(session.fallbacks + 1, LIMITS.fallbacks);
  return {
    session: { ...session, fallbacks },
    replies: first
      ? [{ kind: 'line', key: 'still-here' }, ...also, again(session)]
      : [
          { kind: 'line', key: 'not-understood-again' },
          { kind: 'hand-off', services: [KNOWN_SERVICES.childline, 'front-door'] },
          ...also,
          again(session),
        ],
    outcome: 'not-understood',
  };
}

/** @param also what else this reader is told when they were not understood */
export const stay = (content: Content, session: Session, also: readonly Reply[]): Moved =>
  session.level === 'urgent' ? withCard(content, session, also) : withDialog(session, also);
