/**
 * What each kind of step part does to the flow. One handler a kind: a kind without one does not compile.
 * What a part shows is drawn by replies/; here is only whether the talk waits, goes on, or returns.
 */
import type { PartKind, PartOf, StepRef, When } from '../content/model.ts';
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
export function flow<K extends PartKind>(part: PartOf<K>, session: Session): Flow {
  return HANDLERS[part.kind as K](part, session);
}
