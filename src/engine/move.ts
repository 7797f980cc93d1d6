/** Moving about in the dialogs: entering a step, going through what does not wait, opening over, returning. */
import { type Content, dialogOf, KNOWN_DIALOGS, type StepRef } from '../content/model.ts';
import { flowOf, MAX_MOVES, restOf } from './parts.ts';
import type { Reply } from './reply.ts';
import { LIMITS, type Session } from './session.ts';

/** Dialogs that are opened over another, so that it can be gone back to. */
const OVER: ReadonlySet<string> = new Set([KNOWN_DIALOGS.urgent, KNOWN_DIALOGS.safeNow]);
/** Dialogs that are opened over those too: they change nothing of what is talked about. */
const ASIDE: ReadonlySet<string> = new Set([KNOWN_DIALOGS.stillHere, KNOWN_DIALOGS.whatNow]);

/** Whether what is talked about `here` waits below the dialog of `to`. */
function opensOver(here: StepRef, to: StepRef): boolean {
  if (ASIDE.has(dialogOf(here))) return false;
  return ASIDE.has(dialogOf(to)) || (OVER.has(dialogOf(to)) && !OVER.has(dialogOf(here)));
}

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
  const base = opensOver(here, to) ? session.stack : session.stack.slice(0, -1);
  return { ...session, trail, stack: [...base, to].slice(-LIMITS.stack) };
}

/** At the topics, and over nothing. */
const atMenu = (content: Content, session: Session): Session => ({
  ...session,
  stack: [restOf(content, session, startOf(content, KNOWN_DIALOGS.menu))],
});

/** Back to the dialog below; at the bottom, to the menu. */
export function goBackDown(content: Content, session: Session): { session: Session; below: boolean } {
  if (session.stack.length > 1)
    return { session: { ...session, stack: session.stack.slice(0, -1) }, below: true };
  return { session: atMenu(content, session), below: false };
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
    const next = flowOf(step.parts, session);
    if (next.kind === 'go') {
      // Nobody was at a step that leads on by itself: `back` goes past it.
      session = asReader(content, { ...place(session, next.to), trail: session.trail });
    } else if (next.kind === 'return') {
      const back = goBackDown(content, session);
      const here = top(back.session);
      return {
        // Whoever is where they were has not moved.
        session: here === top(from) ? { ...back.session, trail: from.trail } : back.session,
        replies: [...replies, { kind: 'step', at: here, show: back.below ? 'choices' : 'all' }],
      };
    } else {
      return { session, replies };
    }
  }
  const lost = atMenu(content, from);
  return { session: lost, replies: [{ kind: 'help' }, { kind: 'step', at: top(lost), show: 'all' }] };
}
