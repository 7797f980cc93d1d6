/** What cannot be drawn is named before it is published. */
import { expect, it } from 'vitest';
import type { Content } from '../../src/content/model.ts';
import { undrawn } from '../../src/workbench/drawing.ts';
import { TUESDAY_TEN } from '../bot.ts';
import { realLibrary } from '../library.ts';

const { content } = realLibrary();
const said = async (other: Partial<Content>) =>
  (await undrawn({ ...content, ...other }, TUESDAY_TEN)).map(({ file, what }) => `${file}: ${what}`);

it('draws all that ships', async () => {
  expect(await said({})).toEqual([]);
});

it('names the page on which a day is none, whenever it would be shown', async () => {
  const [first] = content.news;
  if (!first) throw new Error('no news ships');
  const piece = {
    ...first,
    kind: 'event',
    on: '2027-10-45',
    from: '2027-12-01',
    until: '2028-12-01',
  } as const;
  expect(await said({ news: [piece] })).toContain('content/news: the page /news cannot be drawn');
});

it('names a page whose words are gone', async () => {
  const page = content.pages.get('parents');
  if (!page) throw new Error('no such page');
  const broken = { ...page, blocks: undefined as unknown as typeof page.blocks };
  expect(await said({ pages: new Map([...content.pages, ['parents', broken]]) })).toEqual([
    'content/pages/parents.md: the page /parents cannot be drawn',
  ]);
});
