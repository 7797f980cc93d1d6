/** The table of needs in deploy/needs.md is true: what it names is there, is reached, and ends in people to ring. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cardsOnEntering } from '../../src/content/helps.ts';
import type { StepRef } from '../../src/content/model.ts';
import { ROOT, realLibrary } from '../library.ts';
import { replay } from '../transcripts/transcript.ts';

const rows = readFileSync(join(ROOT, 'deploy/needs.md'), 'utf8')
  .split('\n')
  .map((line) => /^\| (.+?) \| `(.+?)` \| `(.+?)` \| (.+?) \|$/.exec(line))
  .flatMap((found) =>
    found
      ? [
          {
            need: found[1] as string,
            begins: found[2] as StepRef,
            ends: found[3] as StepRef,
            files: [...(found[4] as string).matchAll(/`(.+?)`/g)].map((one) => one[1] as string),
          },
        ]
      : [],
  );

const visited = new Map<string, Promise<ReadonlySet<StepRef>>>();
const visitedIn = (file: string): Promise<ReadonlySet<StepRef>> => {
  const known =
    visited.get(file) ??
    replay(readFileSync(join(ROOT, 'tests/transcripts', file), 'utf8')).then((played) => played.visited);
  visited.set(file, known);
  return known;
};

it('has a row for every need', () => {
  expect(rows.length).toBeGreaterThanOrEqual(80);
  expect(new Set(rows.map(({ need }) => need)).size).toBe(rows.length);
});

it.each(rows)('$need', async ({ begins, ends, files }) => {
  const { content } = realLibrary();
  expect(content.steps.has(begins)).toBe(true);
  expect(cardsOnEntering(content, ends)).not.toEqual([]);
  const steps = (await Promise.all(files.map(visitedIn))).flatMap((one) => [...one]);
  expect(steps).toContain(begins);
  expect(steps).toContain(ends);
});
