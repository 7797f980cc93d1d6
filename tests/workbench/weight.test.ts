/** Who must agree to a change: what stands between a child and help goes past the safeguarding lead, however it is named. */
import { describe, expect, it } from 'vitest';
import { changed, GIFTS, shared, shipped, trial } from './bench.ts';

const workbench = shared();
const URGENT = 'dialogs/immediate-danger.yaml';
const POLISH = 'content/pl/dialogs';
const LOCALES = 'content/locales.yaml';
const urgentText = shipped[URGENT] ?? '';
const moved = (text: string) => ({ [URGENT]: null, 'dialogs/x1.yaml': text });
const toGifts = (shipped[`${POLISH}/immediate-danger.yaml`] ?? '').replace('Przykro mi', 'Nie');

describe('who must agree', () => {
  it.each([
    ['a dialog', changed(GIFTS, ["I'm glad", 'I am glad'])],
    [
      'a button of a dialog',
      changed(GIFTS, ['label: They say I owe them', 'label: They say that I owe them']),
    ],
    ['the lines of an urgent dialog, not its words', { [URGENT]: `${urgentText}# read\n` }],
    ['where an urgent dialog stands', moved(urgentText)],
    ['words in Polish', changed(`${POLISH}/gifts-and-favours.yaml`, ['Dobrze, że pytasz.', 'Dobrze.'])],
    ['a page', changed('content/pages/parents.md', ['You know your child.', 'You do know your child.'])],
    ['nothing', {}],
  ])('to a change of %s: one other person', async (_name, files) => {
    expect(await workbench.weigh(trial(files))).toBe('second');
  });

  it.each([
    ['a dialog made urgent', changed(GIFTS, ['approved: []', 'approved: []\nurgent: true'])],
    ['a dialog that answers danger', changed('dialogs/assault.yaml', ['title: ', 'title: Now, '])],
    ['what parents are told', changed('dialogs/parent-what-to-do.yaml', ['title: ', 'title: Now, '])],
    ['what is asked', changed(GIFTS, ['asks:', 'asks:\n  - help me now'])],
    ['what a dialog answers', changed(GIFTS, ['answers: [', 'answers: [lgbt, '])],
    ['for whom a dialog is', changed(GIFTS, ['for: [young-person]', 'for: [parent]'])],
    [
      'a new dialog',
      { 'dialogs/new.yaml': (shipped[GIFTS] ?? '').replace('id: gifts-and-favours', 'id: new') },
    ],
    ['a dialog that is gone', { [GIFTS]: null }],
    ['the urgent dialog', changed(URGENT, ['title: ', 'title: Now, '])],
    ['the urgent dialog in another file', moved(urgentText.replace('title: ', 'title: Now, '))],
    [
      'a way to the urgent dialog',
      changed('dialogs/boys-too.yaml', ['go: immediate-danger/assaulted', 'go: menu']),
    ],
    ['urgent words in Polish', { [`${POLISH}/immediate-danger.yaml`]: toGifts }],
    [
      'urgent words in another file',
      { [`${POLISH}/immediate-danger.yaml`]: null, [`${POLISH}/x1.yaml`]: toGifts },
    ],
    ['urgent words in two files', { [`${POLISH}/x1.yaml`]: toGifts }],
    ['a language', changed(LOCALES, ['    name: Polski', '    name: Polska'])],
    [
      'a new language with urgent words',
      {
        ...changed(LOCALES, ['locales:\n', 'locales:\n  - { id: pl-1, name: Inny, lang: cs }\n']),
        'content/pl-1/dialogs/words.yaml': toGifts,
      },
    ],
    ['its words of the interface', { 'content/pl-1/ui.yaml': shipped['content/pl/ui.yaml'] ?? '' }],
    [
      'words that do harm',
      changed('content/glossary.yaml', ['  - { not: delete everything', '  - { not: delete all']),
    ],
    ['a service', changed('content/services.yaml', ['Ring if you', 'Call if you'])],
    [
      'the page with the numbers',
      changed('content/pages/get-help.md', ['[hand-off: ', '[hand-off: samaritans, ']),
    ],
    ['what cannot be read', changed(GIFTS, ['title: Some', 'title: [Some'])],
    ['a translation that cannot be read', changed(`${POLISH}/gifts-and-favours.yaml`, ['of: ', 'of: ['])],
  ])('to a change of %s: the lead and one more', async (_name, files) => {
    expect(await workbench.weigh(trial(files))).toBe('lead');
  });
});
