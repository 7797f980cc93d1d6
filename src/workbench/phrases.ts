/** Sentences that staff kept, so that no change of words makes the bot deaf to them. */
import { errorIn, type Problem } from '../content/problem.ts';
import { LEVELS } from '../content/schema.ts';
import { type Assessor, assess } from '../risk/assess.ts';
import type { Phrase } from './workbench.ts';

/** Where their problems are shown: they stand in no file. */
const FILE = 'content/risk';

/** What is wrong with how a sentence is judged; undefined: nothing. */
function wrongly({ text, level, topic }: Phrase, assessor: Assessor): string | undefined {
  const seen = assess(assessor, text);
  const lower = LEVELS.indexOf(seen.level) < LEVELS.indexOf(level);
  if (lower || (level === 'none' && seen.level !== 'none'))
    return `"${text}" would be judged ${seen.level}: it must be ${level}`;
  if (topic !== null && seen.topic !== topic)
    return `"${text}" would be taken for ${seen.topic}: it must be ${topic}`;
  return undefined;
}

/** A higher level than was asked for is no mistake, but where nothing should be seen. */
export const checkPhrases = (phrases: readonly Phrase[], assessor: Assessor): Problem[] =>
  phrases.flatMap((phrase) => {
    const what = wrongly(phrase, assessor);
    const mend = 'mend the words that you changed, or take the kept sentence back, with a reason';
    return what === undefined ? [] : [errorIn(FILE)(1, what, mend, [])];
  });
