/**
 * The engine: a pure function from content, session and input to a new session, replies and an outcome.
 * No clock, no I/O, no Bot Framework. Risk comes first and can only add help.
 */
import {
  type Content,
  dialogOf,
  findPart,
  KNOWN_DIALOGS,
  KNOWN_SERVICES,
  type PlaceId,
  type StepRef,
  urgentStep,
} from '../content/model.ts';
import { LEVELS, type Level, type Variant } from '../content/schema.ts';
import type { Outcome } from '../outcomes.ts';
import { type Moved, obey } from './commands.ts';
import type { ButtonRef, Input, Risk } from './input.ts';
import { enter, goBackDown, startOf, top } from './move.ts';
import type { Reply } from './reply.ts';
import { LIMITS, newSession, type Session } from './session.ts';

export interface Stepped {
  readonly session: Session;
  readonly replies: readonly Reply[];
  readonly outcome: Outcome;
}

const higher = (a: Level, b: Level): Level => (LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b);

/**
 * Who says that they are a child is one. A guess that an adult writes counts at the first worry only: later words of a
 * child must not turn their cards into an adult's.
 */
function audienceOf({ audience, signals }: Session, { speaker, speakerSure }: Risk): Session['audience'] {
  if (speakerSure && speaker === 'child') return 'young-person';
  const adult = speaker === 'parent' || speaker === 'professional' || speaker === 'business';
  return adult && (speakerSure || audience !== 'young-person' || signals.length === 0) ? speaker : audience;
}

/**
 * Notes the signal, a weak one too; the level never falls. An adult's message makes the cards an adult's, a cry for
 * help in a language that we have is answered in it.
 */
function noteRisk(content: Content, session: Session, risk: Risk): Session {
  const audience = audienceOf(session, risk);
  if (risk.level === 'none' && !risk.weak) return { ...session, audience };
  const locale =
    risk.language && session.locale === 'en' && content.locales.has(risk.language)
      ? risk.language
      : session.locale;
  const signal = { level: risk.level, topic: risk.topic, variant: risk.variant };
  return {
    ...session,
    audience,
    locale,
    level: higher(session.level, risk.level),
    signals: [...session.signals, signal].slice(-LIMITS.signals),
  };
}

/** The last screen again, in another language; in English, with the numbers, where its words may not be shown. */
function speak(content: Content, session: Session, locale: string): Moved {
  const there = locale === 'en' || content.locales.has(locale);
  const first: Reply[] = there ? [] : [{ kind: 'line', key: 'locale-missing' }, { kind: 'numbers' }];
  if (content.drafts.has(locale)) first.push({ kind: 'line', key: 'locale-draft' });
  return {
    session: there ? { ...session, locale } : session,
    replies: [...first, { kind: 'step', at: top(session), show: 'all' }],
    outcome: 'command',
  };
}

const again = (session: Session): Reply => ({ kind: 'step', at: top(session), show: 'choices' });

const settle = (session: Session, place: PlaceId): Moved => ({
  session: { ...session, place },
  replies: [{ kind: 'place', place }, again(session)],
  outcome: 'place-set',
});

/** Where the question on top leads, when it asks if somebody is safe and that has just been said. */
function answered(content: Content, session: Session): StepRef | undefined {
  const offer = findPart(content.steps.get(top(session))?.parts ?? [], 'offer');
  const same = offer?.choices.find(({ set }) => set.safe === session.safe);
  return same?.way.kind === 'go' ? same.way.to : undefined;
}

/** A link of a page sets what the button to the same step would: for whom the cards are. */
function linked(content: Content, session: Session, to: StepRef): Session {
  const audiences = new Set<Session['audience'] | undefined>();
  for (const { parts } of content.steps.values())
    for (const { way, set } of findPart(parts, 'offer')?.choices ?? [])
      if (way.kind === 'go' && way.to === to) audiences.add(set.audience);
  const [only] = audiences;
  return audiences.size === 1 && only ? { ...session, audience: only } : session;
}

function press(content: Content, session: Session, button: ButtonRef): Moved {
  if (button.kind === 'command') return obey(content, session, button.command);
  if (button.kind === 'jump')
    return { ...enter(content, linked(content, session, button.step), button.step), outcome: 'chose' };
  if (button.kind === 'locale') return speak(content, session, button.locale);
  if (button.kind === 'place') return settle(session, button.place);
  if (button.kind === 'open') {
    return { ...enter(content, session, startOf(content, button.dialog)), outcome: 'chose' };
  }
  const offer = content.steps.get(button.step)?.parts.find((part) => part.kind === 'offer');
  const choice = offer?.choices[button.n];
  if (!choice) return obey(content, session, 'menu');
  const here: Session = { ...session, ...choice.set };
  switch (choice.way.kind) {
    case 'go':
      return { ...enter(content, here, choice.way.to), outcome: 'chose' };
    case 'hand-off':
      return {
        session: here,
        replies: [{ kind: 'hand-off', services: choice.way.services }, { kind: 'ways-on' }],
        outcome: 'handed-off',
      };
    case 'return': {
      const back = goBackDown(content, here);
      const known = back.below && choice.set.safe ? answered(content, back.session) : undefined;
      if (known) return { ...enter(content, back.session, known), outcome: 'chose' };
      const show = back.below ? 'choices' : 'all';
      return {
        session: back.session,
        replies: [{ kind: 'step', at: top(back.session), show }],
        outcome: 'chose',
      };
    }
  }
}

/** Whether the step has buttons of its own, which are shown once more. */
const offersSomething = (content: Content, session: Session): boolean =>
  content.steps.get(top(session))?.parts.some((part) => part.kind === 'offer') === true;

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
      ...(offersSomething(content, session) ? [again(session)] : []),
      { kind: 'ways-on' },
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
    const { level, locale, asked } = before;
    const session = { ...newSession(content), level, locale, asked };
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
    replies: [{ kind: 'guesses', dialogs: input.dialogs }],
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
  unknown: (content, session) => notUnderstood(content, session),
};

function follow<K extends Input['kind']>(
  content: Content,
  session: Session,
  input: Extract<Input, { kind: K }>,
): Moved {
  return HANDLERS[input.kind as K](content, session, input);
}

/** The first flagged reply: the answer without its buttons, the numbers, then the safe-now question, once. */
function askIfSafe(content: Content, moved: Moved): Stepped {
  const ask = startOf(content, KNOWN_DIALOGS.safeNow);
  const opened = enter(content, moved.session, ask);
  const shown = moved.replies
    .filter((reply) => reply.kind !== 'ways-on')
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
function withNumbers(content: Content, replies: readonly Reply[]): readonly Reply[] {
  if (replies.some((reply) => showsHelp(content, reply))) return replies;
  const last = replies.at(-1);
  if (last?.kind === 'step') return [...replies.slice(0, -1), { ...last, slim: true }];
  return [...replies.slice(0, -1), { kind: 'numbers' }, ...(last ? [last] : [])];
}

/** What an adult tells of a child, who is not the one that writes: their card is `child-now`, whatever the words. */
const OF_A_CHILD: ReadonlySet<Variant> = new Set(['danger', 'assaulted', 'nowhere-safe']);

function urgentTarget(content: Content, { audience }: Session, { variant, ofFriend }: Risk): StepRef {
  if (variant === null) return startOf(content, KNOWN_DIALOGS.urgent);
  // A friend's card speaks of the friend; it has a button for who is in danger too.
  if (audience === 'young-person' && ofFriend) return urgentStep('friend');
  return urgentStep(audience !== 'young-person' && OF_A_CHILD.has(variant) ? 'child-now' : variant);
}

/**
 * One step of a conversation.
 * @param risk what `assess` saw in the typed words (NO_RISK when a button was pressed)
 */
export function step(content: Content, before: Session, input: Input, risk: Risk): Stepped {
  const session = noteRisk(content, before, risk);
  if (risk.level === 'urgent') {
    const opened = enter(
      content,
      { ...session, asked: true, fallbacks: 0 },
      urgentTarget(content, session, risk),
    );
    return { ...opened, outcome: 'urgent' };
  }
  const moved = follow(content, session, input);
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
