/**
 * The pure heart of a turn: what one message is answered, from what the talk remembered. No store, no clock, nothing
 * that waits; the bot and the preview of a draft both speak through it.
 */
import type { Audience, Content, PlaceId, Slots } from './content/model.ts';
import type { Level } from './content/schema.ts';
import { helpOnly } from './engine/help.ts';
import { type Input, NO_RISK, type Risk } from './engine/input.ts';
import type { Reply } from './engine/reply.ts';
import { newSession, openSession, type Session } from './engine/session.ts';
import { type Stepped, step } from './engine/step.ts';
import type { Outcome } from './outcomes.ts';
import { type Assessment, inContext } from './risk/assess.ts';
import { heard } from './topics/heard.ts';
import { meaning, type Said } from './topics/meaning.ts';

/** From whose side the replies are to be shown: closed values only, so that a log may keep it. */
export interface View {
  readonly audience: Audience;
  readonly age: Slots['age'];
  readonly place: PlaceId | null;
  /** `en`, or the id of a locale. */
  readonly locale: string;
  /** Milliseconds since the epoch: hand-off cards are drawn by this clock. */
  readonly at: number;
}

export const viewOf = ({ audience, age, place, locale }: Session, at: number): View => ({
  audience,
  age,
  place,
  locale,
  at,
});

export interface Answer {
  readonly outcome: Outcome;
  readonly level: Level;
  readonly replies: readonly Reply[];
  /** True when the conversation is to be deleted. */
  readonly wiped: boolean;
}

/** What was made of a message; `stepped` is null when the engine failed: then help is the answer. */
export interface Answered {
  readonly stepped: Stepped | null;
  readonly risk: Risk;
  /** What the talk remembered no longer holds whole: the person was led to a safe place. */
  readonly moved: boolean;
}

export const riskOf = (seen: Assessment | null): Risk =>
  seen
    ? {
        level: seen.level,
        variant: seen.variant,
        ruled: seen.ruled === 'urgent',
        topic: seen.topic,
        ofFriend: seen.about === 'friend',
        speaker: seen.speaker,
        speakerSure: seen.speakerSure,
        named: seen.answer !== null,
        weak: seen.weak,
        language: seen.language,
      }
    : NO_RISK;

/**
 * Words that are a button on the screen are that button: what a rule sees in them counts, a guess of the model does
 * not ("idk" to "Are you safe right now?" is an answer).
 */
const asPressed = (meant: Input, seen: Assessment | null, risk: Risk): Risk =>
  meant.kind === 'button' && seen && seen.ruled !== 'urgent'
    ? { ...risk, level: seen.ruled, variant: null, weak: false }
    : risk;

/**
 * Never throws.
 * @param stored what the talk remembers, as it was kept; null: nothing yet
 * @param first what was seen in the words by themselves; null when there were none
 */
export function answerOnce(
  content: Content,
  stored: unknown,
  said: Said,
  first: Assessment | null,
): Answered {
  let risk = riskOf(first);
  try {
    const { session, moved } =
      stored === null
        ? { session: newSession(content, said.channel), moved: false }
        : openSession(content, stored);
    const seen = first && heard(session, said.text ?? '', inContext(first, { signals: session.signals }));
    const meant = meaning(content, said, session, seen);
    risk = asPressed(meant, seen, riskOf(seen));
    return { stepped: step(content, session, meant, risk), risk, moved };
  } catch {
    return { stepped: null, risk, moved: false };
  }
}

/** Where all else failed: the urgent card that fits the words, or the fixed help reply. */
export const helpAnswer = (content: Content, risk: Risk, outcome: 'failed' | 'switched-off'): Answer => ({
  outcome,
  level: risk.level,
  replies: helpOnly(content, risk),
  wiped: false,
});

/** @param lost what the talk remembered could not be had: help is shown before the answer */
export function answerOf(content: Content, { stepped, risk, moved }: Answered, lost: boolean): Answer {
  if (!stepped) return helpAnswer(content, risk, 'failed');
  const { outcome, replies } = stepped;
  const said = { outcome, level: risk.level, replies, wiped: outcome === 'wiped' };
  if (said.wiped || !(moved || lost)) return said;
  if (!lost) return { ...said, outcome: 'moved', replies: [{ kind: 'line', key: 'moved' }, ...replies] };
  return {
    ...said,
    outcome: 'failed',
    replies: risk.level === 'urgent' ? replies : [{ kind: 'help' }, ...replies],
  };
}
