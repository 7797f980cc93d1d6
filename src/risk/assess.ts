/**
 * What risk does this message show, and what is it about? Pure, never throws, linear in the length.
 * Two voices: the rules of the lexicon, and a model trained on examples. The higher level wins.
 */
import type { Content, DialogId, Level, Topic, Variant } from '../content/model.ts';
import { LEVELS } from '../content/schema.ts';
import { type AsksIndex, indexAsks, rankAsks } from './asks.ts';
import { compileLexicon, type Lexicon } from './lexicon.ts';
import { SAYS_LITTLE } from './lexicon-lines.ts';
import { unmarked } from './marks.ts';
import { type Guess, guess, type Model, tellingWords } from './model/model.ts';
import type { Clause } from './normalise.ts';
import { logOdds, probabilityOf } from './odds.ts';
import { type Reading, readMessage } from './read.ts';
import { byStrength, firing, type Hit } from './rules.ts';
import { type Ranked, rankTopics } from './topics.ts';
import { type About, isAdult, type Speaker, whoSpeaks } from './who.ts';

/** Why a level was given, for editors: the rule (or `model`) and the words of the message that spoke for it. */
export interface Reason {
  readonly rule: string;
  readonly words: readonly string[];
}

export interface Assessment {
  readonly level: Level;
  /** Which urgent card fits; null unless urgent. */
  readonly variant: Variant | null;
  readonly topic: Topic;
  /** The dialog that a rule names, where it is not the topic's own; the level then is the rule's. */
  readonly answer: DialogId | null;
  /** The language of the strongest rule, where it is not English: two letters, such as pl. */
  readonly language: string | null;
  /** The dialog whose own examples of what people type are nearest, and how near (cosine, 0 to 1). */
  readonly asked: { readonly dialog: DialogId; readonly score: number } | null;
  /** Best first, each with a score of 0 to 1; never empty. */
  readonly topics: Ranked;
  readonly speaker: Speaker;
  /** The words themselves say who speaks; else it is a guess. */
  readonly speakerSure: boolean;
  /** The level that the rules alone give. */
  readonly ruled: Level;
  readonly about: About;
  /** 0 to 1: the share of messages with this score that show some risk (calibrated on voices left out). */
  readonly score: number;
  /** Not enough for a flag by itself, too much to forget: with another such sign it is a concern. */
  readonly weak: boolean;
  readonly reasons: readonly Reason[];
}

/** The last signals of this conversation, weak ones with level none: never text. */
export interface Context {
  readonly signals: readonly { readonly level: Level; readonly topic: Topic }[];
}

export interface Assessor {
  readonly lexicon: Lexicon;
  readonly asks: AsksIndex;
  /** Without it the rules work alone. */
  readonly model: Model | undefined;
}

/** Compiles the content's risk words once. Lines that do not compile are left out; the content check reports them. */
export function createAssessor(content: Content, model?: Model): Assessor {
  const lexicon = compileLexicon(content.risk);
  return { lexicon, asks: indexAsks(content, lexicon.vocabulary), model };
}

/**
 * From these probabilities on the model's voice counts (compared by leaving out whole voices). It is urgent where
 * some risk is likely, and urgent is a good share of it: a message that is one or the other is better met as urgent.
 */
export const BARS = { flagged: 0.55, weak: 0.45, urgent: { flagged: 0.6, share: 0.33 } } as const;
/** How much lower the bars are for a message with marks: what they took out may have spoken for more. */
const EASE = { flagged: 0.09, share: 0.18 } as const;
const NO_EASE = { flagged: 0, share: 0 } as const;
type Ease = { readonly flagged: number; readonly share: number };
/**
 * What the model's probability of any risk is worth, by what the rules say: logistic curves fitted on voices left out
 * (47,000 messages, November 2026). Where the model hears nothing, a concern by rule alone was right in one of eighteen.
 */
const CURVES: Readonly<Record<Level, { readonly slope: number; readonly shift: number }>> = {
  none: { slope: 1.39, shift: -0.4 },
  concern: { slope: 1.29, shift: 0.3 },
  urgent: { slope: 1.07, shift: 0.85 },
};
/** How often a message is a risk when a rule says so, without a model to ask (measured on the same messages). */
const RULE_IS_RIGHT: Readonly<Record<Level, number>> = { none: 0, concern: 0.85, urgent: 0.93 };
const TELLING_WORDS = 3;
/**
 * Below this the model's urgent card is wrong more often than right (on voices left out 41% for suicide, 33% for hurt):
 * the card for danger says nothing untrue to any of them. Not where it is about self-harm: an overdose must be told so.
 */
const SURE_OF_CARD = 0.5;

const levelOf = (seen: Guess | undefined, ease: Ease): Level => {
  if (!seen) return 'none';
  const { urgent } = BARS;
  if (
    seen.flagged >= urgent.flagged - ease.flagged &&
    seen.urgent >= (urgent.share - ease.share) * seen.flagged
  )
    return 'urgent';
  return seen.flagged >= BARS.flagged - ease.flagged ? 'concern' : 'none';
};

/** The share of messages with a risk among those of which the rules and the model say this. */
function calibrated(ruled: Level, seen: Guess | undefined): number {
  if (!seen) return RULE_IS_RIGHT[ruled];
  const { slope, shift } = CURVES[ruled];
  return probabilityOf(slope * logOdds(seen.flagged, 0.001) + shift);
}

const higher = (a: Level, b: Level): Level => (LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b);

/**
 * The card that most urgent rules name; the strongest rule's where they are even. An adult's rule that fires on a
 * child's words has no say: that card speaks of a child, not to one.
 */
function ruledVariant(hits: readonly Hit[]): Variant | undefined {
  const urgent = hits.filter(({ pattern }) => pattern.entry.level === 'urgent');
  const votes = new Map<Variant, number>();
  for (const hit of byStrength(urgent)) {
    const { variant } = hit.pattern.entry;
    if (variant && variant !== 'child-now') votes.set(variant, (votes.get(variant) ?? 0) + 1);
  }
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0];
}

const isSureOfCard = ({ variant, topics }: Guess): boolean =>
  variant.score >= SURE_OF_CARD ||
  topics.reduce((a, b) => (b.score > a.score ? b : a)).topic === 'self-harm-suicide';

/** The urgent card: an adult's for an adult; else the one that the rules name; else the likeliest. */
function variantOf(
  level: Level,
  adult: boolean,
  hits: readonly Hit[],
  seen: Guess | undefined,
): Variant | null {
  if (level !== 'urgent') return null;
  if (adult) return 'child-now';
  const learnt = seen && seen.variant.is !== 'child-now' && isSureOfCard(seen) ? seen.variant.is : 'danger';
  return ruledVariant(hits) ?? learnt;
}

/** What a message means after the signals before it: a weak sign that follows another sign is a concern. Pure. */
export function inContext(seen: Assessment, { signals }: Context): Assessment {
  return seen.weak && signals.length > 0 ? { ...seen, level: 'concern', weak: false } : seen;
}

/** Whether any of it is a word: what the model makes of a cat on the keyboard is no topic. */
const isReadable = ({ vocabulary }: Lexicon, clauses: readonly Clause[]): boolean =>
  clauses.some((clause) =>
    clause.some(({ word }) => vocabulary.known.has(word) || vocabulary.spelling.isWord(word)),
  );

/** Whether there is nothing here to guess from, such as "i don't know": the rules speak alone. */
const saysLittle = ({ found }: Reading): boolean => found.every((clause) => clause.has(SAYS_LITTLE));

/**
 * @param message what was typed; of more than 10,000 characters both ends are read
 * @param context the last signals of the conversation
 */
export function assess(assessor: Assessor, message: string, context: Context = { signals: [] }): Assessment {
  const bare = unmarked(message);
  // What is left where a detail was taken out ("my insta is [handle]") is not half of something worse.
  if (bare === message || saysLittle(readMessage(assessor.lexicon, bare)))
    return inContext(assessAlone(assessor, bare, NO_EASE), context);
  const [marked, without] = [message, bare].map((one) => assessAlone(assessor, one, EASE)) as Pair;
  return inContext(higher(marked.level, without.level) === marked.level ? marked : without, context);
}
type Pair = [Assessment, Assessment];

function assessAlone(assessor: Assessor, message: string, ease: Ease): Assessment {
  const { lexicon, model } = assessor;
  const reading = readMessage(lexicon, message);
  const hits = firing(lexicon, message, reading.clauses, reading.found);
  const [first, ...others] = byStrength(hits);
  const little = saysLittle(reading);
  const seen = model && !little ? guess(model, reading) : undefined;
  const learnt = levelOf(seen, ease);
  const ruled = first?.pattern.entry.level ?? 'none';
  // A rule that names its own answer knows whose harm it is: the urgent card would comfort the wrong person.
  const naming =
    ruled === 'concern'
      ? [first, ...others].find((hit) => hit?.pattern.entry.answer)?.pattern.entry
      : undefined;
  const level = naming ? 'concern' : higher(ruled, learnt);
  const language = first?.pattern.entry.language ?? null;
  // The model has learnt English: what it makes of another language is no topic.
  const likely = !language && (level !== 'none' || isReadable(lexicon, reading.plain)) ? seen : undefined;
  const asked = rankAsks(assessor.asks, little ? [] : reading.plain);
  const topics = rankTopics(hits, asked.topics, likely, level !== 'none');
  const topic = naming?.topic ?? topics[0]?.topic ?? 'off-topic';
  const who = whoSpeaks(reading.found, seen);
  const adult = isAdult(who.speaker);
  const reasons: Reason[] = hits.map(({ pattern, words }) => ({ rule: pattern.entry.id, words }));
  if (model && seen && learnt !== 'none') {
    const words = tellingWords(model, seen.part, TELLING_WORDS);
    reasons.push({ rule: 'model', words: words.map(({ from, to }) => message.slice(from, to)) });
  }
  return {
    level,
    variant: variantOf(level, adult, hits, seen),
    topic,
    answer: (naming?.answer as DialogId | undefined) ?? null,
    language,
    asked: asked.nearest,
    topics,
    speaker: who.speaker,
    speakerSure: who.sure,
    ruled,
    about: first?.pattern.entry.about ?? who.about,
    score: Math.round(calibrated(ruled, seen) * 1000) / 1000,
    weak: level === 'none' && (seen?.flagged ?? 0) >= BARS.weak,
    reasons,
  };
}
