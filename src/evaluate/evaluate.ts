/** The whole measurement, section by section. */
import { type Part, readClassesText, readExamples } from '../examples.ts';
import type { Library } from '../library.ts';
import { readClasses, type WordClasses } from '../risk/model/classes.ts';
import { ablationSection } from './ablation.ts';
import { calibrationSection, comparisonSection } from './comparison.ts';
import { curveSection } from './curve.ts';
import { crossFolds } from './folds.ts';
import { groupsSection } from './groups.ts';
import { levelsSection } from './levels.ts';
import { missesSection } from './misses.ts';
import { openingSection } from './opening.ts';
import { type Measured, readPart } from './part.ts';
import { judgeFull, learnFrom, type Study, type Trial } from './predict.ts';
import { summary, type Verdict } from './verdict.ts';

export interface Options {
  readonly part: Part;
  /** Which sections to add. Only the misses show texts. */
  readonly misses: boolean;
  readonly curve: boolean;
  readonly ablation: boolean;
}

/** The evaluation part is measured by the library's own model; the training messages each by one that has not seen them. */
function trialsFor(
  { assessor }: Library,
  { part, messages }: Measured,
  root: string,
  classes: WordClasses,
  progress: (doing: string) => void,
): Trial[] {
  if (part === 'evaluation') {
    const { examples } = readExamples(root).parse();
    return [{ learn: examples, measure: messages, model: assessor.model }];
  }
  return crossFolds(messages).map((fold, n, { length }) => {
    progress(`training ${n + 1} of ${length}`);
    return { ...fold, model: learnFrom(assessor, classes, fold.learn) };
  });
}

/**
 * Measures and prints as it goes.
 * @param root the folder that holds dialogs/ and content/
 * @param progress hears what is being done
 * @returns section after section to print; at the end every bar that was tried
 * @throws ContentError when the messages or the second labels are wrong
 */
export function* evaluate(
  root: string,
  library: Library,
  options: Options,
  progress: (doing: string) => void,
): Generator<string, readonly Verdict[]> {
  const measured = readPart(root, options.part);
  yield openingSection(measured);
  const classes = readClasses(readClassesText(root));
  const study: Study = {
    content: library.content,
    rules: { ...library.assessor, model: undefined },
    classes,
    trials: trialsFor(library, measured, root, classes, progress),
    progress,
  };
  progress(`assessing ${measured.messages.length} messages`);
  const judged = judgeFull(study);
  const levels = levelsSection(judged, measured.second);
  yield levels.text;
  yield groupsSection(judged);
  yield calibrationSection(judged);
  const comparison = comparisonSection(study, judged);
  yield comparison.text;
  if (options.misses) yield missesSection(judged);
  if (options.curve) yield curveSection(study, judged);
  if (options.ablation) yield ablationSection(study, judged);
  const verdicts = [...levels.verdicts, ...comparison.verdicts];
  yield summary(verdicts);
  return verdicts;
}
