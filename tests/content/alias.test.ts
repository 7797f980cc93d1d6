/** YAML's aliases: a text that begins with * is told as a mistake, where it stands. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { plainValue, readYaml } from '../../src/content/yaml.ts';

const schema = z.record(z.string(), z.unknown());

it.each([
  ['that names nothing', 'id: a\nsay: *gift\n', [2]],
  ['that names something', 'id: &gift a\nsay: *gift\nmore:\n  - *gift\n', [2, 4]],
])('an alias %s is a problem with its line', (_, text, lines) => {
  const read = readYaml('dialogs/a.yaml', text, schema);
  if (!('problems' in read)) throw new Error('it was taken');
  expect(read.problems.map(({ line }) => line)).toEqual(lines);
  expect(read.problems.every(({ grade, what }) => grade === 'error' && what !== '')).toBe(true);
  expect(plainValue(text)).toBeUndefined();
});
