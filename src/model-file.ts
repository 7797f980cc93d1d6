/**
 * The trained model on disk: trained once for these examples and this lexicon, and kept under their hash, so that
 * a start only reads it. Where it cannot be kept it is trained again; where it cannot be had the rules work alone.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { keep, keptAt } from './content/kept.ts';
import type { RiskWords } from './content/model.ts';
import { readClassesText, readExamples } from './examples.ts';
import type { Lexicon } from './risk/lexicon.ts';
import { readClasses } from './risk/model/classes.ts';
import { type Model, trainModel } from './risk/model/model.ts';
import { packModel, unpackModel } from './risk/model/pack.ts';
import { readClauses } from './risk/read.ts';

/** Raised when the training itself changes, so that an older model is not taken for this one. */
const TRAINER = 9;
/** What the model was taught with, and how words are read. A new phrase or idiom needs no new training. */
function hashOf(messages: string, classes: string, { words, emoji }: RiskWords): string {
  const of = JSON.stringify([TRAINER, messages, classes, words, emoji]);
  return createHash('sha256').update(of).digest('hex').slice(0, 16);
}

function kept(path: string): Model | undefined {
  try {
    return unpackModel(readFileSync(path));
  } catch {
    return undefined;
  }
}

/**
 * @param root the folder with the messages to learn from
 * @returns the model for these messages, or undefined where there are none
 */
export function modelFor(root: string, lexicon: Lexicon, words: RiskWords): Model | undefined {
  const [examples, classes] = [readExamples(root), readClassesText(root)];
  const name = `model-${hashOf(examples.hash, classes, words)}.bin`;
  const known = kept(keptAt(name));
  if (known) return known;
  // A line that is wrong is named by the check; it must not cost us all the others.
  const { examples: lines } = examples.parse();
  if (lines.length === 0) return undefined;
  try {
    const model = trainModel(lines, (text) => readClauses(lexicon, text), readClasses(classes));
    keep(name, packModel(model));
    return model;
  } catch {
    return undefined; // too little memory, say: the health page tells that the rules work alone
  }
}
