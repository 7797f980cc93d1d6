/** A file is called as what stands in it; no language takes the words by which people ask for help. */
import { describe, expect, it } from 'vitest';
import { checkNames } from '../../src/content/checks/names.ts';
import { readFiles } from '../../src/content/files.ts';
import { inMemory } from '../../src/content/texts.ts';
import { shippedFiles } from '../../src/store/shipped.ts';
import { ROOT } from '../library.ts';

const shipped = await shippedFiles(ROOT);
const LOCALES = 'content/locales.yaml';
const found = (files: Readonly<Record<string, string>>): string[] =>
  checkNames(readFiles(inMemory({ ...shipped, ...files }))).map(({ file, what }) => `${file}: ${what}`);
const text = (path: string): string => shipped[path] ?? '';
const languages = (from: string, to: string): string[] =>
  found({ [LOCALES]: text(LOCALES).replace(from, to) });

describe('the name of a file', () => {
  it.each([
    ['dialogs/x1.yaml', text('dialogs/menu.yaml').replace('id: menu', 'id: places'), 'places'],
    ['content/pl/dialogs/x1.yaml', text('content/pl/dialogs/immediate-danger.yaml'), 'immediate-danger'],
    [
      'content/pages/x1.md',
      text('content/pages/parents.md').replace('id: parents', 'id: mothers'),
      'mothers',
    ],
    ['content/news/x1.md', text('content/news/about-signpost.md'), 'about-signpost'],
  ])('%s says what stands in it', (path, written, id) => {
    expect(found({ [path]: written })).toEqual([
      `${path}: the file is called "x1", and what stands in it "${id}"`,
    ]);
  });

  it('is right in all that ships', () => {
    expect(found({})).toEqual([]);
  });
});

describe('a language', () => {
  it.each([
    'help',
    'Help me now',
    'i think i was raped',
    'DELETE THIS',
    'he\u200blp',
  ])('is not chosen by "%s"', (words) => {
    expect(languages('also: [polski', `also: ["${words}", polski`).join()).toContain(
      `"${words}" is how people ask for help`,
    );
  });

  it('still understands the words for help', () => {
    expect(languages('false-friends: [no', 'false-friends: [help, no')).toEqual([
      `${LOCALES}: "help" is how people ask for help: it must be understood in Polski too`,
    ]);
  });

  it('shares its words with no other', () => {
    expect(languages('also: [polski', 'also: [easy read, polski')).toEqual([
      `${LOCALES}: "easy read" stands for two languages`,
    ]);
  });
});
