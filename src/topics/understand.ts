/** What does this message mean: a button, a command, a place, a question we have a dialog for? Pure. */
import { FOR_PARENTS } from '../content/known.ts';
import { inLocale } from '../content/locale/overlay.ts';
import {
  type Audience,
  type Content,
  type DialogId,
  KNOWN_DIALOGS,
  type Level,
  type PlaceId,
  type StepRef,
  type Topic,
} from '../content/model.ts';
import type { ButtonRef, Input } from '../engine/input.ts';
import { bare } from './bare.ts';
import { readButton } from './button.ts';
import { namesIn } from './names.ts';

/** From this likeness on, words are what a dialog expects; where risk was seen, only when they are nearly the same. */
const ASKED = { safe: 0.8, flagged: 0.95, role: 0.9 } as const;

/** At or above: the dialog answers. Between the two: best guesses are offered. Below: not understood. */
export const BARS = { answer: 0.5, guess: 0.25 } as const;
const MAX_GUESSES = 3;
/** Never worth a guess: "Is it one of these? Goodbye", or "Something else". */
const NO_GUESS: ReadonlySet<Topic> = new Set(['greeting', 'thanks-bye', 'other-problem', 'off-topic']);
/** What has nothing to say of a risk that was seen before. */
const BESIDE_IT: ReadonlySet<Topic> = new Set(['other-problem', 'off-topic', 'about-the-bot']);

/** What is known of a message besides its words. */
export interface Heard {
  readonly text: string | undefined;
  /** The ref of a pressed button. */
  readonly choice: string | undefined;
  readonly attachment: boolean;
  readonly locale: string;
}

/** What `assess` found, as far as the answer depends on it. */
export interface About {
  readonly flagged: boolean;
  readonly topic: Topic;
  readonly topics: readonly { readonly topic: Topic; readonly score: number }[];
  readonly friend: boolean;
  /** The dialog whose examples are nearest to the words, 0 to 1. */
  readonly asked: { readonly dialog: DialogId; readonly score: number } | null;
  /** The dialog that a rule names. */
  readonly answer: DialogId | null;
  readonly audience: Audience;
  /** Who writes was said or pressed. */
  readonly known: boolean;
  /** The level of the talk before these words; none where they tell that somebody else writes. */
  readonly troubled: Level;
}

/** `said`: the content in the language of the talk; its names hold the English ones too. */
function pressed(said: Content, at: StepRef, words: string): ButtonRef | undefined {
  const n = namesIn(said).choices.get(at)?.get(words);
  return n === undefined ? undefined : { kind: 'choice', step: at, n };
}

/** Words that say nothing more. */
const POLITE = /^(?:please|prosze|proszę) | (?:please|pls|prosze|proszę)$/g;

/** A command is understood in every language, whichever the talk is in: "delete this" above all. */
function commanded(said: Content, typed: string): ButtonRef | undefined {
  const words = typed.replace(POLITE, '');
  const { locales } = namesIn(said);
  const all = [said, ...said.locales.values()];
  const command = all.map((one) => namesIn(one).commands.get(words)).find((one) => one !== undefined);
  if (command) return { kind: 'command', command };
  const locale = locales.get(words);
  return locale === undefined ? undefined : { kind: 'locale', locale };
}

const LIVES = /^(?:i (?:live|am) in|im in|im from|i am from|from|in|near) /;

/** A place alone, or "I live in" and a place; not a place in the middle of a story. */
const placed = (content: Content, words: string): PlaceId | undefined =>
  namesIn(content).places.get(words.replace(LIVES, ''));

const dialogFor = (content: Content, topic: Topic): DialogId | undefined =>
  [...content.dialogs.values()].find((dialog) => dialog.answers.includes(topic))?.id;

/** What a professional who has been told something gets: no list of signs, but how to refer. */
const REFERRED: ReadonlySet<Topic> = new Set(['other-problem', 'parent-warning-signs', 'what-is-cse']);

/** Worries about a friend, and adults' worries, have dialogs of their own. */
function answerTo(content: Content, topic: Topic, about: About): DialogId | undefined {
  const own = dialogFor(content, topic);
  const fits = own && content.dialogs.get(own)?.for.includes(about.audience);
  if (about.audience === 'young-person') {
    if (about.flagged && about.friend) return dialogFor(content, 'worried-about-friend');
    // A child who tells of a coach is not a member of staff.
    return fits
      ? own
      : dialogFor(content, topic === 'parent-warning-signs' ? 'grooming-signs' : 'talk-to-someone');
  }
  if (about.audience === 'professional' && about.flagged)
    return fits && !REFERRED.has(topic) ? own : dialogFor(content, 'professional-referral');
  // What is said of other problems speaks to young people first; a worried adult gets an adult's page.
  if (fits && !(about.flagged && topic === 'other-problem')) return own;
  if (about.audience !== 'parent') return dialogFor(content, 'report-a-concern');
  return FOR_PARENTS[topic] ?? dialogFor(content, 'parent-warning-signs');
}

/** The dialog that expects just these words, if it is for this reader. */
function expecting(content: Content, about: About): DialogId | undefined {
  const { asked, flagged, friend, audience, known } = about;
  if (!asked || asked.score < (flagged ? ASKED.flagged : ASKED.safe)) return undefined;
  // "It's me, not my friend" names a friend, and takes back what made an adult of them by a guess.
  if (asked.dialog === KNOWN_DIALOGS.aboutMe)
    return audience === 'young-person' || !known ? asked.dialog : undefined;
  if (flagged && friend) return undefined;
  if (content.dialogs.get(asked.dialog)?.for.includes(audience)) return asked.dialog;
  // "I'm a taxi driver" says who speaks: nobody is taken for an adult by less.
  return !flagged && !known && audience === 'young-person' && asked.score >= ASKED.role
    ? asked.dialog
    : undefined;
}

/** The dialogs that it may be about; none in a talk that was urgent, or of words that only the talk makes a worry. */
function guessed(content: Content, about: About): readonly DialogId[] {
  if (about.troubled === 'urgent' || (about.troubled !== 'none' && about.flagged)) return [];
  const near = about.topics.filter(
    ({ topic, score }) =>
      score >= BARS.guess && !NO_GUESS.has(topic) && !(about.troubled !== 'none' && BESIDE_IT.has(topic)),
  );
  return [...new Set(near.flatMap(({ topic }) => answerTo(content, topic, about) ?? []))];
}

function fromTopics(content: Content, about: About): Input {
  const expected = about.answer ? undefined : expecting(content, about);
  if (expected) return { kind: 'answer', dialog: expected };
  const answers = (topic: Topic): DialogId | undefined =>
    about.troubled !== 'none' && BESIDE_IT.has(topic) ? undefined : answerTo(content, topic, about);
  if (about.flagged) {
    const named = about.answer && content.dialogs.get(about.answer)?.id;
    const dialog = named || answers(about.topic);
    if (dialog) return { kind: 'answer', dialog };
  }
  const best = about.topics[0];
  if (best && best.score >= BARS.answer) {
    const dialog = answers(best.topic);
    if (dialog) return { kind: 'answer', dialog };
  }
  const dialogs = guessed(content, about);
  return dialogs.length > 0
    ? { kind: 'guesses', dialogs: dialogs.slice(0, MAX_GUESSES) }
    : { kind: 'unknown' };
}

/**
 * @param at the step that waits for an answer
 * @param about what `assess` said of the typed words
 */
export function understand(content: Content, at: StepRef, heard: Heard, about: About): Input {
  if (heard.choice !== undefined) {
    const button = readButton(content, heard.choice);
    if (button) return { kind: 'button', button };
  }
  if (heard.attachment) return { kind: 'picture' };
  const words = bare(heard.text ?? '');
  // A picture sign came through: some mean something (tears, SOS), of most nobody knows what.
  if (words === '' && !about.flagged)
    return /\p{Extended_Pictographic}/u.test(heard.text ?? '') ? { kind: 'unknown' } : { kind: 'empty' };
  const said = inLocale(content, heard.locale);
  const button = pressed(said, at, words) ?? commanded(said, words) ?? commanded(content, words);
  if (button) return { kind: 'button', button };
  const place = placed(content, words);
  if (place) return { kind: 'place', place };
  return fromTopics(content, about);
}
