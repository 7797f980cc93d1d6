/**
 * What each kind of step part does to the flow. One handler a kind: a kind without one does not compile.
 * What a part shows is drawn by replies/; here is only whether the talk waits, goes on, or returns.
 */
import type { Content, Part, PartKind, PartOf, StepRef, When } from '../content/model.ts';
import type { Session } from './session.ts';

export type Flow =
  | { readonly kind: 'next' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'go'; readonly to: StepRef }
  | { readonly kind: 'return' };

const NEXT: Flow = { kind: 'next' };

const holds = (when: When, session: Session): boolean =>
  (Object.keys(when) as (keyof When)[]).every((key) => when[key] === session[key]);

const HANDLERS: { readonly [K in PartKind]: (part: PartOf<K>, session: Session) => Flow } = {
  say: () => NEXT,
  ask: () => NEXT,
  'hand-off': () => NEXT,
  offer: () => ({ kind: 'wait' }),
  branch: (part, session) => {
    const found = part.cases.find((one) => holds(one.when, session));
    return found ? { kind: 'go', to: found.go } : { kind: 'wait' };
  },
  go: (part) => ({ kind: 'go', to: part.to }),
  return: () => ({ kind: 'return' }),
};

/** What a part does to the flow of this conversation. */
const flow = <K extends PartKind>(part: PartOf<K>, session: Session): Flow =>
  HANDLERS[part.kind as K](part, session);

/** What a step's parts do to the flow: the first that does not just go on decides; without one the talk waits. */
export function flowOf(parts: readonly Part[], session: Session): Flow {
  for (const part of parts) {
    const next = flow(part as PartOf<PartKind>, session);
    if (next.kind !== 'next') return next;
  }
  return { kind: 'wait' };
}

/** Steps that one turn may go through before it must stop and offer help. */
export const MAX_MOVES = 12;

/** Where somebody rests who is put at a step: past the steps that lead on by themselves, without their words. */
export function restOf(content: Content, session: Session, at: StepRef): StepRef {
  let here = at;
  for (let moves = 0; moves < MAX_MOVES; moves++) {
    const next = flowOf(content.steps.get(here)?.parts ?? [], session);
    if (next.kind !== 'go') break;
    here = next.to;
  }
  return here;
}
