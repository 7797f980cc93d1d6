/** The drawing of all dialogs in deploy/ is the one that the dialogs give. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MAP_FILE, mapOf } from '../../src/cli/map.ts';
import { ROOT, realLibrary } from '../library.ts';

it('is current: npm run talk -- --map writes it afresh', () => {
  const drawn = mapOf(realLibrary().content);
  expect(drawn === readFileSync(join(ROOT, MAP_FILE), 'utf8')).toBe(true);
  for (const id of realLibrary().content.dialogs.keys()) expect(drawn).toContain(`(${id})`);
  expect(drawn).not.toContain('<script');
});
