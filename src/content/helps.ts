/** Which steps show people to ring: so that none is ever more than one tap away. */
import {
  type Content,
  findPart,
  KNOWN_DIALOGS,
  type PartKind,
  type PartOf,
  type ServiceRef,
  type Step,
  type StepRef,
} from './model.ts';

const part = <K extends PartKind>(step: Step | undefined, kind: K): PartOf<K> | undefined =>
  step && findPart(step.parts, kind);

/** Steps that one turn may lead through without waiting. */
const MAX_STEPS = 12;

/** Where a step leads by itself: every branch it may take; none if it waits for the person. */
export function onward(step: Step | undefined): readonly StepRef[] {
  const branch = part(step, 'branch');
  if (branch) return branch.cases.map((one) => one.go);
  const go = part(step, 'go');
  return go ? [go.to] : [];
}

/** The cards that a person sees on entering a step, whoever they are: its own, or those of each way it may take. */
export function cardsOnEntering(content: Content, ref: StepRef, left = MAX_STEPS): (readonly ServiceRef[])[] {
  const step = content.steps.get(ref);
  const own = part(step, 'hand-off');
  if (own) return [own.services];
  return left === 0 ? [] : onward(step).flatMap((to) => cardsOnEntering(content, to, left - 1));
}

/** Whether everybody who enters a step sees a card. */
export function alwaysShowsCard(content: Content, ref: StepRef, left = MAX_STEPS): boolean {
  const step = content.steps.get(ref);
  if (part(step, 'hand-off')) return true;
  const ways = onward(step);
  return left > 0 && ways.length > 0 && ways.every((to) => alwaysShowsCard(content, to, left - 1));
}

/**
 * Whether a step needs the standing button "Talk to a person": it shows no card itself, and none of its buttons
 * leads straight to one.
 */
export function needsPerson(content: Content, ref: StepRef): boolean {
  const step = content.steps.get(ref);
  const offer = part(step, 'offer');
  if (!offer || part(step, 'hand-off')) return false;
  return !offer.choices.some(
    ({ way }) =>
      way.kind === 'hand-off' ||
      (way.kind === 'go' &&
        (alwaysShowsCard(content, way.to) || way.to.startsWith(`${KNOWN_DIALOGS.person}/`))),
  );
}
