/** What risk adds to a turn: a level that never falls, the numbers, the safe-now question, the urgent card. */
import {
  type Content,
  dialogOf,
  KNOWN_DIALOGS,
  type StepRef,
  URGENT_STEPS,
  urgentStep,
} from '../content/model.ts';
import { LEVELS, type Level, type Variant } from '../content/schema.ts';
import type { Moved } from './commands.ts';
import type { Risk } from './input.ts';
import { enter, startOf } from './move.ts';
import { readerOf } from './reader.ts';
import type { Reply } from './reply.ts';
import { LIMITS, type Session } from './session.ts';

const higher = (a: Level, b: Level): Level => (LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b);

/**
 * Notes the signal, a weak one too; the level never falls. An adult's message makes the cards an adult's, a cry for
 * help in a language that we have is answered in it.
 */
export function noteRisk(content: Content, session: Session, risk: Risk): Session {
  const reader = readerOf(session, risk);
  if (risk.level === 'none' && !risk.weak) return { ...session, ...reader };
  const locale =
    risk.language && session.locale === 'en' && content.locales.has(risk.language)
      ? risk.language
      : session.locale;
  const signal = { level: risk.level, topic: risk.topic, variant: risk.variant };
  return {
    ...session,
    ...reader,
    locale,
    level: higher(session.level, risk.level),
    signals: [...session.signals, signal].slice(-LIMITS.signals),
  };
}

/** The line of numbers that somebody gets who was not flagged just now. */
export const numbersFor = ({ level }: Session): Reply =>
  level === 'none' ? { kind: 'numbers', calm: true } : { kind: 'numbers' };

/** The first flagged reply: the answer without its buttons, the numbers, then the safe-now question, once. */
export function askIfSafe(content: Content, moved: Moved): Moved {
  const ask = startOf(content, KNOWN_DIALOGS.safeNow);
  const opened = enter(content, moved.session, ask);
  const shown = moved.replies
    .filter((reply) => reply.kind !== 'ways-on' && reply.kind !== 'numbers')
    .map(
      (reply): Reply =>
        reply.kind === 'step' ? { ...reply, show: reply.show === 'choices' ? 'choices' : 'body' } : reply,
    )
    .filter((reply) => !(reply.kind === 'step' && reply.show === 'choices'));
  return {
    session: { ...opened.session, asked: true },
    replies: [...shown, { kind: 'numbers' }, ...opened.replies],
    outcome: 'concern',
  };
}

/** Whether a reply already shows people to ring. */
const showsHelp = (content: Content, reply: Reply): boolean =>
  reply.kind === 'numbers' ||
  reply.kind === 'hand-off' ||
  reply.kind === 'help' ||
  (reply.kind === 'step' &&
    reply.show !== 'choices' &&
    content.dialogs.get(dialogOf(reply.at))?.urgent === true);

/** Adds the slim line under the answer, above its question and buttons, unless help is on the screen already. */
export function withNumbers(content: Content, replies: readonly Reply[]): readonly Reply[] {
  if (replies.some((reply) => showsHelp(content, reply))) return replies;
  const last = replies.at(-1);
  if (last?.kind === 'step') return [...replies.slice(0, -1), { ...last, slim: true }];
  return [...replies.slice(0, -1), { kind: 'numbers' }, ...(last ? [last] : [])];
}

/** What an adult tells of a child, who is not the one that writes: their card is `child-now`, whatever the words. */
const OF_A_CHILD: ReadonlySet<Variant> = new Set(['danger', 'assaulted', 'nowhere-safe']);

const CARDS: ReadonlySet<StepRef> = new Set(URGENT_STEPS.map(urgentStep));

/** The urgent card that this talk has had last; an adult's is not for a child. */
export const earlierCard = ({ stack, trail, audience }: Session): StepRef | undefined =>
  [...trail, ...stack].findLast(
    (at) => CARDS.has(at) && (audience !== 'young-person' || at !== urgentStep('child-now')),
  );

/** The step with the urgent card that fits: a guess does not swap the card of before for another. */
export function urgentTarget(content: Content, session: Session, risk: Risk): StepRef {
  const { variant, ofFriend, ruled } = risk;
  const before = earlierCard(session);
  // Who spoke of a friend may be in danger too.
  if (!ruled && before && (ofFriend || before !== urgentStep('friend'))) return before;
  const young = session.audience === 'young-person';
  // A friend's card speaks of the friend; it has a button for who is in danger too.
  if (young && ofFriend) return urgentStep('friend');
  if (variant === null) return startOf(content, KNOWN_DIALOGS.urgent);
  return urgentStep(!young && OF_A_CHILD.has(variant) ? 'child-now' : variant);
}
