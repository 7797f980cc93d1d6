/** What a message means in this talk: who writes and of whom is not forgotten from one message to the next. */
import { dialogOf, KNOWN_DIALOGS, type StepRef, urgentStep } from '../content/model.ts';
import { readerOf } from '../engine/reader.ts';
import type { Session } from '../engine/session.ts';
import type { Assessment } from '../risk/assess.ts';
import { isAdult } from '../risk/who.ts';
import { bare } from './bare.ts';

/** Somebody else is spoken of. */
const OF_ANOTHER = /\b(?:he|hes|him|himself|she|shes|her|herself|they|theyre|them|themself|themselves)\b/;
/** An adult's own wish or deed: "I want to die", "what I did to myself", "I can't go on". */
const OF_MYSELF =
  /\b(?:myself|my life|my own|(?:i|im|ive|id) (?:\w+ ){0,3}(?:die|dead|end it|took|taken|overdosed)|i cant (?:go on|cope|do this|take))\b/;
/** "He hurts me" is of the one who writes; "she told me" is not. */
const TO_ME = /(?<!\b(?:told|tell|tells|asked|texted|showed|rang|called) )\b(?:me|us|myself)\b/;
/** The writer is there at all. */
const FIRST_PERSON = /\b(?:i|im|ive|id|ill|me|my|mine|myself|we|us|our)\b/;

const FRIENDS_STEPS: ReadonlySet<StepRef> = new Set([
  urgentStep('friend'),
  'self-harm-suicide/about-a-friend',
]);

/** Whether it is a friend that is talked about. */
const ofFriend = ({ stack }: Session): boolean =>
  stack.some((at) => dialogOf(at) === KNOWN_DIALOGS.friend || FRIENDS_STEPS.has(at));

/** Whether a child's words are of a friend: what sounds like a parent's counts, if the writer is not in it. */
function tellsOfFriend(session: Session, words: string, guessedAdult: boolean): boolean {
  if (!OF_ANOTHER.test(words)) return false;
  return ofFriend(session) ? !TO_ME.test(words) : guessedAdult && !FIRST_PERSON.test(words);
}

/**
 * A child stays a child, and what sounds like a parent's words is then of a friend. An adult who speaks of somebody
 * else speaks of the child: the urgent card is the one for that.
 */
export function heard(session: Session, text: string, seen: Assessment): Assessment {
  const { audience } = readerOf(session, seen);
  const words = bare(text);
  if (audience === 'young-person') {
    const guessedAdult = isAdult(seen.speaker);
    return {
      ...seen,
      about: tellsOfFriend(session, words, guessedAdult) ? 'friend' : seen.about,
      speaker: guessedAdult ? 'child' : seen.speaker,
      variant: guessedAdult && seen.variant === 'child-now' ? null : seen.variant,
    };
  }
  const another = OF_ANOTHER.test(words) && !OF_MYSELF.test(words);
  return seen.level === 'urgent' && another ? { ...seen, variant: 'child-now' } : seen;
}
