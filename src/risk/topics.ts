/** What a message is about: rules, the model and the likeness to what people ask, each adding to the score of a topic. */
import type { Level, Topic } from '../content/model.ts';
import type { Guess } from './model/model.ts';
import type { Hit } from './rules.ts';

export type Ranked = readonly { readonly topic: Topic; readonly score: number }[];

/**
 * How far each voice is trusted, compared on five voices that no rule and no weight had seen (November 2026):
 * right in the first place 39%, in the first three 64%. Only a close likeness counts: it is raised to a power.
 */
const TRUST = { asks: 0.9, closeness: 3, model: 1 } as const;
const RULE: Readonly<Record<Level, number>> = { none: 0.3, concern: 0.1, urgent: 0.1 };
/** Where the model is silent (another language, too few words) a rule knows best. */
const RULE_ALONE = 0.8;

/** Topics that answer no risk: a flagged message is about one of these only when nothing else is likely at all. */
const NEUTRAL: ReadonlySet<Topic> = new Set([
  'greeting',
  'thanks-bye',
  'about-the-bot',
  'off-topic',
  'privacy-of-this-chat',
  'what-is-cse',
  'consent-and-law',
]);
const NEUTRAL_SHARE = 0.1;

/** @returns topics with a score of 0 to 1, best first; never empty */
export function rankTopics(
  hits: readonly Hit[],
  asked: ReadonlyMap<Topic, number>,
  guess: Guess | undefined,
  flagged: boolean,
): Ranked {
  /** The share of doubt that is left; each voice takes its part of it away. */
  const doubt = new Map<Topic, number>();
  const believe = (topic: Topic, part: number): void => {
    doubt.set(topic, (doubt.get(topic) ?? 1) * (1 - part));
  };
  for (const [topic, likeness] of asked) believe(topic, TRUST.asks * likeness ** TRUST.closeness);
  const ruled = new Map<Topic, number>();
  for (const { pattern } of hits) {
    const { topic, level } = pattern.entry;
    ruled.set(topic, Math.max(ruled.get(topic) ?? 0, guess ? RULE[level] : RULE_ALONE));
  }
  for (const [topic, part] of ruled) believe(topic, part);
  for (const { topic, score } of guess?.topics ?? []) if (score >= 0.01) believe(topic, TRUST.model * score);
  const ranked = [...doubt]
    .map(([topic, left]) => {
      const share = flagged && NEUTRAL.has(topic) ? NEUTRAL_SHARE : 1;
      return { topic, score: Math.round((1 - left) * share * 1000) / 1000 };
    })
    .sort((a, b) => b.score - a.score);
  return ranked.length > 0 ? ranked : [{ topic: 'off-topic', score: 0 }];
}
