/** A sentence of the interface keeps the gaps that are filled in: without {number} a card would have no number. */
import { expect, it } from 'vitest';
import { checkRegistry } from '../../src/content/checks/registry.ts';
import { readFiles } from '../../src/content/files.ts';
import { inMemory } from '../../src/content/texts.ts';
import { UI_GAPS } from '../../src/content/ui-keys.ts';
import { shippedFiles } from '../../src/store/shipped.ts';
import { ROOT } from '../library.ts';

const UI = 'content/ui.yaml';
const files = await shippedFiles(ROOT);
const said = (from: string, to: string): string[] => {
  const text = (files[UI] ?? '').replace(from, to);
  if (from && text === files[UI]) throw new Error(`${from} is not there any more`);
  return checkRegistry(readFiles(inMemory({ ...files, [UI]: text })))
    .filter(({ file }) => file === UI)
    .map(({ path, what, mend }) => `${path?.join('.')}: ${what}: ${mend}`);
};

it('as it ships, each has its own', () => {
  expect(said('', '')).toEqual([]);
  const gaps = new Set([...(files[UI] ?? '').matchAll(/^ {2}([a-z0-9-]+): .*\{/gm)].map((one) => one[1]));
  gaps.delete('help');
  for (const command of ['back', 'start-again', 'menu', 'delete-this', 'numbers']) gaps.delete(command);
  expect([...gaps].sort()).toEqual(Object.keys(UI_GAPS).sort());
});

it.each([
  ['lost', 'Call {number}', 'Call now', 'texts.call', 'it needs {number}'],
  ['another', 'Call {number}', 'Call {nummer}', 'texts.call', 'it needs {number}'],
  ['too many', 'Free to use.', 'Free {number}.', 'texts.card-free', 'it needs none'],
])('a gap that is %s is named', (_, from, to, at, mend) => {
  const key = at.replace('texts.', '');
  expect(said(from, to)).toEqual([`${at}: the gaps of "${key}" are not those that are filled in: ${mend}`]);
});

it('the other way round, or twice, is well', () => {
  expect(said('Text {word} to {number}', 'To {number}, text {word}. {word}!')).toEqual([]);
});
