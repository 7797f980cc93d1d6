/** Whatever staff change: what the check lets through never leaves anybody without help. */
import { expect, it } from 'vitest';
import { assemble } from '../../src/content/assemble.ts';
import { checkDialogs } from '../../src/content/checks/dialogs.ts';
import { checkRegistry } from '../../src/content/checks/registry.ts';
import { type ContentFiles, readFiles } from '../../src/content/files.ts';
import type { Content } from '../../src/content/model.ts';
import { onDisk } from '../../src/content/texts.ts';
import { farFromHelp } from '../../src/ways.ts';
import { ROOT } from '../library.ts';
import { edited } from './edits.ts';
import { type Judge, judgeOf, withoutHelp } from './oracle.ts';
import { chance, LONG } from './random.ts';

const SEQUENCES = Number(process.env.CHAOS_N) || (LONG ? 10_000 : 1_500);

/** What a publish looks at to tell whether help is there: the product's own checks. */
function passed(files: ContentFiles): Content | null {
  if ([...checkDialogs(files), ...checkRegistry(files)].some(({ grade }) => grade === 'error')) return null;
  const content = assemble(files, true);
  return farFromHelp(content).length === 0 ? content : null;
}

it(`${SEQUENCES} random edits: none that is let through takes help away`, () => {
  const random = chance();
  // Other languages are the same steps and buttons in other words.
  const files = { ...readFiles(onDisk(ROOT)), overlays: [] };
  const judges = new WeakMap<object, WeakMap<object, Judge>>();
  const judgeFor = ({ services, places }: ContentFiles, content: Content): Judge => {
    const known = judges.get(services.value) ?? new WeakMap<object, Judge>();
    judges.set(services.value, known);
    const judge = known.get(places.value) ?? judgeOf(content);
    known.set(places.value, judge);
    return judge;
  };
  const tally = { accepted: 0, refused: 0 };
  const wrong: { done: readonly string[]; found: readonly string[] }[] = [];
  for (let n = 0; n < SEQUENCES; n += 1) {
    const { files: changed, done } = edited(files, random);
    const content = changed && passed(changed);
    if (!changed || !content) {
      tally.refused += 1;
      continue;
    }
    tally.accepted += 1;
    const found = withoutHelp(content, judgeFor(changed, content));
    if (found.length > 0) wrong.push({ done, found });
  }
  console.info(`seed ${random.seed}:`, tally);
  expect(wrong).toEqual([]);
  expect(tally.accepted).toBeGreaterThan(SEQUENCES / 5);
  expect(tally.refused).toBeGreaterThan(SEQUENCES / 5);
}, 900_000);
