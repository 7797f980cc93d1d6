/**
 * The engine: a pure function from content, session and input to a new session, replies and an outcome.
 * No clock, no I/O, no Bot Framework. Risk comes first and can only add help.
 */
import { type Content, dialogOf, KNOWN_DIALOGS, KNOWN_SERVICES } from '../content/model.ts';
import type { Moved } from './commands.ts';
import { askIfSafe, earlierCard, noteRisk, numbersFor, urgentTarget, withNumbers } from './flagged.ts';
import type { Input, Risk } from './input.ts';
import { enter, startOf, top } from './move.ts';
import { again, press, settle } from './press.ts';
import type { Reply } from './reply.ts';
import { LIMITS, newSession, type Session } from './session.ts';
import { stay } from './staying.ts';

export type Stepped = Moved;

/** Whether the step has buttons of its own, which are shown once more. */
const offersSomething = (content: Content, session: Session): boolean =>
  content.steps.get(top(session))?.parts.some((part) => part.kind === 'offer') === true;

/** Who is here for their work may have typed what belongs in a call: whom to ring, and no names. */
const forWork = (session: Session): Reply[] =>
  session.audience === 'professional' ? [{ kind: 'line', key: 'no-names' }, numbersFor(session)] : [];

function notUnderstood(content: Content, session: Session): Moved {
  const fallbacks = Math.min(session.fallbacks + 1, LIMITS.fallbacks);
  const first = fallbacks === 1;
  const replies: Reply[] = [{ kind: 'line', key: first ? 'not-understood' : 'not-understood-again' }];
  if (!first) replies.push({ kind: 'hand-off', services: [KNOWN_SERVICES.childline, 'front-door'] });
  return {
    session: { ...session, fallbacks },
    // Its own buttons once more, and the ways out.
    replies: [
      ...replies,
      ...forWork(session),
      ...(offersSomething(content, session)
        ? [again(session), { kind: 'ways-on', beside: top(session) } as const]
        : [{ kind: 'ways-on' } as const]),
    ],
    outcome: 'not-understood',
  };
}

const HANDLERS: {
  readonly [K in Input['kind']]: (
    content: Content,
    session: Session,
    input: Extract<Input, { kind: K }>,
  ) => Moved;
} = {
  start: (content, before) => {
    // The level never falls, and the language stays.
    const { channel, level, locale, asked } = before;
    const session = { ...newSession(content, channel), level, locale, asked };
    return { session, replies: [{ kind: 'step', at: top(session), show: 'all' }], outcome: 'welcomed' };
  },
  button: (content, session, input) => press(content, session, input.button),
  place: (_content, session, input) => settle(session, input.place),
  answer: (content, session, input) => ({
    ...enter(content, session, startOf(content, input.dialog)),
    outcome: 'answered',
  }),
  guesses: (_content, session, input) => ({
    session,
    replies: [...forWork(session), { kind: 'guesses', dialogs: input.dialogs }],
    outcome: 'guesses-offered',
  }),
  picture: (_content, session) => ({
    session,
    replies: [
      { kind: 'line', key: 'picture-refused' },
      { kind: 'hand-off', services: [KNOWN_SERVICES.reportRemove, KNOWN_SERVICES.childline] },
      { kind: 'ways-on' },
    ],
    outcome: 'picture-refused',
  }),
  empty: (_content, session) => ({
    session,
    replies: [{ kind: 'line', key: 'empty' }, again(session)],
    outcome: 'not-understood',
  }),
  unknown: (content, session) =>
    session.level === 'none' ? notUnderstood(content, session) : stay(content, session, forWork(session)),
};

function follow<K extends Input['kind']>(
  content: Content,
  session: Session,
  input: Extract<Input, { kind: K }>,
): Moved {
  return HANDLERS[input.kind as K](content, session, input);
}

/**
 * One step of a conversation.
 * @param risk what `assess` saw in the typed words (NO_RISK when a button was pressed)
 */
export function step(content: Content, before: Session, input: Input, risk: Risk): Stepped {
  const moved = move(content, before, input, risk);
  return nothingBefore(moved.session) ? { ...moved, replies: moved.replies.map(alone) } : moved;
}

/** Where a talk begins: nothing was talked about there. */
const BEGINNINGS: ReadonlySet<string> = new Set([KNOWN_DIALOGS.welcome, KNOWN_DIALOGS.menu]);

/** Whether what is on top was opened over nothing that was talked about. */
function nothingBefore({ stack }: Session): boolean {
  const below = stack.at(-2);
  return below !== undefined && BEGINNINGS.has(dialogOf(below));
}

/** The start of the urgent dialog has its way back: who pressed a button to come there may have missed another. */
const alone = (reply: Reply): Reply =>
  reply.kind === 'step' && reply.at !== `${KNOWN_DIALOGS.urgent}/what` ? { ...reply, alone: true } : reply;

/** A concern whose answer is the urgent page, in a talk that has a card of it: its first question would take that away. */
const asksAgain = (session: Session, input: Input, { level }: Risk): boolean =>
  level === 'concern' &&
  session.level === 'urgent' &&
  input.kind === 'answer' &&
  input.dialog === KNOWN_DIALOGS.urgent &&
  earlierCard(session) !== undefined;

function move(content: Content, before: Session, input: Input, risk: Risk): Moved {
  const session = noteRisk(content, before, risk);
  if (risk.level === 'urgent') {
    const opened = enter(
      content,
      { ...session, asked: true, fallbacks: 0 },
      urgentTarget(content, session, risk),
    );
    return { ...opened, outcome: 'urgent' };
  }
  const moved = asksAgain(session, input, risk)
    ? stay(content, session, forWork(session))
    : follow(content, session, input);
  const understood =
    moved.outcome === 'not-understood' ? moved : { ...moved, session: { ...moved.session, fallbacks: 0 } };
  if (understood.outcome === 'wiped') return understood;
  const urgentOpen = content.dialogs.get(dialogOf(top(understood.session)))?.urgent === true;
  if (risk.level === 'concern' && !session.asked && !urgentOpen && !risk.named)
    return askIfSafe(content, understood);
  if (understood.session.level === 'none') return understood;
  const outcome = risk.level === 'concern' ? 'concern' : understood.outcome;
  return { ...understood, replies: withNumbers(content, understood.replies), outcome };
}
