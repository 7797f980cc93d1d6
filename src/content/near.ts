/**
 * What the graph alone tells of help, without clock and place: people to ring within one tap of every step, whoever
 * stands there, and at once where somebody is in danger.
 */
import { alwaysShowsCard, needsPerson, onward } from './helps.ts';
import {
  type Choice,
  type Content,
  dialogOf,
  findPart,
  KNOWN_DIALOGS,
  type StepRef,
  URGENT_STEPS,
  urgentStep,
} from './model.ts';

/** A step from which help is too far, and for whom. */
export interface Far {
  readonly step: StepRef;
  readonly what: string;
}

const startOf = (content: Content, dialog: string): StepRef | undefined => content.dialogs.get(dialog)?.start;

const choicesAt = (content: Content, ref: StepRef): readonly Choice[] =>
  findPart(content.steps.get(ref)?.parts ?? [], 'offer')?.choices ?? [];

const showsCard = (content: Content, { way }: Choice): boolean =>
  way.kind === 'hand-off' || (way.kind === 'go' && alwaysShowsCard(content, way.to));

/** Whether everybody has people to ring on the screen after one tap. */
function withinATap(content: Content, ref: StepRef): boolean {
  if (alwaysShowsCard(content, ref)) return true;
  const choices = choicesAt(content, ref);
  if (choices.some((choice) => showsCard(content, choice))) return true;
  // The standing button, and that of a step without a way on.
  const person = startOf(content, KNOWN_DIALOGS.person);
  const stands = choices.length === 0 || needsPerson(content, ref);
  return stands && person !== undefined && alwaysShowsCard(content, person);
}

/** The steps of a walk that goes on by itself: those where it waits, or that show a card before it does. */
function endsOf(content: Content, ref: StepRef, seen: ReadonlySet<StepRef> = new Set()): StepRef[] {
  const step = content.steps.get(ref);
  const ways = onward(step);
  if (seen.has(ref) || ways.length === 0 || findPart(step?.parts ?? [], 'hand-off')) return [ref];
  return ways.flatMap((to) => endsOf(content, to, new Set([...seen, ref])));
}

/** Whether everybody who comes to a step sees an urgent card: the emergency number first. */
const showsUrgentCard = (content: Content, ref: StepRef): boolean =>
  endsOf(content, ref).every(
    (end) =>
      findPart(content.steps.get(end)?.parts ?? [], 'hand-off') !== undefined &&
      content.dialogs.get(dialogOf(end))?.urgent === true,
  );

const saysUnsafe = ({ set }: Choice): boolean =>
  set.safe !== undefined && set.safe !== 'yes' && set.safe !== 'unknown';

/** What the bot opens by itself when somebody is in danger. */
function notAtOnce(content: Content): Far[] {
  const start = startOf(content, KNOWN_DIALOGS.urgent);
  const opened = new Set([...(start ? [start] : []), ...URGENT_STEPS.map(urgentStep)]);
  const far: Far[] = [...opened]
    .filter((step) => !showsUrgentCard(content, step))
    .map((step) => ({ step, what: 'the urgent help card does not show at once' }));
  const asked = startOf(content, KNOWN_DIALOGS.safeNow);
  for (const step of asked ? endsOf(content, asked) : [])
    if (!choicesAt(content, step).some(saysUnsafe))
      far.push({ step, what: 'nobody can say here that they are not safe' });
  return far;
}

/** @returns the steps that are too far from people to ring, whatever the hour */
export function withoutCard(content: Content): Far[] {
  const far = notAtOnce(content);
  for (const [step, { parts }] of content.steps) {
    // Nobody rests at a step that leads on by itself.
    if (onward({ ref: step, parts }).length === 0 && !withinATap(content, step))
      far.push({ step, what: 'no people to ring within one tap' });
    for (const choice of choicesAt(content, step))
      if (saysUnsafe(choice) && !showsCard(content, choice))
        far.push({ step, what: `who taps "${choice.label}" is not safe, and sees nobody to ring at once` });
  }
  return far;
}
