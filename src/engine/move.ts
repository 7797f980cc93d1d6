/** Moving about in the dialogs: entering a step, going through what does not wait, opening over, returning. */
import {
  type Content,
  dialogOf,
  KNOWN_DIALOGS,
  type PartKind,
  type PartOf,
  type StepRef,
} from '../content/model.ts';
import { type Flow, flow } from './parts.ts';
import type { Reply } from './reply.ts';
import { LIMITS, type Session } from './session.ts';

/** Steps that one turn may go through before it must stop and offer help. */
export const MAX_MOVES = 12;

/** Dialogs that are opened over another, so that it can be gone back to. */
const OVER: ReadonlySet<string> = new Set([KNOWN_DIALOGS.urgent, KNOWN_DIALOGS.safeNow]);

/** The step on top of the stack. */
export const top = (session: Session): StepRef => session.stack.at(-1) as StepRef;

/** The start of a dialog, or of the menu where it is gone. */
export function startOf(content: Content, dialog: string): StepRef {
  const found = content.dialogs.get(dialog) ?? content.dialogs.get(KNOWN_DIALOGS.menu);
  if (!found) throw new Error('content has no menu dialog');
  return found.start;
}

/** Puts `to` where it belongs: over the present dialog, or in its place; remembers where we were. */
export function place(session: Session, to: StepRef): Session {
  const here = top(session);
  const trail = here === to ? session.trail : [...session.trail, here].slice(-LIMITS.trail);
  const over = OVER.has(dialogOf(to));
  const base = over && !OVER.has(dialogOf(here)) ? session.stack : session.stack.slice(0, -1);
  return { ...session, trail, stack: [...base, to].slice(-LIMITS.stack) };
}

/** Back to the dialog below; at the bottom, to the menu. */
export function goBackDown(content: Content, session: Session): { session: Session; below: boolean } {
  if (session.stack.length > 1)
    return { session: { ...session, stack: session.stack.slice(0, -1) }, below: true };
  return { session: { ...session, stack: [startOf(content, KNOWN_DIALOGS.menu)] }, below: false };
}

/** Whoever comes to a dialog that is not for them is one of those it is for: then the cards fit. */
function asReader(content: Content, session: Session): Session {
  const audiences = content.dialogs.get(dialogOf(top(session)))?.for;
  const [first] = audiences ?? [];
  return !first || audiences?.includes(session.audience) ? session : { ...session, audience: first };
}

/**
 * Enters a step and goes on through steps that do not wait.
 * @returns the session at the step that waits, and what was shown on the way. After MAX_MOVES, or at a step
 * that no longer exists, the person is at the menu with the help numbers.
 */
export function enter(content: Content, from: Session, to: StepRef): { session: Session; replies: Reply[] } {
  const replies: Reply[] = [];
  let session = asReader(content, place(from, to));
  for (let moves = 0; moves < MAX_MOVES; moves++) {
    const step = content.steps.get(top(session));
    if (!step) break;
    replies.push({ kind: 'step', at: step.ref, show: 'all' });
    let next: Flow = { kind: 'wait' };
    for (const part of step.parts) {
      next = flow(part as PartOf<PartKind>, session);
      if (next.kind !== 'next') break;
    }
    if (next.kind === 'go') {
      session = asReader(content, place(session, next.to));
    } else if (next.kind === 'return') {
      const back = goBackDown(content, session);
      return {
        session: back.session,
        replies: [...replies, { kind: 'step', at: top(back.session), show: back.below ? 'choices' : 'all' }],
      };
    } else {
      return { session, replies };
    }
  }
  const menu = startOf(content, KNOWN_DIALOGS.menu);
  return {
    session: { ...from, stack: [menu] },
    replies: [{ kind: 'help' }, { kind: 'step', at: menu, show: 'all' }],
  };
}
