/** The check as staff type: the same as `npm run check`, with the field that each problem belongs to. */
import { describe, expect, it } from 'vitest';
import type { Changes, Marked } from '../../src/workbench/workbench.ts';
import { changed, GIFTS, shared, shipped, trial } from './bench.ts';

const workbench = shared();
const SERVICES = 'content/services.yaml';
const NEWS = 'content/news/about-signpost.md';
const APPROVED = 'approved: [{ role: safeguarding-lead, on: 2026-11-22 }]';
const PARENTS = 'content/pages/parents.md';

async function errors(files: Changes): Promise<Marked[]> {
  const { problems } = await workbench.check(trial(files));
  return problems.filter(({ grade }) => grade === 'error');
}
const places = (problems: readonly Marked[]) => problems.map(({ file, path }) => [file, ...path].join(' '));
const lineIn = (files: Changes, path: string, part: string): number =>
  (files[path] ?? '').slice(0, (files[path] ?? '').indexOf(part)).split('\n').length;

describe('the check as you type', () => {
  it('finds nothing wrong with the shipped words', async () => {
    expect(await errors({})).toEqual([]);
  });

  it('names blame and a typed number at the line of the bubble, and its field', async () => {
    const files = changed(GIFTS, ["I'm glad you asked.", 'It was a lifestyle choice. Ring 01632 960 001.']);
    const found = await errors(files);
    expect(found.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('"lifestyle choice" blames'),
        'a number is typed here: "01632 960 001"',
      ]),
    );
    for (const problem of found.slice(0, 2))
      expect(problem).toMatchObject({
        file: GIFTS,
        line: lineIn(files, GIFTS, 'lifestyle'),
        path: ['steps', 'first', 'say', 0],
      });
  });

  it('says how to mend it without the names of files and fields, which the editor does not show', async () => {
    const files = changed(
      GIFTS,
      ["I'm glad you asked.", 'Ask the LSCB. Ring 01632 960 001, or oh eight hundred one one.'],
      ['You can say', 'You kan say'],
    );
    const mends = (await workbench.check(trial(files))).problems
      .filter(({ file }) => file === GIFTS)
      .map(({ mend }) => mend);
    expect(mends).toEqual(
      expect.arrayContaining([
        'write it out, or add it to the short forms (under "Other words", in "Hard and harmful words")',
        'choose the service under "People to ring" instead',
      ]),
    );
    expect(mends.filter((one) => /\.yaml|hand-off/.test(one))).toEqual([]);
    expect(mends.join()).toContain('right as they are (under "Other words", in "Hard and harmful words")');
  });

  it.each<[string, Changes, string]>([
    [
      'a button that leads nowhere',
      changed(GIFTS, ['go: wants-back', 'go: nowhere']),
      `${GIFTS} steps first offer 0 go`,
    ],
    ['an unknown field', changed(GIFTS, ['title:', 'colour: red\ntitle:']), GIFTS],
    ['a missing field', changed(GIFTS, ['id: gifts-and-favours\n', '']), `${GIFTS} id`],
    [
      'a misspelt word of a page',
      changed(PARENTS, ['You know your child.', 'You knoww your child.']),
      `${PARENTS} body 9`,
    ],
    ['the head of a page', changed(PARENTS, ['for: [parent]', 'for: [nobody]']), `${PARENTS} for 0`],
    [
      'a service without a way to reach it',
      changed(SERVICES, ['    phone: "0800 1111"\n', '']),
      `${SERVICES} services`,
    ],
    [
      'words of a service',
      changed(SERVICES, ['Ring if you', 'Promiscuous. Ring if you']),
      `${SERVICES} services 0 says`,
    ],
    [
      'a pattern that misses its example',
      changed('content/risk/patterns-assault.yaml', ['he raped me last night', 'hello there']),
      'content/risk/patterns-assault.yaml patterns 0',
    ],
  ])('says where %s stands', async (_name, files, place) => {
    expect(places(await errors(files)).join('\n')).toContain(place);
  });

  it('says where words stand that cannot be read at all', async () => {
    const [problem, ...others] = await errors(changed(GIFTS, ['title: Some', 'title: [Some']));
    expect(problem).toMatchObject({ file: GIFTS, line: 4, path: ['for'] });
    expect(problem?.what).toContain('the file cannot be read from here on');
    expect(others).toEqual([]);
  });

  it('misses a file that was taken out', async () => {
    expect(places(await errors({ 'content/ui.yaml': null }))).toEqual(['content/ui.yaml']);
  });

  it('refuses what the model would have to be taught again', async () => {
    const dictionary = changed('content/risk/dictionary.yaml', ['  u: you\n', '  u: me\n']);
    const words = { 'content/risk/real-words.txt': `${shipped['content/risk/real-words.txt']}zzyzx\n` };
    expect(await errors({ ...dictionary, ...words })).toMatchObject([
      { path: ['words', 'u'], what: '"u": these words are what the model was taught with' },
      { file: 'content/risk/real-words.txt', path: [] },
    ]);
  });
});

describe('what a publish waits for', () => {
  const urgent = 'he raped me last night';
  const check = async (phrases: Parameters<typeof workbench.checkForPublish>[1], files: Changes = {}) =>
    (await workbench.checkForPublish(trial(files), phrases)).problems
      .filter(({ grade }) => grade === 'error')
      .map(({ what }) => what);

  it('holds the sentences that staff kept to their level and topic', async () => {
    expect(
      await check([
        { text: urgent, level: 'urgent', topic: 'assault' },
        { text: urgent, level: 'concern', topic: null },
        { text: 'what is the weather like', level: 'none', topic: null },
      ]),
    ).toEqual([]);
    expect(
      await check([
        { text: 'what is the weather like', level: 'concern', topic: null },
        { text: urgent, level: 'none', topic: null },
        { text: urgent, level: 'urgent', topic: 'blackmail' },
      ]),
    ).toEqual([
      '"what is the weather like" would be judged none: it must be concern',
      `"${urgent}" would be judged urgent: it must be none`,
      `"${urgent}" would be taken for assault: it must be blackmail`,
    ]);
  });

  it.each([
    ['a role and a day', changed(GIFTS, ['approved: []', APPROVED])],
    ['the same in quotes', changed(GIFTS, ['approved: []', `"approved"${APPROVED.slice(8)}`])],
    ['a new file', { 'content/news/x1.md': (shipped[NEWS] ?? '').replace('approved: []', APPROVED) }],
  ])('takes no approval from a draft: %s', async (_name, files) => {
    expect(await check([], files)).toContain('the draft changes who has approved this text');
  });

  it('brings no hidden number back by another name', async () => {
    const hidden = async (files: Changes) =>
      (await workbench.checkForPublish({ ...trial(files), hidden: ['papyrus'] }, [])).problems.map(
        ({ what }) => what,
      );
    const renamed = changed(SERVICES, ['  - id: papyrus\n', '  - id: reed\n']);
    expect(await hidden(renamed)).toEqual(
      expect.arrayContaining(['the hidden service "papyrus" is gone', '"reed" has a number that is hidden']),
    );
    expect((await hidden({})).filter((what) => what.includes('hidden'))).toEqual([]);
  });

  it('stops at what the check finds', async () => {
    const files = changed(GIFTS, ['go: wants-back', 'go: nowhere']);
    expect(await check([{ text: urgent, level: 'none', topic: null }], files)).toEqual([
      'this leads nowhere: "nowhere"',
    ]);
  });
});
