/**
 * What risk does this message show, and what is it about? Pure, never throws, linear in the length.
 * First version: the lexicon alone; a trained model joins it as a second voice, and the higher level wins.
 */
import type { Content, Level, Topic, Variant } from '../content/model.ts';
import { LEVELS } from '../content/schema.ts';
import { type AsksIndex, indexAsks, rankAsks } from './asks.ts';
import { maskIdioms } from './idioms.ts';
import { compileLexicon, type Lexicon, type Pattern } from './lexicon.ts';
import { Found, type Span } from './match.ts';
import { type Clause, normalise } from './normalise.ts';
import { type About, type Speaker, whoSpeaks } from './who.ts';

/** Why a level was given, for editors: the rule and the words of the message that made it fire. */
export interface Reason {
  readonly rule: string;
  readonly words: readonly string[];
}

export interface Assessment {
  readonly level: Level;
  /** Which urgent card fits; null unless urgent. */
  readonly variant: Variant | null;
  readonly topic: Topic;
  /** Best first, each with a score of 0 to 1; never empty. */
  readonly topics: readonly { readonly topic: Topic; readonly score: number }[];
  readonly speaker: Speaker;
  readonly about: About;
  /** 0 to 1; not yet calibrated: a fixed value for each level. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** The last signals of this conversation: never text. */
export interface Context {
  readonly signals: readonly { readonly level: Level; readonly topic: Topic }[];
}

export interface Assessor {
  readonly lexicon: Lexicon;
  readonly asks: AsksIndex;
}

/** Compiles the content's risk words once. Lines that do not compile are left out; the content check reports them. */
export function createAssessor(content: Content): Assessor {
  const { lexicon } = compileLexicon(content.risk);
  return { lexicon, asks: indexAsks(content, lexicon.vocabulary) };
}

const SCORES: Readonly<Record<Level, number>> = { none: 0.05, concern: 0.7, urgent: 0.95 };
/** A rule's topic counts more than any likeness to an example. */
const RULE_SCORE: Readonly<Record<Level, number>> = { none: 0.6, concern: 0.85, urgent: 0.95 };

interface Hit {
  readonly pattern: Pattern;
  readonly words: readonly string[];
}

const wordsAt = (message: string, clause: Clause, { from, to }: Span): string => {
  const [first, last] = [clause[from], clause[to - 1]];
  return first && last ? message.slice(first.from, last.to) : '';
};

/** Whether the lines are all found in one clause (or anywhere), clauses with an `unless` left out; the words that made it so. */
function fires(pattern: Pattern, message: string, clauses: readonly Clause[], found: readonly Found[]): Hit | undefined {
  const { entry, all, unless, never } = pattern;
  const [first] = all;
  if (!first || !found.some((clause) => clause.find(first))) return undefined;
  if (never.some((line) => found.some((clause) => clause.find(line)))) return undefined;
  const open = [...found.keys()].filter((n) => !unless.some((line) => found[n]?.find(line)));
  for (const group of entry.within === 'message' ? [open] : open.map((n) => [n])) {
    const words: string[] = [];
    const hit = all.every((line) =>
      group.some((n) => {
        const span = found[n]?.find(line);
        if (span) words.push(wordsAt(message, clauses[n] as Clause, span));
        return span !== undefined;
      }),
    );
    if (hit) return { pattern, words };
  }
  return undefined;
}

function rankTopics(hits: readonly Hit[], asked: ReadonlyMap<Topic, number>): { topic: Topic; score: number }[] {
  const scores = new Map(asked);
  for (const { pattern } of hits) {
    const { topic, level } = pattern.entry;
    scores.set(topic, Math.max(scores.get(topic) ?? 0, RULE_SCORE[level]));
  }
  return [...scores]
    .map(([topic, score]) => ({ topic, score: Math.round(score * 1000) / 1000 }))
    .sort((a, b) => b.score - a.score);
}

/** The rule that names the level: the highest, then the one that needed most. */
const strongest = (hits: readonly Hit[]): Hit | undefined =>
  [...hits].sort(
    (a, b) =>
      LEVELS.indexOf(b.pattern.entry.level) - LEVELS.indexOf(a.pattern.entry.level) ||
      b.pattern.all.length - a.pattern.all.length,
  )[0];

/**
 * What a message means after the signals before it: a weak sign (a rule of level none) that follows risk is a
 * concern. Pure; the message itself is not needed again.
 */
export function inContext(seen: Assessment, { signals }: Context): Assessment {
  const weak = seen.level === 'none' && seen.reasons.length > 0;
  if (!weak || !signals.some((signal) => signal.level !== 'none')) return seen;
  return { ...seen, level: 'concern', score: SCORES.concern };
}

/**
 * @param message what was typed; of more than 10,000 characters both ends are read
 * @param context the last signals of the conversation
 */
export function assess(assessor: Assessor, message: string, context: Context = { signals: [] }): Assessment {
  const { lexicon } = assessor;
  const plain = normalise(message, lexicon.vocabulary);
  const clauses = plain.map((clause) => maskIdioms(clause, lexicon));
  const found = clauses.map((clause) => new Found(clause.map((token) => token.word), lexicon.concepts));
  const hits = lexicon.patterns.flatMap((pattern) => fires(pattern, message, clauses, found) ?? []);
  const first = strongest(hits);
  const who = whoSpeaks(found);
  const level: Level = first?.pattern.entry.level ?? 'none';
  const topics = rankTopics(hits, rankAsks(assessor.asks, plain));
  const adult = who.speaker !== 'child' && who.speaker !== 'other';
  const variant = level === 'urgent' ? (adult ? 'child-now' : (first?.pattern.entry.variant ?? 'danger')) : null;
  const alone: Assessment = {
    level,
    variant,
    topic: level !== 'none' && first ? first.pattern.entry.topic : (topics[0]?.topic ?? 'off-topic'),
    topics: topics.length > 0 ? topics : [{ topic: 'off-topic', score: 0 }],
    speaker: who.speaker,
    about: first?.pattern.entry.about ?? who.about,
    score: SCORES[level],
    reasons: hits.map(({ pattern, words }) => ({ rule: pattern.entry.id, words })),
  };
  return inContext(alone, context);
}
