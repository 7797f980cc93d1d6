/** `npm run -s evaluate`: how well the assessment does on messages that nobody trained with, as tables. */
import { parseArgs } from 'node:util';
import { ContentError } from '../content/problem.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { openOrExit } from './open.ts';

const USAGE = `usage: npm run -s evaluate [-- options]
  --part evaluation|training  what to measure (evaluation); training is cross-validated by voice
  --misses                    also print each miss, with its text
  --curve                     also print the learning curve
  --ablation                  also print what each part of the assessment is worth, as Markdown
  --strict                    exit with 1 when a bar is missed`;

function optionsOrExit() {
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({
      options: {
        part: { type: 'string', default: 'evaluation' },
        misses: flag,
        curve: flag,
        ablation: flag,
        strict: flag,
      },
    });
    const { part } = values;
    if (part !== 'evaluation' && part !== 'training') throw new Error(`There is no part "${part}".`);
    return { ...values, part } as const;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
    return process.exit(2);
  }
}

const options = optionsOrExit();
const root = process.cwd();
const progress = (doing: string): void => {
  process.stderr.write(`${doing}...\n`);
};
progress('opening the content and the model');
const report = evaluate(root, openOrExit(root), options, progress);
try {
  let part = report.next();
  for (; !part.done; part = report.next()) console.log(`${part.value}\n`);
  if (options.strict && part.value.some(({ met }) => !met)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
