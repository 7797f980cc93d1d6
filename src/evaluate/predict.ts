/** What is measured and by which assessors: every message is assessed by a model that never saw its voice. */
import type { Content } from '../content/model.ts';
import type { Placed } from '../examples.ts';
import { type Assessor, assess } from '../risk/assess.ts';
import type { WordClasses } from '../risk/model/classes.ts';
import { type Model, trainModel } from '../risk/model/model.ts';
import { readClauses } from '../risk/read.ts';
import type { Scored } from './calibration.ts';
import { type Fold, shareOfVoices } from './folds.ts';
import type { Judged } from './rates.ts';

/** A fold with the model learnt in it; without messages to learn from there is none. */
export interface Trial extends Fold {
  readonly model: Model | undefined;
}

export interface Study {
  readonly content: Content;
  /** The assessor without a model. */
  readonly rules: Assessor;
  /** The groups of words that every model learns with. */
  readonly classes: WordClasses;
  readonly trials: readonly Trial[];
  /** Hears what is being done: it takes minutes. */
  readonly progress: (doing: string) => void;
}

/** Trains the model as the library does. */
export const learnFrom = (
  { lexicon }: Assessor,
  classes: WordClasses,
  messages: readonly Placed[],
): Model | undefined =>
  messages.length === 0 ? undefined : trainModel(messages, (text) => readClauses(lexicon, text), classes);

const same = (text: string): string => text;

/**
 * Assesses every message.
 * @param assessorOf the assessor for a trial
 * @param change what is done to a text beforehand
 * @returns in the order of the trials, so that two runs can be paired
 */
export function judge(study: Study, assessorOf: (trial: Trial) => Assessor, change = same): Judged[] {
  return study.trials.flatMap((trial) => {
    const assessor = assessorOf(trial);
    return trial.measure.map((message) => ({ message, found: assess(assessor, change(message.text)) }));
  });
}

/** The assessment as it is. */
export const judgeFull = (study: Study): Judged[] => judge(study, ({ model }) => ({ ...study.rules, model }));

/** The assessment with a model that learnt from a share of the voices. */
export function judgeShare(study: Study, share: number): Judged[] {
  return judge(study, ({ learn }) => ({
    ...study.rules,
    model: learnFrom(study.rules, study.classes, shareOfVoices(learn, share)),
  }));
}

/** The scores beside what they should see. */
export const scoresOf = (judged: readonly Judged[]): Scored[] =>
  judged.map(({ message, found }) => ({ score: found.score, risky: message.level !== 'none' }));
